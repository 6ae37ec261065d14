/** Produces the text that a policy's digest is computed from. */

import type { BlockNode, Policy } from './model/policy.ts';
import { collapseWhitespace, inlineText, isInlineBlock } from './model/text.ts';

/**
 * Version of the method of {@link digestText}. Receipts contain it, so that the method can change
 * later.
 */
export const DIGEST_METHOD = 1;

/**
 * Returns the text from which the digest is computed: the SHA-256 hash of its UTF-8 bytes.
 *
 * Method 1: the title, then each heading and each block of text in document order, one per line.
 * Captions, summaries, list items and table cells have lines of their own. Runs of white space
 * become one space, and lines without text are left out. Lines are separated by U+000A, which does
 * not follow the last line. The whole text is in Unicode normalization form C. Markup, URLs and
 * line endings of the source don't matter.
 */
export function digestText({ title, intro, sections }: Policy): string {
  const lines: string[] = [];
  const add = (line: string): void => {
    const text = collapseWhitespace(line);
    if (text) lines.push(text);
  };
  const addBlock = (block: BlockNode): void => {
    if ('text' in block) add(block.text);
    if ('caption' in block && block.caption) add(inlineText(block.caption));
    if ('summary' in block) add(inlineText(block.summary));
    if (isInlineBlock(block)) add(inlineText(block.children));
    else if ('children' in block) block.children.forEach(addBlock);
  };
  add(title ?? '');
  intro.forEach(addBlock);
  for (const { heading, blocks } of sections) {
    add(heading);
    blocks.forEach(addBlock);
  }
  return lines.join('\n').normalize('NFC');
}
