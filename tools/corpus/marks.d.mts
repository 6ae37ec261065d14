import type { Comparison } from '../../src/core/diff/comparison.ts';
import type { Block, Policy } from '../../src/core/model/policy.ts';

/** Returns the words of blocks in one version, one line for each block with inline content. */
export function lines(blocks: readonly Block[], side: 'before' | 'after'): string[][];

/** Returns why the newer text cannot be rebuilt from the marks, or undefined. */
export function afterFault(comparison: Comparison, after: Policy): string | undefined;

/** Returns why the older text cannot be rebuilt from the marks, or undefined. */
export function beforeFault(
  comparison: Comparison,
  before: Policy,
  after: Policy,
): string | undefined;

/** Returns changes that are reported although no word differs. */
export function falseAlarms(comparison: Comparison, before: Policy, after: Policy): string[];

/** Returns the number of characters marked as added or removed, without white space. */
export function markedLength(comparison: Comparison): number;

/** Returns the visible words and punctuation of a policy, normalized. */
export function visibleWords(policy: Policy): string[];
