/** Makes a policy of a draft, whatever form it was read from. */

import { findDates, findHistory, parseDate } from '../dates/index.ts';
import type { ParsedDocument } from '../model/parsed-document.ts';
import { PolicyError } from '../model/errors.ts';
import { Ids } from '../model/ids.ts';
import { guessLanguage } from './guess-language.ts';
import { extractOutline } from './outline.ts';
import type { Alternate, Policy, PolicyDate } from '../model/policy.ts';
import type { ParseOptions } from '../parse-policy.ts';
import { buildSections } from './sections.ts';
import { resolveInternalLinks } from './resolve-links.ts';
import { findStatedLinks } from './stated-links.ts';
import type { Task } from '../tasks.ts';
import { plainLine } from '../model/text.ts';

/** Folds a draft into a policy. */
export function* assemblePolicy(draft: ParsedDocument, hints: ParseOptions): Task<Policy> {
  const { title, content, level, dropped } = yield* extractOutline(draft);
  yield;
  const language = draft.language ?? hints.language ?? guessLanguage(content);
  const found = findDates({ content: draft.content, language });
  // What is no date gives way to one in the text.
  const dates = [
    ...(draft.dates ?? []).filter(
      ({ iso, text }) => iso || !found.length || parseDate(text, language),
    ),
    ...found,
  ];
  yield;
  const history = draft.history?.length ? draft.history : findHistory(draft.content, language);
  const { previousUrl, ...links } = findStatedLinks(draft.content);
  yield;
  const ids = new Ids();
  const { intro, sections } = buildSections(content, ids, level);
  const { words, lost } = yield* resolveInternalLinks(intro, sections, ids);
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
  { alternates = [], version }: ParsedDocument,
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
