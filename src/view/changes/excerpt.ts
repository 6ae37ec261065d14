import type { Block, BlockNode, Inline } from '../../core/model/policy.ts';
import { blockText, inlineText, isInlineBlock } from '../../core/model/text.ts';

/** A changed place in a few words: the old ones, the new ones, or both. */
export interface ChangeExcerpt {
  readonly before: string;
  readonly after: string;
}

/** Most words of either side. More do not fit on a line of the banner. */
const MAX_WORDS = 8;

/**
 * Returns the first changed place of a section whose old and new words are few, or null. The words
 * are those of the marks, with the unchanged word next to a number: "30 days", not "30".
 */
export function changeExcerpt(blocks: readonly Block[]): ChangeExcerpt | null {
  for (const block of blocks) {
    const excerpt = excerptOfBlock(block);
    if (excerpt) return excerpt;
  }
  return null;
}

function excerptOfBlock(block: BlockNode): ChangeExcerpt | null {
  const kind = block.change?.kind;
  if (kind === 'added' || kind === 'removed') {
    const text = blockText(block).trim();
    return withinLimit(
      kind === 'added' ? { before: '', after: text } : { before: text, after: '' },
    );
  }
  if (!('children' in block)) return null;
  if (isInlineBlock(block)) return kind === 'edited' ? excerptOfInlines(block.children) : null;
  for (const child of block.children) {
    const excerpt = excerptOfBlock(child);
    if (excerpt) return excerpt;
  }
  return null;
}

function excerptOfInlines(inlines: readonly Inline[]): ChangeExcerpt | null {
  const first = inlines.findIndex(({ type }) => type === 'added' || type === 'removed');
  if (first < 0) {
    for (const inline of inlines) {
      const excerpt = 'children' in inline ? excerptOfInlines(inline.children) : null;
      if (excerpt) return excerpt;
    }
    return null;
  }
  let before = '';
  let after = '';
  let next = first;
  for (; next < inlines.length; next++) {
    const inline = inlines[next]!;
    if (inline.type === 'removed') before += inlineText(inline.children);
    else if (inline.type === 'added') after += inlineText(inline.children);
    else break;
  }
  const unit = /^\s*[\p{L}%]+/u.exec(textOf(inlines[next]))?.[0] ?? '';
  if (isNumber(before) || isNumber(after)) {
    before &&= before + unit;
    after &&= after + unit;
  }
  return withinLimit({ before: before.trim(), after: after.trim() });
}

function textOf(inline: Inline | undefined): string {
  return inline?.type === 'text' ? inline.text : '';
}

function isNumber(text: string): boolean {
  return /^\s*[\p{N}.,]+\s*$/u.test(text);
}

function withinLimit(excerpt: ChangeExcerpt): ChangeExcerpt | null {
  const { before, after } = excerpt;
  const isShort = [before, after].every((side) => side.split(/\s+/).length <= MAX_WORDS);
  return isShort && /[\p{L}\p{N}]/u.test(before + after) ? excerpt : null;
}
