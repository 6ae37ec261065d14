/** Counts words and estimates reading time. */

import type { Policy } from './policy.ts';

/** Speed at which adults read non-fiction silently (Brysbaert 2019). */
const WORDS_PER_MINUTE = 238;

/** The usual estimate for scripts that are counted by characters. */
const CHARACTERS_PER_MINUTE = 500;

/** A letter of a script without spaces (Thai to Khmer, kana, Han), or a word of another script. */
const WORD =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\w\u00c0-\u0dff\u0f00-\u0fff\u10a0-\u177f\u1800-\u1fff\u2c00-\u2dff\ua000-\ud7ff'’-]*[\w\u00c0-\u0dff\u0f00-\u0fff\u10a0-\u177f\u1800-\u1fff\u2c00-\u2dff\ua000-\ud7ff]/g;

/** Counts words, or characters in scripts without spaces between words. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** Minutes it takes to read a policy, at least one. */
export function readingMinutes({ language, words }: Policy): number {
  const hasNoSpaces = /^(?:zh|ja|th|lo|my|km)\b/.test(language ?? '');
  return Math.max(1, Math.round(words / (hasNoSpaces ? CHARACTERS_PER_MINUTE : WORDS_PER_MINUTE)));
}
