/** Finds the dates that a document states about itself, and their meanings. */

import type { FlatNode } from '../model/parsed-document.ts';
import type { PolicyDate } from '../model/policy.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { compareDays, countDays } from './calendar.ts';
import { findChanges } from './change-log.ts';
import { datesIn, linesOf, type Line } from './lines.ts';
import type { DateMatch } from './parse-date.ts';
import { dateOf, MIN_SCORE, rateDate, CONTEXT_LENGTH, type Candidate } from './rate-date.ts';

/**
 * Number of lines that count as the start, or as the end, of a document. Most policies state their
 * date there.
 */
const EDGE_LINES = 20;

/**
 * Minimum score of a date that certainly applies to the whole document, and prevails over other
 * dates.
 */
const CERTAIN_SCORE = 6;

/** Score of change log entries, higher than the score of any other date of the same kind. */
const LOGGED_SCORE = 20;

/** Maximum number of dates returned. Only the best few of each kind are used. */
const MAX_DATES = 100;

/**
 * Maximum age of a date in days, relative to the date of the whole document. An older date belongs
 * to a part of the document.
 */
const OLDER_PART_DAYS = 183;

const SENTENCE_END = /[.!?](?:\s+(?=\p{Lu})|$)|[。！？\n]/u;

/** Returns every date that the text states as the policy's own, best first within each kind. */
export function findDates(input: {
  readonly content: readonly FlatNode[];
  /** BCP 47 tag, or null if unknown. */
  readonly language: string | null;
  readonly vocabulary: Vocabulary;
}): readonly PolicyDate[] {
  const { content, language, vocabulary } = input;
  const lines = linesOf(content);
  const changes = findChanges(lines, language, vocabulary);
  const logged = new Set(changes.map(({ line }) => line));
  const found = changes.map(({ entry, text, earlier }): Candidate => ({
    score: earlier ? MIN_SCORE : LOGGED_SCORE,
    date: dateOf('change-log', earlier ? 'text' : 'change-log', entry.date, text, entry.url),
    place: 'middle',
    namesPolicy: false,
  }));
  const matchesIn = lines.map((line) => datesIn(line, language));
  for (const [index, line] of lines.entries()) {
    const matches = matchesIn[index]!;
    if (!matches.length || logged.has(index)) continue;
    for (const [number, match] of matches.entries()) {
      const from = Math.max(matches[number - 1]?.end ?? 0, match.start - CONTEXT_LENGTH);
      const to = Math.min(matches[number + 1]?.start ?? Infinity, match.end + CONTEXT_LENGTH);
      const before = line.text.slice(from, match.start).split(SENTENCE_END).at(-1)!;
      const after = line.text.slice(match.end, to).split(SENTENCE_END)[0]!;
      const place =
        index < EDGE_LINES ? 'start' : index >= lines.length - EDGE_LINES ? 'end' : 'middle';
      const lineAbove = lines[index - 1]?.text ?? '';
      const isListed = [index - 1, index + 1].some(
        (other) => lines[other] && isSameEntry(line, matches, lines[other], matchesIn[other]!),
      );
      const context = { before, after, place, lineAbove, isListed, vocabulary } as const;
      found.push(...rateDate({ line, match, ...context }));
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

/** Whether two lines differ only in their date, as the lines of a list of versions do. */
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

/**
 * Whether a date clearly applies to the whole document: it is at the start, or at the end next to
 * the policy's name.
 */
function isCertain({ place, score, namesPolicy }: Candidate): boolean {
  return score >= CERTAIN_SCORE && (place === 'start' || (place === 'end' && namesPolicy));
}

/**
 * Changes the kind of dates that belong to a single part of a document to `change-log`. These are
 * dates much older than the date of the whole document, and dates in the middle that contradict
 * each other.
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

/**
 * Compares two dates with the same rating, and puts the newer one first. Effective dates keep their
 * order, because they can differ by region.
 */
function newerFirst(one: PolicyDate, other: PolicyDate): number {
  const comparable = one.kind === other.kind && one.kind !== 'effective' && one.iso;
  return comparable && other.iso ? compareDays(other.iso, comparable) : 0;
}
