/**
 * Loads data about other languages if a text is not clearly English. Most visits need no such data.
 */

import type { AssembleOptions } from '../core/assemble/index.ts';
import { ENGLISH } from '../core/vocabulary/english.ts';
import { orNull, withOptionalTimeout } from './timeout.ts';

/** Number of characters examined at the start of a text. */
const SAMPLE = 6000;

/** The most frequent words of English, and their minimum share of all words in an English text. */
const FREQUENT = /\b(?:the|and|of|to|in|or|you|your|we|our|for|that|is|are|with)\b/gi;
const MIN_FREQUENT = 0.22;

/**
 * Letters that English does not use, and their maximum share of all characters in an English text.
 */
const FOREIGN = /[\u00c0-\u1fff\u3040-\ud7ff]/g;
const MAX_FOREIGN = 1 / 500;

/** Options of `assemblePolicy` that depend on the language of a text. */
export type LanguageData = Pick<AssembleOptions, 'guessLanguage' | 'vocabulary'>;

/**
 * Returns the options that depend on the language of a text. Loads nothing for a text that is
 * clearly English. For any other text, loads the words of all languages, and the language detection
 * unless the language is stated. If loading fails or takes too long, the text is assembled as if it
 * were English. Then dates may be missing, but nothing else.
 */
export async function loadLanguageData(
  stated: string | undefined,
  text: string,
): Promise<LanguageData> {
  if (isEnglish(text)) return { guessLanguage: () => 'en', vocabulary: ENGLISH };
  const signal = withOptionalTimeout();
  const [words, guesser] = await Promise.all([
    orNull(import('../core/vocabulary/all.ts'), signal),
    stated ? null : orNull(import('../core/assemble/guess-language.ts'), signal),
  ]);
  return {
    guessLanguage: guesser?.guessLanguage,
    vocabulary: words?.ALL_LANGUAGES ?? ENGLISH,
  };
}

function isEnglish(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const words = sample.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  const frequent = sample.match(FREQUENT) ?? [];
  const different = new Set(frequent.map((word) => word.toLowerCase()));
  return (
    frequent.length > MIN_FREQUENT * words &&
    different.size >= 6 &&
    different.has('the') &&
    (text.match(FOREIGN)?.length ?? 0) <= text.length * MAX_FOREIGN
  );
}
