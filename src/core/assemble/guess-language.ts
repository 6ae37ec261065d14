/** Tells the language of a text that does not say it, where its letters and small words leave no doubt. */

import type { FlatHeading } from '../model/parsed-document.ts';
import type { Block } from '../model/policy.ts';
import { blockText, inlineText } from '../model/text.ts';

/** Letters that one language alone writes with, among those that policies are written in. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3041-\u30fa]/g],
  ['ko', /[\uac00-\ud7a3]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['el', /[\u03ac-\u03ce]/g],
  ['he', /[\u05d0-\u05ea]/g],
  ['hi', /[\u0905-\u0939]/g],
  ['fa', /[\u067e\u0686\u0698\u06af\u06a9\u06cc]/g],
  ['ar', /[\u0621-\u064a]/g],
  ['uk', /[іїєґ]/g],
  ['ru', /[а-я]/g],
];

/** Small words that are frequent in one language and rare in the others. */
const WORDS =
  'en the and of to your|de und der die wir mit|fr de la les des vous et|es de la los y su el|it di che e della il per' +
  '|pt de não dos da e os|gl de non dos da e os|nl de het een van wij|pl się na w z oraz nie|cs se na v je že pro|sv och att är som din' +
  '|da og af ikke til det|no og av ikke til det|fi ja tai on että|tr ve bir için bu|hu és az hogy vagy' +
  '|ro de și sau care din|ca de la els i amb les|id yang dan untuk ini atau';

/** Characters that are looked at: what a language is shows on the first page. */
const SAMPLE = 6000;

/** Share of letters, or of words, from which on a text is in a language and does not only name it. */
const SHARE = 0.05;

/** The language of blocks as a BCP 47 tag, or null. */
export function guessLanguage(content: readonly (FlatHeading | Block)[]): string | null {
  let sample = '';
  for (const block of content) {
    if (sample.length > SAMPLE) break;
    const text = block.type === 'flatHeading' ? inlineText(block.children) : blockText(block);
    sample += `${text.slice(0, SAMPLE).toLowerCase()}\n`;
  }
  const words = sample.match(/\p{L}+/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  // Each script's letters are looked for on their own; most texts have none of them.
  for (const [language, script] of /[\u0370-\u1fff\u3040-\ud7ff]/.test(sample) ? SCRIPTS : []) {
    if ((sample.match(script)?.length ?? 0) > letters * SHARE) return language;
  }
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  const counts = WORDS.split('|').map((list) => {
    const [language, ...small] = list.split(' ') as [string, ...string[]];
    return { language, count: small.reduce((sum, word) => sum + (times.get(word) ?? 0), 0) };
  });
  const [first, second] = counts.sort((one, other) => other.count - one.count);
  const isClear =
    first!.count > Math.max(1, words.length * SHARE) && first!.count > 1.25 * second!.count;
  return isClear ? first!.language : null;
}
