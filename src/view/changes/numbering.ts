/** Numbers the changes in page order. */

import type { Comparison, SectionComparison } from '../../core/diff/comparison.ts';
import type { Block, BlockNode } from '../../core/model/policy.ts';
import { isInlineBlock } from '../../core/model/text.ts';
import type { ChangeCounts } from '../change-renderer.ts';

/** Counts the changes before each section. The changes of the introduction come first. */
export function countChanges({ intro, sections, removed }: Comparison): ChangeCounts {
  let total = intro.count;
  const before = (section: SectionComparison): number => {
    const start = total;
    total += changesIn(section);
    return start;
  };
  return { sections: sections.map(before), removed: removed.map(before), total };
}

/** Returns the number of changes in a section, counted as in the summary of the comparison. */
export function changesIn({ count, kinds }: SectionComparison): number {
  return count + (kinds.includes('moved') ? 1 : 0);
}

/** Counts the marked blocks at any depth. Returns 0 if `blocks` is `unmarked`. */
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
