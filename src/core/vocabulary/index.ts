/** The words that identify the title, the dates and the change log of a policy. */

import { foldDiacritics } from '../dates/months.ts';
import { BETWEEN } from '../model/text.ts';

const MEANINGS = ['updated', 'effective', 'published', 'change-log'] as const;

/** The meaning of a date. `change-log` means that it is the date of an earlier version. */
export type Meaning = (typeof MEANINGS)[number];

/** A phrase that states the meaning of a date, and its position in the text. */
export interface Phrase {
  readonly meaning: Meaning;
  readonly start: number;
  readonly end: number;
}

/**
 * Stems of words, as alternatives of a regular expression. The first string matches only at the
 * start of a word. The second matches anywhere, for scripts that join words or prefixes. A `~`
 * stands for up to four letters.
 */
type Stems = readonly [atStart: string, anywhere?: string];

/**
 * Words of some languages in lower case. Each string lists alternatives of a regular expression.
 */
export interface VocabularyWords {
  /** Words in titles of privacy policies, terms, cookie policies and notices, with accents. */
  readonly title: string;
  /** Phrases that state what a date means. */
  readonly meanings: Readonly<Record<Meaning, Stems>>;
  /** Words for "history" and "version". Dates next to them belong to earlier versions. */
  readonly history: string;
  /** Legal terms. A date next to one is the date of a law. */
  readonly law: Stems;
  /** Words that policies use for themselves. */
  readonly self: Stems;
  /** Words before a date that ends a period or lies outside it, such as "until" and "before". */
  readonly until: Stems;
  /** Words after a date that ends a period. */
  readonly untilAfter?: string;
  /** Words such as "which" and "if". Between a phrase and a date, they separate the two. */
  readonly detached: string;
}

/**
 * Recognizes the words of some languages. All patterns except `title` expect text without accents.
 */
export interface Vocabulary {
  /** Matches titles of policies, with their accents. */
  readonly title: RegExp;
  /** Returns the phrases in a text, in order. */
  readonly phrasesIn: (folded: string) => Phrase[];
  /**
   * Matches a line that introduces a change log, such as one with "history", "changed" or
   * "earlier".
   */
  readonly announcesLog: RegExp;
  readonly law: RegExp;
  readonly self: RegExp;
  /**
   * Matches words such as "until" or "before" at the end of the text before a date. They show that
   * the date ends a period or lies outside it.
   */
  readonly until: RegExp;
  /** Matches words that mean "until" at the start of the text after a date. */
  readonly untilAfter: RegExp;
  readonly detached: RegExp;
}

/** Matches a letter or a combining mark. A class of ranges, because `\p{L}` is slow to compile. */
const LETTER = BETWEEN.replace('[', '[^\\d');

/** Numbers of laws, and names of laws that are the same in several languages. */
const LAW_NAMES =
  '§|\\d{1,4}/\\d{2,4}/?(?:e[cgeku]|ue|eec)\\b|(?:19|20)\\d\\d/\\d{3,4}|\\b(?:seq|gdpr|ccpa|cpra|rgpd|[rl]gpd|dsgvo|bdsg|kvkk|p\\.l)\\b';

/** Matches nothing. */
const NOTHING = '(?!)';

/** Creates the vocabulary of several languages. */
export function createVocabulary(...languages: readonly VocabularyWords[]): Vocabulary {
  const patternFor = (meaning: Meaning): string =>
    anyOf(languages.map(({ meanings }) => meanings[meaning]));
  const phrases = new RegExp(MEANINGS.map((meaning) => `(${patternFor(meaning)})`).join('|'), 'g');
  const endings = languages.flatMap(({ untilAfter }) => untilAfter ?? []).join('|');
  return {
    title: new RegExp(languages.map(({ title }) => title).join('|'), 'i'),
    phrasesIn: (folded) =>
      [...folded.matchAll(phrases)].map((match) => ({
        meaning: MEANINGS[match.slice(1).findIndex((stem) => stem)]!,
        start: match.index,
        end: match.index + match[0].length,
      })),
    announcesLog: new RegExp(
      [
        ...languages.map(({ history }) => history),
        patternFor('updated'),
        patternFor('change-log'),
      ].join('|'),
    ),
    law: new RegExp(`${LAW_NAMES}|${anyOf(languages.map(({ law }) => law))}`),
    self: new RegExp(anyOf(languages.map(({ self }) => self))),
    until: new RegExp(`(?:${anyOf(languages.map(({ until }) => until))})\\s*$`),
    untilAfter: new RegExp(endings ? `^\\s?(?:${patternOf(endings)})` : NOTHING),
    detached: new RegExp(
      `${wordsFrom(`(?:${languages.map(({ detached }) => detached).join('|')})`)}(?!${LETTER})`,
    ),
  };
}

/** Returns the meanings of the phrases in a text, in order. */
export function meaningsIn(text: string, vocabulary: Vocabulary): Meaning[] {
  return vocabulary.phrasesIn(foldDiacritics(text)).map(({ meaning }) => meaning);
}

/** Returns a pattern that matches any of the stems. */
function anyOf(lists: readonly Stems[]): string {
  const atStart = wordsFrom(lists.map(([stems]) => stems).join('|'));
  return [atStart, ...lists.flatMap(([, stems]) => (stems ? patternOf(stems) : []))].join('|');
}

/** Returns a pattern that matches the stems only at the start of a word. */
function wordsFrom(stems: string): string {
  return `(?<!${LETTER})(?:${patternOf(stems)})`;
}

function patternOf(stems: string): string {
  return foldDiacritics(stems).replaceAll('~', `${LETTER}{0,4}`);
}
