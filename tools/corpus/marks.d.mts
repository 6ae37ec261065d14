import type { Comparison } from '../../src/core/diff/comparison.ts';
import type { Block, Policy } from '../../src/core/model/policy.ts';

/** The words of blocks on one side, a line for each block with phrasing of its own. */
export function lines(blocks: readonly Block[], side: 'before' | 'after'): string[][];

/** Why the newer text cannot be read from the marks, or undefined. */
export function afterFault(comparison: Comparison, after: Policy): string | undefined;

/** Why the older text cannot be read from the marks, or undefined. */
export function beforeFault(
  comparison: Comparison,
  before: Policy,
  after: Policy,
): string | undefined;

/** What is told although no word differs: of the whole, or of a section under one id. */
export function alarmsOf(comparison: Comparison, before: Policy, after: Policy): string[];

/** Characters that are marked as added or removed, white space apart. */
export function markedLength(comparison: Comparison): number;

/** The words and punctuation of a policy as a reader sees them, spelling folded. */
export function visibleWords(policy: Policy): string[];
