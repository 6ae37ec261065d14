/** Compares policies. This chunk is loaded when there is an earlier version to compare with. */

import { overridePolicy, type Overrides } from '../core/assemble/overrides.ts';
import { comparePolicies } from '../core/diff/index.ts';
import type { Policy } from '../core/model/policy.ts';
import type { Baseline } from '../core/storage/snapshot.ts';
import { parseSource, type LoadedPolicy } from '../browser/load-policy.ts';
import { runInSlices } from '../browser/scheduler.ts';
import type { ComparisonResult, ComparisonTarget } from './change-review.ts';

/** Compares a policy with an earlier version. Returns null if nothing changed. */
export async function compareWith(
  { before, kind, since }: ComparisonTarget,
  after: Policy,
  signal: AbortSignal,
): Promise<ComparisonResult | null> {
  const comparison = await runInSlices(comparePolicies(before, after), signal);
  signal.throwIfAborted();
  if (comparison.summary.total === 0 && comparison.head.length === 0) return null;
  return { comparison, summary: { since, baseline: kind, ...comparison.summary } };
}

/** Compares a policy with an earlier reading. Returns null if nothing changed. */
export async function compareWithReading(
  baseline: Baseline,
  policy: Policy,
  overrides: Overrides,
  signal: AbortSignal,
): Promise<ComparisonResult | null> {
  const parsed = await parseSource(baseline, signal);
  const before = applyBaselineOverrides(parsed, overrides, baseline);
  return compareWith({ kind: 'visit', since: baseline.seenOn, before }, policy, signal);
}

/** Compares a policy with a version that is already loaded. `since` is its date, if known. */
export async function compareWithLoaded(
  loaded: LoadedPolicy,
  since: string | null,
  policy: Policy,
  overrides: Overrides,
  signal: AbortSignal,
): Promise<ComparisonResult | null> {
  const before = applyBaselineOverrides(loaded.policy, overrides);
  const target = { kind: 'previous', since: since ?? before.updated, before } as const;
  return compareWith(target, policy, signal);
}

/**
 * Applies overrides to an earlier version. The page's dates and version describe the current
 * version, so the values stored with the reading are used instead.
 */
function applyBaselineOverrides(
  policy: Policy,
  { updated, effective, version, ...overrides }: Overrides,
  stored?: Baseline,
): Policy {
  return overridePolicy(policy, {
    ...overrides,
    updated: updated && stored?.updated,
    effective: effective && stored?.effective,
    version: version && stored?.version,
  });
}
