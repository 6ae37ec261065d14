/** Gives numbered headings the same level if their numbers continue across levels. */

import type { FlatNode } from '../model/parsed-document.ts';
import { headingText } from '../model/text.ts';

/** Matches `3. Sharing` and `3) Sharing`, but not `3.1 Partners`. */
const NUMBER = /^(\d{1,3})(?:[.)]|(?=\s))(?!\s*\d)/;

/** Minimum number of headings in a numbered sequence. A shorter sequence can be a coincidence. */
const MIN_RUN = 3;

/**
 * Moves numbered headings to the shallowest level among them if together they are numbered from 1
 * without gaps.
 */
export function levelNumberedHeadings(content: readonly FlatNode[]): readonly FlatNode[] {
  let next = 0;
  let count = 0;
  let shallowest = 7;
  let deepest = 0;
  const numbered = new Set<FlatNode>();
  for (const block of content) {
    if (block.type !== 'flatHeading') continue;
    const number = Number(NUMBER.exec(headingText(block.children))?.[1] ?? NaN);
    if (Number.isNaN(number)) continue;
    if (number !== (count ? next : 1)) return content;
    next = number + 1;
    count++;
    shallowest = Math.min(shallowest, block.level);
    deepest = Math.max(deepest, block.level);
    numbered.add(block);
  }
  if (count < MIN_RUN || shallowest === deepest) return content;
  return content.map((block) =>
    block.type === 'flatHeading' && numbered.has(block) ? { ...block, level: shallowest } : block,
  );
}
