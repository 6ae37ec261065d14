import type { BlockNode, Inline } from '../../core/model/policy.ts';

const LETTER = /\p{L}/u;

/** Matches letters in Unicode blocks of scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Direction of text. */
export type Direction = 'ltr' | 'rtl';

/** Returns the direction of a text's first letter, or null if it has no letters. */
export function directionOfText(text: string): Direction | null {
  const letter = LETTER.exec(text);
  return letter && (RIGHT_TO_LEFT.test(letter[0]) ? 'rtl' : 'ltr');
}

/**
 * Returns the direction of the first letter of the current text. Removed words are ignored, so that
 * a block has the same direction with and without its marks.
 */
export function directionOfInlines(inlines: readonly Inline[]): Direction | null {
  for (const inline of inlines) {
    const direction =
      inline.type === 'text'
        ? directionOfText(inline.text)
        : 'children' in inline && inline.type !== 'removed'
          ? directionOfInlines(inline.children)
          : null;
    if (direction) return direction;
  }
  return null;
}

/** Returns the direction of a block's first letter, or null for tables and blocks without letters. */
function directionOfBlock(block: BlockNode): Direction | null {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'descriptionTerm':
      return directionOfInlines(block.children);
    case 'details':
      return directionOfInlines(block.summary);
    case 'list':
    case 'listItem':
    case 'tableCell':
    case 'blockquote':
    case 'descriptionList':
    case 'descriptionDetails':
      for (const child of block.children) {
        const direction = child.change?.kind === 'removed' ? null : directionOfBlock(child);
        if (direction) return direction;
      }
      return null;
    default:
      // The columns of a table keep the document's direction, and code has no direction.
      return null;
  }
}

/**
 * Returns the direction of a block if its first letter and most of its letters differ in direction
 * from the text around it, or else null. A Latin company name at the start of an Arabic sentence is
 * not enough.
 */
export function ownDirection(block: BlockNode, around: Direction): Direction | null {
  const direction = directionOfBlock(block);
  if (!direction || direction === around) return null;
  const letters = [...currentText(block)].filter((character) => LETTER.test(character));
  const same = letters.filter((letter) => directionOfText(letter) === direction);
  return same.length * 2 > letters.length ? direction : null;
}

/** Returns the text of a block without removed words and blocks. */
function currentText(node: BlockNode | Inline): string {
  if (node.type === 'removed' || ('change' in node && node.change?.kind === 'removed')) return '';
  if ('text' in node) return node.text;
  const children: readonly (BlockNode | Inline)[] = 'children' in node ? node.children : [];
  const summary = 'summary' in node ? node.summary : [];
  return [...summary, ...children].map(currentText).join('');
}
