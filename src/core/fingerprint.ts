/** Short hashes of a policy, for when its text is too large to be remembered. */

import type { Comparison } from './diff/changes.ts';
import type { Policy } from './policy.ts';

/** What `fingerprintPolicy` makes: a small value that survives JSON. */
export interface SectionFingerprints {
  readonly reader: number;
}

export declare function fingerprintPolicy(policy: Policy): SectionFingerprints;
export declare function compareFingerprints(before: SectionFingerprints, after: Policy): Comparison;
