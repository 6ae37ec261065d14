/** Finds the dates that a document states about itself, and what each of them means. */

import type { FlatHeading } from '../model/parsed-document.ts';
import type { Block, PolicyDate } from '../model/policy.ts';
import { compareDays } from './calendar.ts';
import { findChanges } from './change-log.ts';
import { linesOf, type Line } from './lines.ts';
import { LAW, meaningsIn, SELF, type Meaning } from './phrases.ts';
import { scanDates, type DateMatch } from './parse-date.ts';

/** Number of lines at the start and at the end of a document where most policies state their date. */
const EDGE_LINES = 20;

/** Maximum distance between a date and the phrase that tells its meaning, in characters. */
const REACH = 110;

/** Maximum number of letters around a bare date: a weekday, a town, "Date:". */
const MAX_BARE_LETTERS = 24;

/** Maximum length of a short line without its date, in characters. */
const SHORT = 80;

/** Minimum score. Dates below are only mentioned, as policies do with many. */
const MIN_SCORE = 4;

/** The score of change log entries, above all others of their kind. */
const LOGGED_SCORE = 20;

/** Maximum number of dates returned. Only the best few of a kind are used. */
const MAX_DATES = 100;

/** Matches addresses of pages that show the history of a file. */
const FILE_HISTORY = /\/(?:commits?|blame|history)\//;

const SENTENCE_END = /[.!?](?:\s+(?=\p{Lu})|$)|[。！？\n]/u;

/** What each signal adds to the score of a date, chosen by the corpus of `tools/corpus/dates.mjs`. */
const WEIGHTS = {
  /** Within the first or last lines of the document. */
  isNearEdge: 2,
  /** A phrase tells its meaning. */
  hasMeaning: 3,
  /** Inside running text, without a phrase. */
  isMentioned: -2,
  /** A phrase precedes it, near the start of the line. */
  isLabelled: 1,
  /** On a short line. */
  isShort: 2,
  /** In a heading. */
  isHeading: 1,
  /** The text before it names the policy. */
  namesPolicy: 1,
  /** Beside a legal term. */
  namesLaw: -6,
  /** In parentheses within a longer text. */
  isParenthetical: -2,
} as const;

type Signals = Readonly<Record<keyof typeof WEIGHTS, boolean>>;

/** A date of a line with the text around it, up to the ends of its sentence. */
interface Occurrence {
  readonly line: Line;
  readonly match: DateMatch;
  readonly before: string;
  readonly after: string;
  readonly isNearEdge: boolean;
  /** The line above, which can be the label of a bare date. */
  readonly lineAbove: string;
}

/** Every date that the text states as the policy's own, best first within its kind. */
export function findDates(input: {
  readonly content: readonly (FlatHeading | Block)[];
  /** BCP 47 tag, or null if unknown. */
  readonly language: string | null;
}): readonly PolicyDate[] {
  const { content, language } = input;
  const lines = linesOf(content);
  const changes = findChanges(lines, language);
  const logged = new Set(changes.map(({ line }) => line));
  const found = changes.map(({ entry, text, earlier }) => ({
    score: earlier ? MIN_SCORE : LOGGED_SCORE,
    date: dateOf('change-log', earlier ? 'text' : 'change-log', entry.date, text, entry.url),
  }));
  for (const [index, line] of lines.entries()) {
    if (logged.has(index)) continue;
    const isNearEdge = index < EDGE_LINES || index >= lines.length - EDGE_LINES;
    const matches = scanDates(line.text, language);
    for (const [number, match] of matches.entries()) {
      const from = Math.max(matches[number - 1]?.end ?? 0, match.start - REACH);
      const to = Math.min(matches[number + 1]?.start ?? Infinity, match.end + REACH / 2);
      const before = line.text.slice(from, match.start).split(SENTENCE_END).at(-1)!;
      const after = line.text.slice(match.end, to).split(SENTENCE_END)[0]!;
      const lineAbove = lines[index - 1]?.text ?? '';
      found.push(rateDate({ line, match, before, after, isNearEdge, lineAbove }));
    }
  }
  return found
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((one, other) => other.score - one.score || newerFirst(one.date, other.date))
    .slice(0, MAX_DATES)
    .map(({ date }) => date);
}

/** Puts the newest of equal dates first, except effective dates, which can differ by region. */
function newerFirst(one: PolicyDate, other: PolicyDate): number {
  const comparable = one.kind === other.kind && one.kind !== 'effective' && one.iso;
  return comparable && other.iso ? compareDays(other.iso, comparable) : 0;
}

/** Decides what a date means and scores how surely it is the policy's own. */
function rateDate(occurrence: Occurrence): { score: number; date: PolicyDate } {
  const { line, match } = occurrence;
  const { meaning, signals } = examineDate(occurrence);
  const url = line.links.find((link) => link.start < match.end && link.end > match.start)?.href;
  const kind = url && FILE_HISTORY.test(url) ? 'file' : meaning;
  const text = line.text.slice(match.start, match.end);
  return { score: scoreDate(signals), date: dateOf(kind, 'text', match.iso, text, url) };
}

function scoreDate(signals: Signals): number {
  let score = 0;
  for (const [signal, weight] of Object.entries(WEIGHTS)) {
    if (signals[signal as keyof Signals]) score += weight;
  }
  return score;
}

function examineDate(occurrence: Occurrence): { meaning: Meaning; signals: Signals } {
  const { line, match, before, after, isNearEdge, lineAbove } = occurrence;
  const rest = line.text.slice(0, match.start) + line.text.slice(match.end);
  const isBare = !/\d/.test(rest) && rest.replace(/\P{L}/gu, '').length <= MAX_BARE_LETTERS;
  const isShort = rest.length < SHORT;
  const isEntry = !/\p{L}/u.test(before) && /^\s?[:–—]\s/.test(after);
  let meanings = meaningsIn(before);
  if (!meanings.length && isBare && lineAbove.length < SHORT) meanings = meaningsIn(lineAbove);
  const following = meaningsIn(after);
  if (!meanings.length && !isEntry) meanings = following.slice(0, 1);
  // "Until" after a date makes it the start of a version that is no longer in force.
  const hasEnded = after.length < 12 && following[0] === 'change-log';
  const last = meanings.at(-1) ?? 'published';
  const isEarlier = last === 'published' && meanings.at(-2) === 'change-log';
  const hasMeaning = meanings.length > 0;
  const near = line.text.slice(Math.max(0, match.start - REACH), match.start);
  return {
    meaning: isEntry || hasEnded || isEarlier ? 'change-log' : last,
    signals: {
      isNearEdge,
      hasMeaning,
      isMentioned: !hasMeaning && !isBare && !isEntry,
      isLabelled: hasMeaning && before !== '' && match.start < SHORT / 2,
      isShort,
      isHeading: line.level > 0,
      namesPolicy: hasMeaning && SELF.test(near),
      namesLaw: LAW.test(before + after),
      isParenthetical: !isBare && !isShort && /[[(][^)\]]*$/.test(before),
    },
  };
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
