/** Counts words and estimates reading time. */

import type { Policy } from './policy.ts';

/** Average speed of adults reading non-fiction silently (Brysbaert 2019). */
const WORDS_PER_MINUTE = 238;

/** The usual estimate for scripts that are counted by character. */
const CHARACTERS_PER_MINUTE = 500;

/** Inclusive ranges of UTF-16 units of scripts without spaces: Thai to Khmer, kana and Han. */
const UNSPACED = [
  0xe00, 0xeff, 0x1000, 0x109f, 0x1780, 0x17ff, 0x3041, 0x30ff, 0x3400, 0x9fff, 0xf900, 0xfaff,
];

/** Inclusive ranges of the other letters and digits beyond ASCII. */
const LETTERS = [
  0xc0, 0xdff, 0xf00, 0xfff, 0x10a0, 0x177f, 0x1800, 0x1fff, 0x2c00, 0x2dff, 0xa000, 0xd7ff,
];

/** Counts words, or characters in scripts without spaces between words. Allocates nothing. */
export function countWords(text: string): number {
  let words = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80 ? isAsciiLetter(unit) : isIn(LETTERS, unit)) {
      if (!isInWord) words++;
      isInWord = true;
    } else if (unit >= 0xe00 && isIn(UNSPACED, unit)) {
      words++;
      isInWord = false;
    } else if (unit !== HYPHEN && unit !== APOSTROPHE && unit !== TYPOGRAPHIC_APOSTROPHE) {
      isInWord = false;
    }
  }
  return words;
}

const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;
const TYPOGRAPHIC_APOSTROPHE = 0x2019;

/** Whether an ASCII character is a letter, a digit or an underscore. */
function isAsciiLetter(unit: number): boolean {
  // Upper and lower case differ in one bit.
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
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
