/** Counts words and estimates reading time. */

import type { Policy } from './policy.ts';

/** Average speed of adults reading non-fiction silently (Brysbaert 2019). */
const WORDS_PER_MINUTE = 238;

/** Usual estimate of the reading speed in scripts that are counted by character. */
const CHARACTERS_PER_MINUTE = 500;

/**
 * Inclusive ranges of UTF-16 units in scripts without spaces between words: Thai to Khmer, kana and
 * Han.
 */
const UNSPACED = [
  0xe00, 0xeff, 0x1000, 0x109f, 0x1780, 0x17ff, 0x3041, 0x30ff, 0x3400, 0x9fff, 0xf900, 0xfaff,
];

/** Inclusive ranges of UTF-16 units of all other letters and digits beyond ASCII. */
const LETTERS = [
  0xc0, 0xdff, 0xf00, 0xfff, 0x10a0, 0x177f, 0x1800, 0x1fff, 0x2c00, 0x2dff, 0xa000, 0xd7ff,
];

/** Classes of ASCII characters for counting words. */
const SEPARATOR = 0;
const LETTER = 1;
const DIGIT = 2;
const JOINER = 3;
const ASCII = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/\d/.test(character)) return DIGIT;
  if (/\w/.test(character)) return LETTER;
  return character === '-' || character === "'" ? JOINER : SEPARATOR;
});

const TYPOGRAPHIC_APOSTROPHE = 0x2019;

/** First UTF-16 unit of combining marks. Scripts other than Latin have higher units. */
const FIRST_MARK = 0x300;

/**
 * Inclusive range of general punctuation, which includes typographic quotation marks and dashes.
 */
const PUNCTUATION = [0x2000, 0x206f] as const;

/** Counts words, or characters in scripts without spaces between words. Allocates nothing. */
export class WordCounter {
  words = 0;
  /**
   * Whether a text that was added since the last reset has a digit, or a letter of a script other
   * than Latin.
   */
  mayHaveDate = false;
  /** Whether the text that was added last has characters that can be combining marks. */
  mayHaveMarks = false;

  add(text: string): void {
    let words = 0;
    let isInWord = false;
    let hasDigits = false;
    let hasMarks = false;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        const kind = ASCII[unit];
        if (kind === SEPARATOR) isInWord = false;
        else if (kind !== JOINER) {
          if (!isInWord) words++;
          isInWord = true;
          if (kind === DIGIT) hasDigits = true;
        }
      } else {
        if (unit >= FIRST_MARK && !isIn(PUNCTUATION, unit)) hasMarks = true;
        if (isIn(LETTERS, unit)) {
          if (!isInWord) words++;
          isInWord = true;
        } else if (unit >= 0xe00 && isIn(UNSPACED, unit)) {
          words++;
          isInWord = false;
        } else if (unit !== TYPOGRAPHIC_APOSTROPHE) isInWord = false;
      }
    }
    this.words += words;
    this.mayHaveMarks = hasMarks;
    this.mayHaveDate ||= hasDigits || hasMarks;
  }
}

/** Returns the number of words in a text. */
export function countWords(text: string): number {
  const counter = new WordCounter();
  counter.add(text);
  return counter.words;
}

function isIn(ranges: readonly number[], unit: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) {
    if (unit >= ranges[index]! && unit <= ranges[index + 1]!) return true;
  }
  return false;
}

/** Returns the minutes it takes to read a policy, at least one. */
export function readingMinutes({ language, words }: Policy): number {
  const hasNoSpaces = /^(?:zh|ja|th|lo|my|km)\b/.test(language ?? '');
  return Math.max(1, Math.round(words / (hasNoSpaces ? CHARACTERS_PER_MINUTE : WORDS_PER_MINUTE)));
}
