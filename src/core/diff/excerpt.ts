/** Shortens the first change of a section to a few words, for a list of changed sections. */

import type { BlockNode, Inline } from '../model/policy.ts';
import { blockText, collapseWhitespace } from '../model/text.ts';
import { childrenOf, inlineContentOf } from './block-index.ts';
import type { SectionComparison } from './comparison.ts';

/**
 * A short change in the words of the text, such as "30 days" and "90 days". One side is empty if
 * words were only added or only removed.
 */
export interface ChangeExcerpt {
  /** The unchanged word before words that were only added or only removed, and the space. */
  readonly start: string;
  readonly before: string;
  readonly after: string;
  /** The space after words that were only added or only removed, and the next unchanged words. */
  readonly end: string;
  /** Whether nothing else changed in the section. */
  readonly isWhole: boolean;
}

/** Maximum number of words on each side of an excerpt: half a line of a banner. */
const MAX_WORDS = 8;

/**
 * Maximum number of characters on each side of an excerpt, for addresses and scripts without
 * spaces.
 */
const MAX_LENGTH = 60;

/**
 * Matches the next word and the space before it. Its length is limited, so that the whole of a long
 * text is not searched.
 */
const NEXT_WORD =
  /^\s{0,2}[^\s.,;:!?。，；：！？()[\]"“”]{1,24}(?=[\s.,;:!?。，；：！？()[\]"“”]|$)/u;

/** Matches the previous word and the space after it. Applied to a short piece of text only. */
const PREVIOUS_WORD = /(?:^|[\s("“])([^\s.,;:!?。，；：！？()[\]"“”]{1,24}\s{0,2})$/u;

/** Number of characters before a change that are searched for the previous word. */
const PREVIOUS_LENGTH = 30;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Matches words and amounts. A side with only a number, as in a table, could not be understood. */
const MEANINGFUL = /[\p{L}\p{Sc}%]/u;

/**
 * Returns the first short change in a section's text, with a neighbouring word for context. Returns
 * null if no change is short, or if the section was also moved, renamed or otherwise changed.
 */
export function changeExcerpt({
  kinds,
  blocks,
  section,
  count,
}: SectionComparison): ChangeExcerpt | null {
  const isEdited = kinds.every((kind) => kind === 'changed' || kind === 'renumbered');
  if (!isEdited || blocks === section.blocks) return null;
  if (count === 1) {
    const whole = wholeBlockIn(blocks);
    if (whole) return whole;
  }
  for (const content of editedContents(blocks)) {
    const edits = editsIn(content);
    const excerpts = edits.flatMap((edit) => excerptOf(edit) ?? []);
    // "and" that became a comma is less telling than the item that was added to the list.
    const excerpt = excerpts.find((each) => !isListSeparator(each)) ?? excerpts[0];
    if (excerpt) return { ...excerpt, isWhole: count === 1 && edits.length === 1 };
  }
  return null;
}

/** Returns the only change of a section if it is a short block that was added or removed. */
function wholeBlockIn(blocks: readonly BlockNode[]): ChangeExcerpt | null {
  for (const block of blocks) {
    const kind = block.change?.kind;
    if (kind === 'added' || kind === 'removed') {
      const text = collapseWhitespace(blockText(block));
      // The words of a table cannot be understood without their columns.
      const isTable = block.type.startsWith('table');
      if (isTable || !LETTER_OR_DIGIT.test(text) || !isShort(text)) return null;
      const [before, after] = kind === 'added' ? ['', text] : [text, ''];
      return { start: '', before, after, end: '', isWhole: true };
    }
    const whole = wholeBlockIn(childrenOf(block));
    if (whole) return whole;
  }
  return null;
}

/** Yields the marked content of edited blocks whose change is material. */
function* editedContents(blocks: readonly BlockNode[]): Generator<readonly Inline[]> {
  for (const block of blocks) {
    const content = inlineContentOf(block);
    if (content && block.change?.kind === 'edited' && block.change.material) yield content;
    yield* editedContents(childrenOf(block));
  }
}

/** A position where text was replaced, and the unchanged text around it. */
interface Edit {
  removed: string;
  added: string;
  readonly left: string;
  right: string;
}

/** Finds the positions where marked content changed. */
function editsIn(content: readonly Inline[]): Edit[] {
  const edits: Edit[] = [];
  let left = '';
  let current: Edit | undefined;
  const add = (text: string, mark: 'added' | 'removed' | null): void => {
    if (mark) {
      if (!current) edits.push((current = { removed: '', added: '', left, right: '' }));
      current[mark] += text;
      return;
    }
    left = (left + text).slice(-PREVIOUS_LENGTH);
    if (!text.trim() && current) {
      // Marks separated only by white space count as one edit.
      current.removed += text;
      current.added += text;
      return;
    }
    const last = edits.at(-1);
    if (last) last.right += text.slice(0, 2 * MAX_LENGTH);
    current = undefined;
  };
  const walk = (nodes: readonly Inline[], mark: 'added' | 'removed' | null): void => {
    for (const node of nodes) {
      const own = node.type === 'added' || node.type === 'removed' ? node.type : mark;
      if ('children' in node) walk(node.children, own);
      else add('text' in node ? node.text : node.type === 'image' ? node.alt : ' ', own);
    }
  };
  walk(content, null);
  return edits;
}

function excerptOf({ removed, added, left, right }: Edit): Omit<ChangeExcerpt, 'isWhole'> | null {
  if (!LETTER_OR_DIGIT.test(removed + added)) return null;
  // If words were only added or only removed, the words around them are needed to understand the
  // change.
  const isReplaced = LETTER_OR_DIGIT.test(removed) && LETTER_OR_DIGIT.test(added);
  const isAtStart = !isReplaced && !PREVIOUS_WORD.test(left);
  const next = nextWords(right, isAtStart ? 2 : 1);
  const previous = isReplaced && next ? '' : (PREVIOUS_WORD.exec(left)?.[1] ?? '');
  const before = collapseWhitespace(previous + removed + next);
  const after = collapseWhitespace(previous + added + next);
  const isClear = [before, after].every((side) => MEANINGFUL.test(side) && isShort(side));
  if (!isClear || before.toLowerCase() === after.toLowerCase()) return null;
  if (isReplaced) return { start: '', before, after, end: '' };
  const spaceBefore = /\s$/.test(previous) || /^\s/.test(removed || added) ? ' ' : '';
  const spaceAfter = /^\s/.test(next) || /\s$/.test(added || removed) ? ' ' : '';
  return {
    start: previous && collapseWhitespace(previous) + spaceBefore,
    before: collapseWhitespace(removed),
    after: collapseWhitespace(added),
    end: next && spaceAfter + collapseWhitespace(next),
  };
}

/** Whether a short word and a comma replaced each other, as where an item was added to a list. */
function isListSeparator({ before, after }: Omit<ChangeExcerpt, 'isWhole'>): boolean {
  const sides = [before, after];
  return sides.some((side) => /^[,;、،]$/.test(side)) && sides.every(({ length }) => length <= 4);
}

/**
 * Returns the next words of a text. Returns one word more if the first word is as short as "a" or
 * "of".
 */
function nextWords(text: string, count: number): string {
  let words = '';
  for (let left = count; left > 0; left--) {
    const [word = ''] = NEXT_WORD.exec(text.slice(words.length)) ?? [];
    if (!words && word.trim() && word.trim().length <= 2) left++;
    words += word;
  }
  return words;
}

function isShort(text: string): boolean {
  return text.length <= MAX_LENGTH && text.split(' ').length <= MAX_WORDS;
}
