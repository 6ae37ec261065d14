/** Builds a policy from a parsed document. */

import { findDates, findHistory, parseDate } from '../dates/index.ts';
import { gatherFacts } from '../model/block-facts.ts';
import type { ParsedDocument, StatedDate } from '../model/parsed-document.ts';
import { PolicyError } from '../model/errors.ts';
import { Ids } from '../model/ids.ts';
import type { LanguageGuesser } from './guess-language.ts';
import { extractOutline } from './outline.ts';
import type { Alternate, Policy, PolicyDate } from '../model/policy.ts';
import type { ParseOptions } from '../parse/types.ts';
import { buildSections } from './sections.ts';
import { resolveInternalLinks } from './resolve-links.ts';
import { findStatedLinks } from './stated-links.ts';
import type { Task } from '../tasks.ts';
import { plainLine } from '../model/text.ts';
import type { Vocabulary } from '../vocabulary/index.ts';

export { overridePolicy } from './overrides.ts';
export { sampleText } from './sample-text.ts';

/** Options for assembling a policy from a parsed document. */
export interface AssembleOptions extends Pick<ParseOptions, 'base' | 'language' | 'inherited'> {
  /** Called to detect the language of a text that does not state it. */
  readonly guessLanguage?: LanguageGuesser | undefined;
  /** The words of the languages that the text may be in. */
  readonly vocabulary: Vocabulary;
}

/**
 * Builds a {@link Policy} from a parsed document: finds its title, sections, dates and links.
 *
 * @throws PolicyError with code `empty` or `too-complex`.
 */
export function* assemblePolicy(
  parsed: ParsedDocument,
  { base, language: assumedLanguage, inherited, guessLanguage, vocabulary }: AssembleOptions,
): Task<Policy> {
  const document = inherited ? withInherited(parsed, inherited) : parsed;
  yield* gatherFacts(document.content);
  const { title, content, level, dropped } = yield* extractOutline(document, vocabulary);
  yield;
  const language = document.language ?? assumedLanguage ?? guessLanguage?.(content) ?? null;
  const found = findDates({ content: document.content, language, vocabulary });
  // A date in metadata that cannot be parsed counts only if no date was found in the text.
  const dates = [
    ...(document.dates ?? [])
      .filter(({ iso, text }) => iso || !found.length || parseDate(text, language))
      .map((date) => withKind(date, found)),
    ...found,
  ];
  yield;
  const history = document.history?.length
    ? document.history
    : findHistory(document.content, language, vocabulary);
  const { previousUrl, ...links } = findStatedLinks(document.content, vocabulary);
  yield;
  const ids = new Ids();
  const { intro, sections } = buildSections(content, ids, level);
  const { words, lost } = yield* resolveInternalLinks(intro, sections, ids);
  if (!words && !intro.length && !sections.length) {
    throw new PolicyError('empty', 'The policy has no text.');
  }
  // If the best date of a kind is ambiguous, don't use the next one, which is no more reliable.
  const best = (kind: PolicyDate['kind']) => dates.find((date) => date.kind === kind);
  const updated =
    best('updated') ??
    dates.find(({ from }) => from === 'change-log') ??
    dates.find(({ kind, from }) => kind === 'published' && from === 'text');
  return {
    title: line(title),
    language,
    direction: document.direction ?? null,
    updated: updated?.iso ?? null,
    effective: best('effective')?.iso ?? null,
    version: line(document.version),
    dates: dates.map((date) => ({ ...date, text: plainLine(date.text) })),
    summary: line(document.summary),
    intro,
    sections,
    history: history.map((entry) => ({
      ...entry,
      version: line(entry.version),
      note: line(entry.note),
    })),
    alternates: withOwnLanguage(document, language, base).map((one) => ({
      ...one,
      version: line(one.version),
    })),
    authoritativeLanguage: document.authoritativeLanguage ?? null,
    next: document.next ?? null,
    previousUrl: document.previousUrl ?? previousUrl ?? null,
    links: {
      canonical: null,
      source: null,
      changeLog: null,
      licence: null,
      contact: null,
      ...links,
      ...document.links,
      ...(document.links?.licence && {
        licence: { ...document.links.licence, name: plainLine(document.links.licence.name) },
      }),
    },
    words,
    warnings: [...(document.warnings ?? []), ...warningsOf(title, sections.length, dropped, lost)],
  };
}

/**
 * Adds the metadata that an index states for a document. The document's own metadata takes
 * precedence.
 */
function withInherited(
  document: ParsedDocument,
  inherited: Partial<ParsedDocument>,
): ParsedDocument {
  const { dates = [], alternates = [], history = [] } = document;
  return {
    ...inherited,
    ...document,
    dates: [...dates, ...(inherited.dates ?? [])],
    alternates: alternates.length ? alternates : (inherited.alternates ?? []),
    history: history.length ? history : (inherited.history ?? []),
    links: { ...inherited.links, ...document.links },
  };
}

/** Adds the document itself to its list of translations, if the list omits it. */
function withOwnLanguage(
  { alternates = [], version }: ParsedDocument,
  language: string | null,
  url: string,
): readonly Alternate[] {
  const isOwn = (one: Alternate): boolean => one.language === language || one.url === url;
  return !language || !alternates.length || alternates.some(isOwn)
    ? alternates
    : [{ language, url, version: version ?? null }, ...alternates];
}

/** Determines the kind of a date in metadata, given the dates that were found in the text. */
function withKind(date: StatedDate, found: readonly PolicyDate[]): PolicyDate {
  const { kind } = date;
  const statesUpdate = found.some((one) => one.kind === 'updated' || one.from === 'change-log');
  const isOfFile = kind === 'saved' ? statesUpdate : isContradicted(date, found);
  return { ...date, kind: isOfFile ? 'file' : kind === 'saved' ? 'updated' : kind };
}

/**
 * Whether the front matter and the text state different days for the last update. Visitors see the
 * day in the text, so the date in the front matter then counts as the date of the file.
 */
function isContradicted({ kind, from, iso }: StatedDate, found: readonly PolicyDate[]): boolean {
  if (kind !== 'updated' || from !== 'front-matter' || !iso) return false;
  const stated = found.find((date) => date.kind === 'updated' && date.place)?.iso;
  return !!stated && !iso.startsWith(stated) && !stated.startsWith(iso);
}

function line(text: string | null | undefined): string | null {
  return text ? plainLine(text) : null;
}

function* warningsOf(title: string | null, sections: number, dropped: number, lost: number) {
  if (!title) yield 'The document has no title.';
  if (!sections) yield 'The document has no headings, so it has no sections.';
  if (dropped) yield `${dropped} blocks of page navigation around the text were left out.`;
  if (lost) yield `${lost} links within the document lead nowhere.`;
}
