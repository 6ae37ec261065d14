/** The changes a reader can step through, numbered in the order they stand on the page. */

import type { Comparison, SectionComparison } from '../core/diff/changes.ts';
import type { BlockNode } from '../core/policy.ts';
import { isPhrasing } from '../core/text.ts';

/** Numbers stops while a run of blocks is drawn. */
export interface Stops {
  /** Number of the stop drawn last. */
  last: number;
  readonly total: number;
}

/** Number of the stop before each part of a compared policy, and of all. */
export interface StopCounts {
  readonly sections: readonly number[];
  readonly removed: readonly number[];
  readonly total: number;
}

/** Counts the stops before each section; those of the introduction come first. */
export function countStops({ intro, sections, removed }: Comparison): StopCounts {
  let total = changedBlocks(intro.blocks);
  const before = (section: SectionComparison): number => {
    const start = total;
    total += stopsIn(section);
    return start;
  };
  return { sections: sections.map(before), removed: removed.map(before), total };
}

/** Tells whether the section as a whole is a stop, besides the blocks in it. */
export function isStop({ kinds }: SectionComparison): boolean {
  return kinds.some((kind) => kind !== 'changed');
}

function stopsIn(section: SectionComparison): number {
  const own = isStop(section) ? 1 : 0;
  return own + (isWhole(section) ? 0 : changedBlocks(section.blocks));
}

/** Tells whether the section is added or removed as a whole, so that nothing in it is marked. */
export function isWhole({ kinds }: SectionComparison): boolean {
  return kinds.includes('added') || kinds.includes('removed');
}

/** Counts changed blocks; what is inside one is part of it. */
export function changedBlocks(blocks: readonly BlockNode[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.change) count++;
    else if ('children' in block && !isPhrasing(block)) count += changedBlocks(block.children);
  }
  return count;
}
