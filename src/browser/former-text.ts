/** Reads what was shown before, as the policy on screen is read. */

import type { Overrides } from '../core/assemble/overrides.ts';
import type { Policy } from '../core/model/policy.ts';
import type { Baseline } from '../core/storage/snapshot.ts';
import { parseSource } from './read-source.ts';

/** The policy as the owner wants it understood. */
export async function applyOverrides(policy: Policy, overrides: Overrides): Promise<Policy> {
  const { overridePolicy } = await import('../core/assemble/overrides.ts');
  return overridePolicy(policy, overrides);
}

/**
 * The same of an earlier text. What the owner says of dates and version is said of today's: in its
 * place counts what was `said` of that one when it was read.
 */
export function applyBaselineOverrides(
  policy: Policy,
  { updated, effective, version, ...overrides }: Overrides,
  said?: Baseline,
): Promise<Policy> {
  return applyOverrides(policy, {
    ...overrides,
    updated: updated && said?.updated,
    effective: effective && said?.effective,
    version: version && said?.version,
  });
}

/** Parses the text of an earlier reading. */
export async function loadBaseline(
  baseline: Baseline,
  overrides: Overrides,
  signal: AbortSignal,
): Promise<Policy> {
  return applyBaselineOverrides(await parseSource(baseline, signal), overrides, baseline);
}
