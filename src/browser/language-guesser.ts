/** Loads the language detection, which most visits do not need. */

import type { LanguageGuesser } from '../core/assemble/guess-language.ts';

/** Length of the text that is examined, in characters. */
const SAMPLE = 6000;

/** The most frequent words of English, and the share of all words that they have in any English text. */
const ENGLISH = /\b(?:the|and|of|to|in|or|you|your|we|our|for|that|is|are|with)\b/gi;
const MIN_ENGLISH = 0.22;

/**
 * Returns what detects the language of a text, or undefined if the language is stated. English is
 * recognised without the chunk for all other languages.
 */
export async function loadLanguageGuesser(
  stated: string | undefined,
  text: string,
): Promise<LanguageGuesser | undefined> {
  if (stated) return undefined;
  if (isEnglish(text.slice(0, SAMPLE))) return () => 'en';
  return (await import('../core/assemble/guess-language.ts')).guessLanguage;
}

function isEnglish(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  const english = text.match(ENGLISH) ?? [];
  const different = new Set(english.map((word) => word.toLowerCase()));
  return english.length > MIN_ENGLISH * words && different.size >= 6 && different.has('the');
}
