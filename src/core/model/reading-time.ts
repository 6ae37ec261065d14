/** How long a policy is, and how long it takes to read. */

import type { Policy } from './policy.ts';

// The speed at which adults read non-fiction silently (Brysbaert 2019), and the usual one for
// scripts that are counted by characters.
const WORDS_A_MINUTE = 238;
const CHARACTERS_A_MINUTE = 500;

/** A letter of a script written without spaces (Thai to Khmer, kana, Han), or a word of another. */
const WORD =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\w\u00c0-\u0dff\u0f00-\u0fff\u10a0-\u177f\u1800-\u1fff\u2c00-\u2dff\ua000-\ud7ff'’-]*[\w\u00c0-\u0dff\u0f00-\u0fff\u10a0-\u177f\u1800-\u1fff\u2c00-\u2dff\ua000-\ud7ff]/g;

/** Counts words, and characters where a script has no spaces between words. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** Minutes it takes to read a policy, at least one. */
export function readingMinutes({ language, words }: Policy): number {
  const unspaced = /^(?:zh|ja|th|lo|my|km)\b/.test(language ?? '');
  return Math.max(1, Math.round(words / (unspaced ? CHARACTERS_A_MINUTE : WORDS_A_MINUTE)));
}
