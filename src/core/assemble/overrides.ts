/** What a page says of a policy besides its text: the owner's word goes before the document's. */

import { parseDate } from '../dates/index.ts';
import type { Alternate, Policy, PolicyDate } from '../model/policy.ts';

/** The owner's word; nothing where there is none. */
export interface Overrides {
  readonly updated: string | null | undefined;
  readonly effective: string | null | undefined;
  readonly version: string | null | undefined;
  /** The languages there are, where another document of the same policy named them; else null. */
  readonly alternates?: readonly Alternate[] | null;
  /** Address of the version before this one. */
  readonly previousUrl?: string | null;
  /** Goes before the id of every section. */
  readonly idPrefix: string;
}

/** The policy as the owner wants it understood. */
export function overridePolicy(policy: Policy, overrides: Overrides): Policy {
  const { idPrefix, version } = overrides;
  const dates = (['updated', 'effective'] as const).flatMap((kind): PolicyDate[] => {
    const text = wordOf(overrides[kind]);
    const iso = parseDate(text, policy.language)?.iso ?? null;
    return text ? [{ kind, text, from: 'attribute', iso }] : [];
  });
  const stated = (kind: 'updated' | 'effective'): string | null =>
    (dates.find((date) => date.kind === kind) ?? { iso: policy[kind] }).iso;
  return {
    ...policy,
    alternates: overrides.alternates ?? policy.alternates,
    previousUrl: overrides.previousUrl ?? policy.previousUrl,
    updated: stated('updated'),
    effective: stated('effective'),
    version: wordOf(version) || policy.version,
    dates: [
      ...dates,
      ...policy.dates.filter((date) => !dates.some(({ kind }) => kind === date.kind)),
    ],
    sections: idPrefix
      ? policy.sections.map((section) => ({
          ...section,
          id: idPrefix + section.id,
          aliases: [...section.aliases, section.id],
        }))
      : policy.sections,
  };
}

/** What was said, trimmed. Frameworks set properties, and a version may be a number to them. */
function wordOf(said: unknown): string {
  return typeof said === 'string' || typeof said === 'number' ? String(said).trim() : '';
}
