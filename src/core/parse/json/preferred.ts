/** Chooses among texts in several languages. */

import type { ParseOptions } from '../../parse-policy.ts';

/** The one in the first language that the visitor reads, else the English, else the first. */
export function choosePreferred<T>(
  offered: readonly T[],
  languageOf: (one: T) => string,
  { languages, language }: ParseOptions,
): T | undefined {
  for (const wanted of [...(languages ?? []), language ?? 'en', 'en']) {
    const tag = wanted.toLowerCase();
    const named = (one: T) => languageOf(one).toLowerCase().replaceAll('_', '-');
    const match =
      offered.find((one) => named(one) === tag) ??
      offered.find((one) => named(one).split('-')[0] === tag.split('-')[0]);
    if (match) return match;
  }
  return offered[0];
}
