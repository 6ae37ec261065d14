/** Reads what was shown before, as the policy on screen is read. */

import type { SectionFingerprints } from '../core/fingerprint.ts';
import type { Overrides } from '../core/overrides.ts';
import type { Policy } from '../core/policy.ts';
import type { Baseline } from '../core/snapshot.ts';
import { readSource } from './read-source.ts';

/** The policy as the owner wants it understood. */
export async function understand(policy: Policy, overrides: Overrides): Promise<Policy> {
  const { overridePolicy } = await import('../core/overrides.ts');
  return overridePolicy(policy, overrides);
}

/** The text of a former reading, its fingerprints where the text was not kept, or null. */
export async function readFormer(
  { text, hints, fingerprints }: Baseline,
  overrides: Overrides,
  signal: AbortSignal,
): Promise<Policy | SectionFingerprints | null> {
  if (text !== null) return understand(await readSource({ text, hints }, signal), overrides);
  return fingerprints === null ? null : (JSON.parse(fingerprints) as SectionFingerprints);
}
