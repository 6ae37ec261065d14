import type { Comparison } from '../../src/core/diff/comparison.ts';
import type { Block, Policy } from '../../src/core/model/policy.ts';

/** Returns the words that blocks have in one version: one line for each block of text. */
export function lines(blocks: readonly Block[], side: 'before' | 'after'): string[][];

/** Returns why the newer version cannot be rebuilt from the marks, or undefined if it can. */
export function afterFault(comparison: Comparison, after: Policy): string | undefined;

/** Returns why the older version cannot be rebuilt from the marks, or undefined if it can. */
export function beforeFault(
  comparison: Comparison,
  before: Policy,
  after: Policy,
): string | undefined;

/** Returns the changes that are reported although no word differs. */
export function falseAlarms(comparison: Comparison, before: Policy, after: Policy): string[];

/** Returns the number of characters that are marked as added or removed, without white space. */
export function markedLength(comparison: Comparison): number;

/** Returns the normalized words and punctuation marks that visitors see in a policy. */
export function visibleWords(policy: Policy): string[];
