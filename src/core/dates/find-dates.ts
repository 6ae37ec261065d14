/** Finds the dates a document states as its own, and tells what each is the date of. */

import type { FlatHeading } from '../model/parsed-document.ts';
import type { Block, PolicyDate } from '../model/policy.ts';
import { isOrdered } from './calendar.ts';
import { findChanges } from './change-log.ts';
import { linesOf, type Line } from './lines.ts';
import { LAW, meaningsIn, SELF } from './phrases.ts';
import { scanDates, type DateMatch } from './parse-date.ts';

/** Lines counted as head and as tail of a document: where most policies state their date. */
const EDGE = 20;

/** How far from a date its meaning may be said, in characters. */
const REACH = 110;

/** Letters beside a date that says nothing of itself: a day of the week, a town, "Date:". */
const MAX_BARE = 24;

/** A line with no more words than this beside its date says nothing but the date. */
const SHORT = 80;

/** Below this weight a date is one of those that policies merely mention. */
const ENOUGH = 4;

/** The weight of a change log's entries, above all others of their kind. */
const LOGGED = 20;

/** The best of a kind counts and few others are of use; change logs are read in full elsewhere. */
const MAX_DATES = 100;

/** Addresses of places that keep the history of a file. */
const SOURCE = /\/(?:commits?|blame|history)\//;

const SENTENCE_END = /[.!?](?:\s+(?=\p{Lu})|$)|[。！？\n]/u;

/** Every date the text states as the policy's own, best first within its kind. */
export function findDates(input: {
  readonly content: readonly (FlatHeading | Block)[];
  /** BCP 47 tag, or null where it is not known. */
  readonly language: string | null;
}): readonly PolicyDate[] {
  const { content, language } = input;
  const lines = linesOf(content);
  const changes = findChanges(lines, language);
  const taken = new Set(changes.map(({ line }) => line));
  const found = changes.map(({ entry, text, earlier }) => ({
    weight: earlier ? ENOUGH : LOGGED,
    date: dateOf('change-log', earlier ? 'text' : 'change-log', entry.date, text, entry.url),
  }));
  for (const [index, line] of lines.entries()) {
    if (taken.has(index)) continue;
    const edge = index < EDGE || index >= lines.length - EDGE;
    const matches = scanDates(line.text, language);
    for (const [number, match] of matches.entries()) {
      const from = Math.max(matches[number - 1]?.end ?? 0, match.start - REACH);
      const to = Math.min(matches[number + 1]?.start ?? Infinity, match.end + REACH / 2);
      const before = line.text.slice(from, match.start).split(SENTENCE_END).at(-1)!;
      const after = line.text.slice(match.end, to).split(SENTENCE_END)[0]!;
      found.push(scoreDate(line, match, before, after, edge ? 2 : 0, lines[index - 1]?.text ?? ''));
    }
  }
  return found
    .filter(({ weight }) => weight >= ENOUGH)
    .sort((one, other) => other.weight - one.weight || newerFirst(one.date, other.date))
    .slice(0, MAX_DATES)
    .map(({ date }) => date);
}

/** Of dates stated alike the newest is the last; days of effect differ by region instead. */
function newerFirst(one: PolicyDate, other: PolicyDate): number {
  const comparable = one.kind === other.kind && one.kind !== 'effective' && one.iso;
  return comparable && other.iso ? isOrdered(other.iso, comparable) : 0;
}

/** Weighs a date by the words around it; `before` and `after` are those of the same sentence. */
function scoreDate(
  { text, level, links }: Line,
  { start, end, iso }: DateMatch,
  before: string,
  after: string,
  edge: number,
  label: string,
) {
  const rest = text.slice(0, start) + text.slice(end);
  const bare = !/\d/.test(rest) && rest.replace(/\P{L}/gu, '').length <= MAX_BARE;
  const short = rest.length < SHORT;
  const logged = !/\p{L}/u.test(before) && /^\s?[:–—]\s/.test(after);
  let meanings = meaningsIn(before);
  if (!meanings.length && bare && label.length < SHORT) meanings = meaningsIn(label);
  const following = meaningsIn(after);
  if (!meanings.length && !logged) meanings = following.slice(0, 1);
  // "Until" after a date makes it the beginning of a version that is no longer in force.
  const ended = after.length < 12 && following[0] === 'change-log';
  const last = meanings.at(-1) ?? 'published';
  const earlier = last === 'published' && meanings.at(-2) === 'change-log';
  const meaning = logged || ended || earlier ? 'change-log' : last;
  const weight =
    edge +
    (meanings.length ? 3 : bare || logged ? 0 : -2) +
    (meanings.length && before && start < SHORT / 2 ? 1 : 0) +
    (short ? 2 : 0) +
    (level ? 1 : 0) +
    (meanings.length && SELF.test(text.slice(Math.max(0, start - REACH), start)) ? 1 : 0) -
    (LAW.test(before + after) ? 6 : 0) -
    (!bare && !short && /[[(][^)\]]*$/.test(before) ? 2 : 0);
  const url = links.find((link) => link.start < end && link.end > start)?.href;
  const kind = url && SOURCE.test(url) ? 'file' : meaning;
  return { weight, date: dateOf(kind, 'text', iso, text.slice(start, end), url) };
}

function dateOf(
  kind: PolicyDate['kind'],
  from: PolicyDate['from'],
  iso: string | null,
  text: string,
  url: string | null | undefined,
): PolicyDate {
  return { kind, iso, text, from, ...(url ? { url } : null) };
}
