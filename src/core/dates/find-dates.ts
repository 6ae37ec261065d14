/** Finds the dates that a document states about itself, and what each of them means. */

import type { FlatHeading } from '../model/parsed-document.ts';
import type { Block, PolicyDate } from '../model/policy.ts';
import { compareDays, countDays } from './calendar.ts';
import { findChanges } from './change-log.ts';
import { linesOf, type Line } from './lines.ts';
import { foldDiacritics } from './months.ts';
import {
  DETACHED,
  LAW,
  phrasesIn,
  SELF,
  UNTIL,
  UNTIL_AFTER,
  type Meaning,
  type Phrase,
} from './phrases.ts';
import { scanDates, type DateMatch } from './parse-date.ts';

/** Number of lines at the start and at the end of a document where most policies state their date. */
const EDGE_LINES = 20;

/** Length of the text on each side of a date that is examined, in characters. */
const REACH = 110;

/** Maximum distance of a date from the phrase before it that tells its meaning, in characters. */
const MAX_GAP_BEFORE = 60;

/** The same for a phrase after it. Shorter, because such a phrase often belongs to something else. */
const MAX_GAP_AFTER = 18;

/** Maximum number of letters around a bare date: a weekday, a town, "Date:". */
const MAX_BARE_LETTERS = 24;

/** Maximum length of a short line without its date, in characters. */
const SHORT = 80;

/** Minimum score. Dates below are only mentioned, as policies do with many. */
const MIN_SCORE = 4;

/** Score from which a date at the start of a document prevails over those after the start. */
const CERTAIN = 6;

/** The score of change log entries, above all others of their kind. */
const LOGGED_SCORE = 20;

/** Maximum number of dates returned. Only the best few of a kind are used. */
const MAX_DATES = 100;

/** A date this many days older than that of the whole document belongs to a part of it. */
const OLDER_PART_DAYS = 183;

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
  /** In a sentence about a law. */
  namesLaw: -6,
  /** In a sentence about another document, to which it links. */
  namesOther: -6,
  /** The last day, or a day after or before which something happens. */
  isLimit: -9,
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
  readonly place: 'start' | 'middle' | 'end';
  /** The line above, which can be the label of a bare date. */
  readonly lineAbove: string;
  /** Whether it is in a list of versions. */
  readonly isListed: boolean;
}

/** A date with the score of how surely it is the policy's own. */
interface Candidate {
  readonly score: number;
  readonly date: PolicyDate;
  readonly place: Occurrence['place'];
  readonly namesPolicy: boolean;
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
  const found = changes.map(({ entry, text, earlier }): Candidate => ({
    score: earlier ? MIN_SCORE : LOGGED_SCORE,
    date: dateOf('change-log', earlier ? 'text' : 'change-log', entry.date, text, entry.url),
    place: 'middle',
    namesPolicy: false,
  }));
  const matchesIn = lines.map(({ text }) => scanDates(text, language));
  for (const [index, line] of lines.entries()) {
    if (logged.has(index)) continue;
    const matches = matchesIn[index]!;
    for (const [number, match] of matches.entries()) {
      const from = Math.max(matches[number - 1]?.end ?? 0, match.start - REACH);
      const to = Math.min(matches[number + 1]?.start ?? Infinity, match.end + REACH);
      const before = line.text.slice(from, match.start).split(SENTENCE_END).at(-1)!;
      const after = line.text.slice(match.end, to).split(SENTENCE_END)[0]!;
      const place =
        index < EDGE_LINES ? 'start' : index >= lines.length - EDGE_LINES ? 'end' : 'middle';
      const lineAbove = lines[index - 1]?.text ?? '';
      const isListed = [index - 1, index + 1].some(
        (other) => lines[other] && isSameEntry(line, matches, lines[other], matchesIn[other]!),
      );
      found.push(...rateDate({ line, match, before, after, place, lineAbove, isListed }));
    }
  }
  const own = found.filter(({ score }) => score >= MIN_SCORE);
  return demoteParts(own)
    .sort(
      (one, other) =>
        +isCertain(other) - +isCertain(one) ||
        other.score - one.score ||
        newerFirst(one.date, other.date),
    )
    .slice(0, MAX_DATES)
    .map(({ date }) => date);
}

/** Whether two lines differ in their date only, as the lines of a list of versions do. */
function isSameEntry(
  one: Line,
  [first, ...more]: readonly DateMatch[],
  other: Line,
  [second, ...others]: readonly DateMatch[],
): boolean {
  if (!first || !second || more.length || others.length || first.iso === second.iso) return false;
  const label = one.text.slice(0, first.start);
  return /\p{L}/u.test(label) && label === other.text.slice(0, second.start);
}

/** Whether a date is surely that of the whole document: at its start, or at its end with its name. */
function isCertain({ place, score, namesPolicy }: Candidate): boolean {
  return score >= CERTAIN && (place === 'start' || (place === 'end' && namesPolicy));
}

/**
 * Takes dates of parts of a document as `change-log`: those that are much older than the date of the
 * whole, and those in the middle that contradict each other.
 */
function demoteParts(candidates: readonly Candidate[]): Candidate[] {
  const [newest] = candidates
    .filter(isCertain)
    .flatMap(({ date }) => (date.iso && date.kind !== 'change-log' ? [date.iso] : []))
    .sort(compareDays)
    .reverse();
  const isOlder = ({ date, place }: Candidate): boolean =>
    place !== 'start' && !!newest && !!date.iso && countDays(date.iso, newest) > OLDER_PART_DAYS;
  const isAtEdge = new Set<PolicyDate['kind']>();
  const inMiddle = new Map<PolicyDate['kind'], Set<string | null>>();
  for (const { date, place } of candidates) {
    if (place !== 'middle') isAtEdge.add(date.kind);
    else if (!inMiddle.get(date.kind)?.add(date.iso)) inMiddle.set(date.kind, new Set([date.iso]));
  }
  const contradicts = ({ date: { kind }, place }: Candidate): boolean =>
    place === 'middle' && !isAtEdge.has(kind) && inMiddle.get(kind)!.size > 1;
  return candidates.map((candidate) => {
    const { date } = candidate;
    const isOfPart =
      date.from === 'text' &&
      date.kind !== 'file' &&
      (isOlder(candidate) || contradicts(candidate));
    return isOfPart ? { ...candidate, date: { ...date, kind: 'change-log' } } : candidate;
  });
}

/** Puts the newest of equal dates first, except effective dates, which can differ by region. */
function newerFirst(one: PolicyDate, other: PolicyDate): number {
  const comparable = one.kind === other.kind && one.kind !== 'effective' && one.iso;
  return comparable && other.iso ? compareDays(other.iso, comparable) : 0;
}

/** Decides what a date means, which can be two things, and scores how surely it is the policy's own. */
function rateDate(occurrence: Occurrence): Candidate[] {
  const { line, match, place } = occurrence;
  const { meanings, signals } = examineDate(occurrence);
  const isAlone = signals.isShort && !signals.isMentioned && place !== 'middle';
  const url = line.links.find((link) => link.start < match.end && link.end > match.start)?.href;
  const text = line.text.slice(match.start, match.end);
  const score = scoreDate(signals);
  const isOfFile = !!url && FILE_HISTORY.test(url);
  return meanings.map((meaning) => ({
    score,
    place,
    namesPolicy: signals.namesPolicy,
    date: {
      ...dateOf(isOfFile ? 'file' : meaning, 'text', match.iso, text, url),
      ...(isAlone && !isOfFile && { place }),
    },
  }));
}

function scoreDate(signals: Signals): number {
  let score = 0;
  for (const [signal, weight] of Object.entries(WEIGHTS)) {
    if (signals[signal as keyof Signals]) score += weight;
  }
  return score;
}

function examineDate(occurrence: Occurrence): { meanings: Meaning[]; signals: Signals } {
  const { line, match, place, lineAbove, isListed } = occurrence;
  const [before, after] = [occurrence.before, occurrence.after].map(foldDiacritics) as [
    string,
    string,
  ];
  const rest = line.text.slice(0, match.start) + line.text.slice(match.end);
  const isBare = !/\d/.test(rest) && rest.replace(/\P{L}/gu, '').length <= MAX_BARE_LETTERS;
  const isShort = rest.length < SHORT;
  const isEntry = !/\p{L}/u.test(before) && /^\s?[:–—]\s/.test(after);
  let phrases = phrasesBefore(before);
  if (!phrases.length && isBare && lineAbove.length < SHORT) {
    phrases = phrasesIn(foldDiacritics(lineAbove)).slice(-2);
  }
  if (!phrases.length && !isEntry) phrases = phrasesAfter(after);
  const last = phrases.at(-1)?.meaning ?? 'published';
  // "Previous version: 25 May 2018"; "from June 24, 2021, until October 6, 2025".
  const isEarlier = last === 'published' && phrases.at(-2)?.meaning === 'change-log';
  const hasEnded = after.length < 14 && UNTIL.test(after);
  const hasMeaning = phrases.length > 0;
  const near = foldDiacritics(line.text.slice(Math.max(0, match.start - 2 * REACH), match.start));
  return {
    meanings:
      isEntry || hasEnded || isEarlier || (isListed && last !== 'updated')
        ? ['change-log']
        : joinedMeanings(phrases, before),
    signals: {
      isNearEdge: place !== 'middle',
      hasMeaning,
      isMentioned: !hasMeaning && !isBare && !isEntry,
      isLabelled: hasMeaning && before !== '' && match.start < SHORT / 2,
      isShort,
      isHeading: line.level > 0,
      namesPolicy: hasMeaning && SELF.test(near),
      namesLaw: LAW.test(before) || (LAW.test(after) && !SELF.test(before)),
      namesOther: !isShort && linksToOther(occurrence),
      isLimit: UNTIL.test(before) || UNTIL_AFTER.test(after),
      isParenthetical: !isBare && !isShort && /[[(][^)\]]*$/.test(before),
    },
  };
}

/** The phrases that tell the meaning of the date after `before`, nearest last. */
function phrasesBefore(before: string): readonly Phrase[] {
  const phrases = phrasesIn(before);
  const last = phrases.at(-1);
  if (!last) return [];
  const gap = before.slice(last.end);
  const isDetached = gap.length > MAX_GAP_BEFORE || /\d/.test(gap) || DETACHED.test(gap);
  return isDetached ? [] : phrases;
}

/** The phrase that tells the meaning of the date before `after`, unless it belongs to another date. */
function phrasesAfter(after: string): readonly Phrase[] {
  const [first] = phrasesIn(after);
  if (!first || first.start > MAX_GAP_AFTER) return [];
  const gap = after.slice(0, first.start);
  // A colon makes the phrase the label of what follows. After "and" another date follows.
  const isOther =
    /^[^.,;()]*[:：]/.test(after.slice(first.end)) ||
    /\b(?:and|und|et|y|e|en|och|og|i)\b/.test(gap);
  return isOther || DETACHED.test(gap) ? [] : [first];
}

/** The meaning of the last phrase, with that of the phrase before if only a conjunction is between. */
function joinedMeanings(phrases: readonly Phrase[], before: string): Meaning[] {
  const [other, last] = [phrases.at(-2), phrases.at(-1)];
  if (!last) return ['published'];
  const between = other ? before.slice(other.end, last.start) : '';
  const isJoined =
    other &&
    other.meaning !== last.meaning &&
    /^\S{0,12}\s*(?:\/|&|[,;]?\s(?:and|und|et|y|e|en|och|og|i|ja|a|и|та|ve|és|و|और|dan|si)\s)\s*(?:\S+\s+){0,3}$/.test(
      between,
    );
  return isJoined ? [other.meaning, last.meaning] : [last.meaning];
}

/** Whether the sentence of a date links to another policy, whose date it can be. */
function linksToOther({ line, match, before }: Occurrence): boolean {
  const from = match.start - before.length;
  return line.links.some(
    (link) =>
      link.end > from &&
      link.end <= match.start &&
      !link.href.startsWith('#') &&
      SELF.test(foldDiacritics(line.text.slice(link.start, link.end))),
  );
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
