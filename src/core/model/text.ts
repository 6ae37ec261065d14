/** Extracts plain text from the tree, and normalizes text. */

import type { BlockNode, Inline } from './policy.ts';

/** Returns the text of inline content: images as their alternative text, line breaks as spaces. */
export function inlineText(children: readonly Inline[], hasImages = true): string {
  let text = '';
  for (const child of children) {
    if ('text' in child) text += child.text;
    else if ('children' in child) text += inlineText(child.children, hasImages);
    else if (child.type !== 'image') text += ' ';
    else if (hasImages) text += child.alt;
  }
  return text;
}

/** Returns the text of a block and its descendants, with each part on a line of its own. */
export function blockText(block: BlockNode): string {
  if ('text' in block) return block.text;
  const lines: string[] = [];
  if ('caption' in block && block.caption) lines.push(inlineText(block.caption));
  if ('summary' in block) lines.push(inlineText(block.summary));
  if (isInlineBlock(block)) lines.push(inlineText(block.children));
  else if ('children' in block) for (const child of block.children) lines.push(blockText(child));
  return lines.join('\n');
}

/** A block with inline content. */
export type InlineBlock = Extract<BlockNode, { readonly children: readonly Inline[] }>;

/** Whether the children of a block are inline content, not blocks. */
export function isInlineBlock(block: BlockNode): block is InlineBlock {
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'descriptionTerm';
}

/** Trims text and replaces each run of whitespace with a space. */
export function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Matches a combining mark of Latin, Cyrillic, Hebrew, Arabic or Thai, or one for symbols. */
const MARK =
  '[\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0e31-\\u0e4e\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]';

/** Matches more than 20 combining marks in a row. */
const STACKED = new RegExp(`(${MARK}{20})${MARK}+`, 'g');

/**
 * Limits the combining marks on one letter to 20. No script needs more, and thousands freeze a
 * page.
 */
export function limitCombiningMarks(text: string): string {
  return text.replace(STACKED, '$1');
}

/**
 * Removes excess combining marks, and direction controls, which would affect the text around the
 * line.
 */
export function plainLine(text: string): string {
  return limitCombiningMarks(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Whether inline content has any text besides the alternative texts of images. */
export function hasWords(children: readonly Inline[]): boolean {
  return inlineText(children, false).trim() !== '';
}

/**
 * Returns the text of a heading. Alternative texts of images count only if there is no other text.
 */
export function headingText(children: readonly Inline[]): string {
  return collapseWhitespace(plainLine(inlineText(children, !hasWords(children))));
}

/**
 * Source of a character class for the characters between words. Written as ranges, because engines
 * take about 3 ms for the first use of a Unicode property, and the class is needed before the first
 * render.
 */
export const BETWEEN =
  /[\0-/:-@[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02df\u05be\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u206f\u20a0-\u20bf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\ufe10-\ufe1f\ufe30-\ufe6f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufffd]/
    .source;

/** Matches everything between two words, including emoji. */
export const BETWEEN_WORDS = new RegExp(
  `(?:${BETWEEN}|[\\ud83c-\\ud83e][\\udc00-\\udfff]\\ufe0f?)+`,
  'g',
);

/** Returns a key that is equal for headings and link texts that look the same to visitors. */
export function comparisonKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(BETWEEN_WORDS, '');
}

/** Trims whitespace at the ends of inline content. */
export function trimInlines(children: Inline[]): Inline[] {
  const first = children[0];
  if (first?.type === 'text') children[0] = { type: 'text', text: first.text.trimStart() };
  const last = children.at(-1);
  if (last?.type === 'text')
    children[children.length - 1] = { type: 'text', text: last.text.trimEnd() };
  return children.filter((child) => child.type !== 'text' || child.text);
}
