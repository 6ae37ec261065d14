/** The one entrance to comparing: two policies become one marked {@link Comparison}. */

import type { Policy } from '../policy.ts';
import type { Steps } from '../steps.ts';
import type { Comparison } from './changes.ts';

/**
 * Compares two versions of a policy in steps. Both must have been read by this very version of the
 * element; that is why texts are remembered, not trees.
 */
export declare function comparePolicies(before: Policy, after: Policy): Steps<Comparison>;
