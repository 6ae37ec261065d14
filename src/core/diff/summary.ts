/** What a comparison says in numbers and names. */

import type { HistoryEntry, Policy } from '../model/policy.ts';
import { comparisonKey } from '../model/text.ts';
import type { Comparison, HeadChange, SectionChange, SectionComparison } from './comparison.ts';

/** What a policy says above its text. */
export type PolicyHead = Pick<Policy, HeadChange['field']>;

/** The values of the head that differ. */
export function headChanges(before: PolicyHead, after: PolicyHead): HeadChange[] {
  return (['title', 'updated', 'effective', 'version'] as const).flatMap((field) =>
    comparisonKey(before[field] ?? '') === comparisonKey(after[field] ?? '')
      ? []
      : [{ field, before: before[field], after: after[field] }],
  );
}

/** Kinds in the order in which they tell most, and what else the public summary calls by a name. */
const TELLING = [
  ['added'],
  ['removed'],
  ['changed', 'split', 'merged'],
  ['moved'],
  ['renamed', 'renumbered'],
] as const;

/** Adds up a comparison. */
export function summarize(
  parts: Pick<Comparison, 'head' | 'intro' | 'sections' | 'removed'>,
  minor: boolean,
): Comparison['summary'] {
  const all = [...parts.sections, ...parts.removed].filter(({ kinds }) => kinds.length);
  const number = (...wanted: SectionComparison['kinds'][number][]) =>
    all.filter(({ kinds }) => kinds.some((kind) => wanted.includes(kind))).length;
  return {
    added: number('added'),
    removed: number('removed'),
    changed: number('changed', 'split', 'merged'),
    moved: number('moved'),
    renamed: number('renamed'),
    total: all.reduce(
      (sum, { count, kinds }) => sum + count + (kinds.includes('moved') ? 1 : 0),
      parts.intro.count,
    ),
    material:
      !minor &&
      (parts.intro.material ||
        all.some(({ material }) => material) ||
        parts.head.some(({ field, before, after }) => field === 'title' && !!before && !!after)),
    sections: all.map(({ section, previousId, previousHeading, kinds }): SectionChange => ({
      id: section.id,
      previousId,
      kind: TELLING.find((names) => names.some((name) => kinds.includes(name)))![0],
      kinds,
      heading: section.heading,
      previousHeading,
    })),
  };
}

/** Whether the publisher calls everything minor that was changed since a version. */
export function isMinor(
  before: Pick<Policy, 'version' | 'updated' | 'history'>,
  after: Policy,
): boolean {
  const known = (entry: HistoryEntry) =>
    [before, ...before.history].some(
      (older) =>
        (entry.version !== null && entry.version === older.version) ||
        (entry.version === null && entry.date !== null && entry.date === dateOf(older)),
    );
  const seen = after.history.findIndex(known);
  const since = after.history.slice(0, seen < 0 ? 1 : seen);
  return since.length > 0 && since.every(({ minor }) => minor);
}

function dateOf(version: Pick<Policy, 'updated'> | HistoryEntry): string | null {
  return 'date' in version ? version.date : version.updated;
}
