/** Finds the change log that a document contains. */

import type { FlatNode } from '../model/parsed-document.ts';
import type { HistoryEntry } from '../model/policy.ts';
import { meaningsIn, type Vocabulary } from '../vocabulary/index.ts';
import { compareDays } from './calendar.ts';
import { datesIn, linesOf, type Line } from './lines.ts';
import { foldDiacritics } from './months.ts';

/** Maximum length in characters of a line that introduces a change log. */
const MAX_ANNOUNCEMENT = 80;

/** Maximum number of entries returned. No real document lists more. */
const MAX_ENTRIES = 100;

/** Matches a version number with a dot. A plain number could be a day or a year. */
const VERSION = /(?<![\d.])\d+(?:\.\d+)+/;

/** An entry of a change log and its position in the document. */
export interface LoggedChange {
  readonly entry: HistoryEntry;
  /** The date as written. */
  readonly text: string;
  /** Index of the line that contains the date. */
  readonly line: number;
  /**
   * Whether the entry is in a list of earlier versions, which does not include the current version.
   */
  readonly earlier: boolean;
}

/** Returns the document's own change log, newest first. */
export function findHistory(
  content: readonly FlatNode[],
  language: string | null,
  vocabulary: Vocabulary,
): readonly HistoryEntry[] {
  return findChanges(linesOf(content), language, vocabulary).map(({ entry }) => entry);
}

/** Caches change logs by lines, because `findDates` and `findHistory` search the same lines. */
const changeCache = new WeakMap<
  readonly Line[],
  { language: string | null; found: LoggedChange[] }
>();

/** Returns the entries of change logs among the lines of a document, newest first. */
export function findChanges(
  lines: readonly Line[],
  language: string | null,
  vocabulary: Vocabulary,
): readonly LoggedChange[] {
  const seen = changeCache.get(lines);
  if (seen?.language === language) return seen.found;
  const found = parseChanges(lines, language, vocabulary);
  changeCache.set(lines, { language, found });
  return found;
}

function parseChanges(
  lines: readonly Line[],
  language: string | null,
  vocabulary: Vocabulary,
): LoggedChange[] {
  const found: LoggedChange[] = [];
  /** Level of the heading above the log, 7 if a plain line introduces it, or 0 outside a log. */
  let inside = 0;
  let earlier = false;
  for (const [index, line] of lines.entries()) {
    const { text, level } = line;
    const last = found.at(-1);
    const change =
      inside > 0 && found.length < MAX_ENTRIES && parseChange(line, index, earlier, language);
    if (change) found.push(change);
    else if ((level || (!inside && hasDateBelow(lines, index))) && announces(text, vocabulary)) {
      inside = level || 7;
      earlier = meaningsIn(text, vocabulary)[0] === 'change-log';
    } else if (level ? level <= inside : inside === 7 && last?.line !== index - 1) inside = 0;
    else if (inside && inside < 7 && last?.line === index - 1 && !last.entry.note) {
      found[found.length - 1] = { ...last, entry: { ...last.entry, note: text.trim() } };
    }
  }
  // A single date under such a heading is the date of the document itself.
  return found.length > 1 || found[0]?.entry.note
    ? found.sort((one, other) => compareDays(other.entry.date ?? '', one.entry.date ?? ''))
    : [];
}

/**
 * Whether one of the next two lines may have a date. If a plain line introduces a change log, the
 * log begins in one of these lines.
 */
function hasDateBelow(lines: readonly Line[], index: number): boolean {
  return !!lines[index + 1]?.mayHaveDate || !!lines[index + 2]?.mayHaveDate;
}

function announces(text: string, { announcesLog }: Vocabulary): boolean {
  return text.length < MAX_ANNOUNCEMENT && announcesLog.test(foldDiacritics(text));
}

/**
 * Parses a line that begins with a date, or with a version and a date. Returns null for any other
 * line.
 */
function parseChange(line: Line, index: number, earlier: boolean, language: string | null) {
  const [match] = datesIn(line, language);
  if (!match) return null;
  const { text, links } = line;
  const lead = text.slice(0, match.start);
  const rest = text.slice(match.end);
  const version = (VERSION.exec(lead) ?? VERSION.exec(rest.slice(0, 16)))?.[0] ?? null;
  if (lead.replace(/version|[^\p{L}]/giu, '').length > 1) return null;
  const note = rest
    .replace(version ?? '', '')
    .replace(/^[^\p{L}\p{N}"“„«]+/u, '')
    .trim();
  return {
    line: index,
    earlier,
    text: text.slice(match.start, match.end),
    entry: {
      version,
      date: match.iso,
      note: note || null,
      minor: /\bminor\b/i.test(note),
      url: links.find((link) => link.start <= match.end + 3)?.href ?? null,
    },
  };
}
