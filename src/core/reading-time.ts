/** How long a policy is, and how long it takes to read. */

import type { Policy } from './policy.ts';

// The speed at which adults read non-fiction silently (Brysbaert 2019), and the usual one for
// scripts that are counted by characters.
const WORDS_A_MINUTE = 238;
const CHARACTERS_A_MINUTE = 500;

/** Letters of scripts written without spaces: Thai to Burmese and Khmer, kana, Han. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** Counts words, and characters where a script has no spaces between words. */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const letter =
      code < 128
        ? isAsciiLetter(code)
        : code > 0xbf &&
          !(code > 0x1fff && code < 0x2070) &&
          !(code > 0x2fff && code < 0x3040) &&
          !(code > 0xfeff);
    if (letter && code >= 0xe00 && UNSPACED.test(text[index] as string)) {
      count++;
      inWord = false;
    } else {
      if (letter && !inWord) count++;
      inWord = letter || (inWord && (code === 0x27 || code === 0x2019 || code === 0x2d));
    }
  }
  return count;
}

function isAsciiLetter(code: number): boolean {
  return (code > 47 && code < 58) || ((code | 32) > 96 && (code | 32) < 123);
}

/** Minutes it takes to read a policy, at least one. */
export function readingMinutes(policy: Policy): number {
  const sample = policy.sections.map(({ heading }) => heading).join('') || policy.title || '';
  const rate = UNSPACED.test(policy.language ? languageSample(policy.language) : sample)
    ? CHARACTERS_A_MINUTE
    : WORDS_A_MINUTE;
  return Math.max(1, Math.round(policy.words / rate));
}

function languageSample(language: string): string {
  return /^(?:zh|ja|th|lo|my|km)\b/.test(language) ? '中' : '';
}
