/** Applies the page's attributes to a policy. They take precedence over its text. */

import { parseDate } from '../dates/index.ts';
import type { Alternate, Policy, PolicyDate } from '../model/policy.ts';

/** Values set by the page. Undefined and null keep the document's own value. */
export interface Overrides {
  readonly updated: string | null | undefined;
  readonly effective: string | null | undefined;
  readonly version: string | null | undefined;
  /**
   * Day on which the page was last edited. Added as a date of kind `file` if no other date is
   * stated.
   */
  readonly modified?: string | null;
  /** Translations that another document of the same policy lists, or null. */
  readonly alternates?: readonly Alternate[] | null;
  /** URL of the previous version. */
  readonly previousUrl?: string | null;
  /** Prefix for the ids of all sections. */
  readonly idPrefix: string;
}

/** Returns the policy with the page's values instead of the policy's own. */
export function overridePolicy(policy: Policy, overrides: Overrides): Policy {
  const { idPrefix, version } = overrides;
  const dates = (['updated', 'effective'] as const).flatMap((kind): PolicyDate[] => {
    const text = textOf(overrides[kind]);
    const iso = parseDate(text, policy.language)?.iso ?? null;
    return text ? [{ kind, text, from: 'attribute', iso }] : [];
  });
  const stated = (kind: 'updated' | 'effective'): string | null =>
    (dates.find((date) => date.kind === kind) ?? { iso: policy[kind] }).iso;
  const edited = textOf(overrides.modified);
  const states = [...dates, ...policy.dates].some(({ kind }) => kind !== 'file');
  if (edited && !states) {
    const iso = parseDate(edited, policy.language)?.iso ?? null;
    dates.push({ kind: 'file', text: edited, from: 'attribute', iso });
  }
  return {
    ...policy,
    alternates: overrides.alternates ?? policy.alternates,
    previousUrl: overrides.previousUrl ?? policy.previousUrl,
    updated: stated('updated'),
    effective: stated('effective'),
    version: textOf(version) || policy.version,
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

/** Converts a value to trimmed text. Frameworks may set a version as a number. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
