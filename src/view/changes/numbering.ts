/** The changes a reader can step through, numbered in the order they stand on the page. */

import type { Comparison, SectionComparison } from '../../core/diff/comparison.ts';
import type { Block, BlockNode } from '../../core/model/policy.ts';
import { isInlineBlock } from '../../core/model/text.ts';
import type { ChangeViews } from './index.ts';

/** Numbers stops while a run of blocks is drawn. */
export interface ChangeCounter {
  /** Number of the stop drawn last. */
  last: number;
  readonly total: number;
  readonly views: ChangeViews;
}

/** Number of the stop before each part of a compared policy, and of all. */
export interface ChangeCounts {
  readonly sections: readonly number[];
  readonly removed: readonly number[];
  readonly total: number;
}

/** Counts the stops before each section; those of the introduction come first. */
export function countChanges({ intro, sections, removed }: Comparison): ChangeCounts {
  let total = intro.count;
  const before = (section: SectionComparison): number => {
    const start = total;
    total += changesIn(section);
    return start;
  };
  return { sections: sections.map(before), removed: removed.map(before), total };
}

/** Counts the stops of a section, as the summary of the comparison does. */
export function changesIn({ count, kinds }: SectionComparison): number {
  return count + (kinds.includes('moved') ? 1 : 0);
}

/** Counts blocks that are marked, at any depth; none where the text is just as it was read. */
export function markedBlocks(blocks: readonly BlockNode[], unmarked: readonly Block[]): number {
  return blocks === unmarked ? 0 : countMarked(blocks);
}

function countMarked(blocks: readonly BlockNode[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.change) count++;
    if ('children' in block && !isInlineBlock(block)) count += countMarked(block.children);
  }
  return count;
}
