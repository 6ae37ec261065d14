/** Finds the dates a document states as its own, and tells what each is the date of. */

import type { DraftHeading } from '../draft.ts';
import type { Block, PolicyDate } from '../policy.ts';
import { readChangeLog } from './history.ts';
import { linesOf, type Line } from './lines.ts';
import { isLegal, meaningsIn, namesItself, type Meaning } from './phrases.ts';
import { scanDates, type DateMatch } from './read-date.ts';

/** Lines counted as head and as tail of a document: where most policies state their date. */
const EDGE = 20;

/** How far from a date its meaning may be said, in characters. */
const REACH = 110;

/** A line with no more words than this beside its date says nothing but the date. */
const SHORT = 80;

/** Below this a date is one of those that policies merely mention. */
const ENOUGH = 4;

interface Candidate {
  readonly date: PolicyDate;
  readonly weight: number;
}

/** What is known of the text that is searched. */
export interface DatedContent {
  readonly content: readonly (DraftHeading | Block)[];
  /** BCP 47 tag, or null where it is not known. */
  readonly language: string | null;
}

/** Every date the text states as the policy's own, best first within its kind. */
export function findDates({ content, language }: DatedContent): readonly PolicyDate[] {
  const lines = linesOf(content);
  const log = readChangeLog(lines, language);
  const found: Candidate[] = [];
  lines.forEach((line, index) => {
    if (log.lines.has(index)) return;
    const edge = index < EDGE || index >= lines.length - EDGE;
    const matches = scanDates(line.text, language);
    matches.forEach((match, place) => {
      found.push(
        ...weigh(
          line,
          match,
          matches[place - 1]?.end ?? 0,
          matches[place + 1]?.start,
          edge,
          lines[index - 1],
        ),
      );
    });
  });
  log.entries.forEach((entry, index) => {
    const date: PolicyDate = {
      kind: 'change-log',
      iso: entry.date,
      text: log.dates[index]!,
      from: 'change-log',
      ...(entry.url ? { url: entry.url } : null),
    };
    found.push({ date, weight: ENOUGH });
  });
  return found
    .filter((one) => one.weight >= ENOUGH)
    .toSorted((one, other) => other.weight - one.weight)
    .map((one) => one.date);
}

function weigh(
  line: Line,
  match: DateMatch,
  from: number,
  to: number | undefined,
  edge: boolean,
  previous: Line | undefined,
): Candidate[] {
  const { text } = line;
  const before = lastSentence(text.slice(Math.max(from, match.start - REACH), match.start));
  const after = firstSentence(
    text.slice(match.end, Math.min(to ?? Infinity, match.end + REACH / 2)),
  );
  const rest = text.slice(0, match.start) + text.slice(match.end);
  const bare = !/\p{L}{3}/u.test(rest.replace(/\p{L}+day\b/iu, ''));
  const isEntry = !/\p{L}/u.test(before) && /^\s?[:–—]\s/.test(after);
  let phrases = meaningsIn(before);
  if (!phrases.length && bare && previous && previous.text.length < SHORT) {
    phrases = meaningsIn(previous.text);
  }
  if (!phrases.length && !isEntry) phrases = meaningsIn(after).slice(0, 1);
  const short = rest.length < SHORT;
  const legal = isLegal(
    text.slice(Math.max(0, match.start - REACH), match.start) +
      ' ' +
      text.slice(match.end, match.end + REACH / 2),
  );
  const phrase = phrases.at(-1) ?? { meaning: 'published', strong: false };
  const weight =
    (phrase.strong ? 3 : phrases.length ? 1 : 0) +
    (edge ? 2 : 0) +
    (short ? 2 : 0) +
    (line.level ? 1 : 0) +
    (namesItself(text.slice(Math.max(0, match.start - REACH), match.start)) ? 1 : 0) -
    (legal ? 4 : 0) -
    (!bare && !short && /[[(][^)\]]*$/.test(before) ? 2 : 0);
  const link = line.links.find((one) => one.start < match.end && one.end > match.start);
  const file = !!link && /\/(?:commits?|blame|history)\//.test(link.href);
  return [
    {
      weight,
      date: {
        kind: isEntry ? 'change-log' : file ? 'file' : kindOf(phrase.meaning),
        iso: match.iso,
        text: text.slice(match.start, match.end),
        from: 'text',
        ...(link ? { url: link.href } : null),
      },
    },
  ];
}

function kindOf(meaning: Meaning): PolicyDate['kind'] {
  return meaning === 'ended' ? 'change-log' : meaning;
}

function lastSentence(text: string): string {
  return text.replace(/^.*(?:[.!?](?=\s+\p{Lu})|[。！？\n])/su, '');
}

function firstSentence(text: string): string {
  return /^.*?(?=[.!?](?:\s+\p{Lu}|$)|[。！？\n]|$)/su.exec(text)?.[0] ?? '';
}
