/** Makes a policy of a draft, whatever form it was read from. */

import { findDates, findHistory, readDate } from './dates/index.ts';
import type { Draft } from './draft.ts';
import { PolicyError } from './errors.ts';
import { Ids } from './ids.ts';
import { guessLanguage } from './language.ts';
import { separateParts } from './parts.ts';
import type { Alternate, Policy, PolicyDate } from './policy.ts';
import type { ReadHints } from './read.ts';
import { foldSections } from './sections.ts';
import { settleTree } from './settle.ts';
import { findStatedLinks } from './stated-links.ts';
import type { Steps } from './steps.ts';
import { plainLine } from './text.ts';

/** Folds a draft into a policy. */
export function* foldDraft(draft: Draft, hints: ReadHints): Steps<Policy> {
  const { title, content, level, dropped } = yield* separateParts(draft);
  yield;
  const language = draft.language ?? hints.language ?? guessLanguage(content);
  const found = findDates({ content: draft.content, language });
  // What is no date gives way to one in the text.
  const dates = [
    ...(draft.dates ?? []).filter(
      ({ iso, text }) => iso || !found.length || readDate(text, language),
    ),
    ...found,
  ];
  yield;
  const history = draft.history?.length ? draft.history : findHistory(draft.content, language);
  const { previousUrl, ...links } = findStatedLinks(draft.content);
  yield;
  const ids = new Ids();
  const { intro, sections } = foldSections(content, ids, level);
  const { words, lost } = yield* settleTree(intro, sections, ids);
  if (!words && !intro.length && !sections.length) {
    throw new PolicyError('empty', 'The policy has no text.');
  }
  // Only the best of a kind counts: where that is ambiguous, another is not more certain.
  const best = (kind: PolicyDate['kind']) => dates.find((date) => date.kind === kind);
  const updated =
    best('updated') ??
    dates.find(({ from }) => from === 'change-log') ??
    dates.find(({ kind, from }) => kind === 'published' && from === 'text');
  return {
    title: line(title),
    language,
    direction: draft.direction ?? null,
    updated: updated?.iso ?? null,
    effective: best('effective')?.iso ?? null,
    version: line(draft.version),
    dates,
    summary: line(draft.summary),
    intro,
    sections,
    history,
    alternates: listed(draft, language, hints.base),
    authoritativeLanguage: draft.authoritativeLanguage ?? null,
    next: draft.next ?? null,
    previousUrl: draft.previousUrl ?? previousUrl ?? null,
    links: {
      canonical: null,
      source: null,
      changeLog: null,
      licence: null,
      contact: null,
      ...links,
      ...draft.links,
    },
    words,
    warnings: [...(draft.warnings ?? []), ...warningsOf(title, sections.length, dropped, lost)],
  };
}

/** The languages there are, the text's own among them. */
function listed(
  { alternates = [], version }: Draft,
  language: string | null,
  url: string,
): readonly Alternate[] {
  const isOwn = (one: Alternate): boolean => one.language === language || one.url === url;
  return !language || !alternates.length || alternates.some(isOwn)
    ? alternates
    : [{ language, url, version: version ?? null }, ...alternates];
}

function line(text: string | null | undefined): string | null {
  return text ? plainLine(text) : null;
}

function* warningsOf(title: string | null, sections: number, dropped: number, lost: number) {
  if (!title) yield 'The document has no title.';
  if (!sections) yield 'The document has no headings, so it has no sections.';
  if (dropped) yield `${dropped} blocks of page navigation around the text were left out.`;
  if (lost) yield `${lost} links lead to places that the document does not have.`;
}
