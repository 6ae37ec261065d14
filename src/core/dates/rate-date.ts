/** Determines what a date means, and scores how likely it is the policy's own. */

import type { PolicyDate } from '../model/policy.ts';
import type { Meaning, Phrase, Vocabulary } from '../vocabulary/index.ts';
import type { Line } from './lines.ts';
import { foldDiacritics } from './months.ts';
import type { DateMatch } from './parse-date.ts';

/**
 * Minimum score of the policy's own dates. Dates with a lower score are merely mentioned in the
 * text.
 */
export const MIN_SCORE = 4;

/** Number of characters that are examined on each side of a date. */
export const CONTEXT_LENGTH = 110;

/**
 * Maximum distance in characters between a date and the phrase before it that states its meaning.
 */
const MAX_GAP_BEFORE = 60;

/**
 * Maximum distance in characters between a date and the phrase after it that states its meaning.
 * This distance is shorter, because a phrase after a date often belongs to something else.
 */
const MAX_GAP_AFTER = 18;

/**
 * Maximum number of letters outside the date in a line that is not a sentence. Such a line may
 * contain a weekday, a town or "Date:".
 */
const MAX_BARE_LETTERS = 24;

/** Maximum length of a short line in characters, not counting its date. */
const SHORT = 80;

/**
 * Matches the end of the word "version", a number, and at most one short word before a date. Other
 * numbers separate a phrase from a date.
 */
const VERSION_NUMBER = /^\w{1,3}[ .:#]{1,3}[\d.]{1,9}[ ,;|(–—-]{1,4}(?:\w{1,4} )?$/;

/** Matches addresses of pages that show the history of a file. */
const FILE_HISTORY = /\/(?:commits?|blame|history)\//;

/**
 * Contribution of each signal to a date's score, tuned on the corpus of `tools/corpus/dates.mjs`.
 */
const WEIGHTS = {
  /** The date is within the first or last lines of the document. */
  isNearEdge: 2,
  /** A phrase states the meaning of the date. */
  hasMeaning: 3,
  /** The date is in running text, and no phrase states its meaning. */
  isMentioned: -2,
  /** A phrase states the meaning of the date, which is near the start of the line. */
  isLabelled: 1,
  /** The line is short. */
  isShort: 2,
  /** The line is a heading. */
  isHeading: 1,
  /** The text before the date mentions the policy. */
  namesPolicy: 1,
  /** The sentence is about a law. */
  namesLaw: -6,
  /** The sentence links to another policy. */
  namesOther: -6,
  /** The date is a last day or a deadline. */
  isLimit: -9,
  /** The date is in parentheses within a longer text. */
  isParenthetical: -2,
} as const;

type Signals = Readonly<Record<keyof typeof WEIGHTS, boolean>>;

/** A date in a line, with the text before and after it in the same sentence. */
export interface Occurrence {
  readonly line: Line;
  readonly match: DateMatch;
  readonly before: string;
  readonly after: string;
  readonly place: 'start' | 'middle' | 'end';
  /** The line above. It can state the meaning of a date that is alone on its line. */
  readonly lineAbove: string;
  /** Whether the date is in a list of versions. */
  readonly isListed: boolean;
  readonly vocabulary: Vocabulary;
}

/** A date, with a score for how likely it is the policy's own. */
export interface Candidate {
  readonly score: number;
  readonly date: PolicyDate;
  readonly place: Occurrence['place'];
  readonly namesPolicy: boolean;
}

/**
 * Determines what a date means, and scores how likely it is the policy's own. Returns two
 * candidates if the date has two meanings.
 */
export function rateDate(occurrence: Occurrence): Candidate[] {
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
  const { line, match, place, lineAbove, isListed, vocabulary } = occurrence;
  const { law, self, until, untilAfter } = vocabulary;
  const [before, after] = [occurrence.before, occurrence.after].map(foldDiacritics) as [
    string,
    string,
  ];
  const rest = line.text.slice(0, match.start) + line.text.slice(match.end);
  const isBare = !/\d/.test(rest) && rest.replace(/\P{L}/gu, '').length <= MAX_BARE_LETTERS;
  const isShort = rest.length < SHORT;
  const isEntry = !/\p{L}/u.test(before) && /^\s?[:–—]\s/.test(after);
  let phrases = phrasesBefore(before, vocabulary);
  if (!phrases.length && isBare && lineAbove.length < SHORT) {
    phrases = vocabulary.phrasesIn(foldDiacritics(lineAbove)).slice(-2);
  }
  if (!phrases.length && !isEntry) phrases = phrasesAfter(after, vocabulary);
  const last = phrases.at(-1)?.meaning ?? 'published';
  // Dates of earlier versions: "Previous version: 25 May 2018" and "from June 24, 2021, until
  // October 6, 2025".
  const isEarlier = last === 'published' && phrases.at(-2)?.meaning === 'change-log';
  const hasEnded = after.length < 14 && until.test(after);
  const hasMeaning = phrases.length > 0;
  const near = foldDiacritics(
    line.text.slice(Math.max(0, match.start - 2 * CONTEXT_LENGTH), match.start),
  );
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
      namesPolicy: hasMeaning && self.test(near),
      namesLaw: law.test(before) || (law.test(after) && !self.test(before)),
      namesOther: !isShort && linksToOther(occurrence),
      isLimit: until.test(before) || untilAfter.test(after),
      isParenthetical: !isBare && !isShort && /[[(][^[()\]]*$/.test(before),
    },
  };
}

/**
 * Returns the phrases that state the meaning of a date, given the text before it. The nearest
 * phrase is last.
 */
function phrasesBefore(before: string, { phrasesIn, detached }: Vocabulary): readonly Phrase[] {
  const phrases = phrasesIn(before);
  const last = phrases.at(-1);
  if (!last) return [];
  const rest = before.slice(last.end);
  const isVersion = before.startsWith('versi', last.start) && VERSION_NUMBER.test(rest);
  const gap = isVersion ? '' : rest;
  const isDetached = gap.length > MAX_GAP_BEFORE || /\d/.test(gap) || detached.test(gap);
  return isDetached ? [] : phrases;
}

/**
 * Returns the phrase that states the meaning of a date, given the text after it. Omits a phrase
 * that belongs to another date.
 */
function phrasesAfter(after: string, { phrasesIn, detached }: Vocabulary): readonly Phrase[] {
  const [first] = phrasesIn(after);
  if (!first || first.start > MAX_GAP_AFTER) return [];
  const gap = after.slice(0, first.start);
  // If a colon follows, the phrase belongs to the text after it. After "and", another date follows.
  const isOther =
    /^[^.,;()]*[:：]/.test(after.slice(first.end)) ||
    /\b(?:and|und|et|y|e|en|och|og|i)\b/.test(gap);
  return isOther || detached.test(gap) ? [] : [first];
}

/**
 * Returns the meaning of the last phrase. Also returns the meaning of the phrase before it if only
 * a conjunction separates the two.
 */
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

/** Whether the sentence around a date links to another policy, to which the date may belong. */
function linksToOther({ line, match, before, vocabulary }: Occurrence): boolean {
  const from = match.start - before.length;
  return line.links.some(
    (link) =>
      link.end > from &&
      link.end <= match.start &&
      !link.href.startsWith('#') &&
      vocabulary.self.test(foldDiacritics(line.text.slice(link.start, link.end))),
  );
}

/** Converts a match to a date of the policy model. */
export function dateOf(
  kind: PolicyDate['kind'],
  from: PolicyDate['from'],
  iso: string | null,
  text: string,
  url: string | null | undefined,
): PolicyDate {
  return { kind, iso, text, from, ...(url ? { url } : null) };
}
