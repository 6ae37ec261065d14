/** Loads what is known of languages, of which most visits need English only. */

import type { AssembleOptions } from '../core/assemble/index.ts';
import { ENGLISH } from '../core/vocabulary/english.ts';

/** Length of the text that is examined, in characters. */
const SAMPLE = 6000;

/** The most frequent words of English, and the share of all words that they have in any English text. */
const FREQUENT = /\b(?:the|and|of|to|in|or|you|your|we|our|for|that|is|are|with)\b/gi;
const MIN_FREQUENT = 0.22;

/** Letters that English lacks, and the share from which a text has parts in another language. */
const FOREIGN = /[\u00c0-\u1fff\u3040-\ud7ff]/g;
const MAX_FOREIGN = 1 / 500;

/** The options of `assemblePolicy` that depend on the language of a text. */
export type LanguageData = Pick<AssembleOptions, 'guessLanguage' | 'vocabulary'>;

/**
 * Loads the detection of the language unless it is stated, and the words of other languages, for
 * texts that are not plainly English. Without them the text is assembled as an English one is.
 */
export async function loadLanguageData(
  stated: string | undefined,
  text: string,
): Promise<LanguageData> {
  if (isEnglish(text)) return { guessLanguage: () => 'en', vocabulary: ENGLISH };
  const [words, guesser] = await Promise.allSettled([
    import('../core/vocabulary/all.ts'),
    stated ? undefined : import('../core/assemble/guess-language.ts'),
  ]);
  return {
    guessLanguage: guesser.status === 'fulfilled' ? guesser.value?.guessLanguage : undefined,
    vocabulary: words.status === 'fulfilled' ? words.value.ALL_LANGUAGES : ENGLISH,
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
