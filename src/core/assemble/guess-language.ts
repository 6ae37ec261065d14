/**
 * Detects the language of a text that does not state its language. Returns null if there is any
 * doubt.
 */

import type { FlatHeading } from '../model/parsed-document.ts';
import type { Block } from '../model/policy.ts';
import { SHARED, SINGLE, type ScriptProfiles } from './language-profiles.ts';
import { sampleText } from './sample-text.ts';

/** Minimum number of words in a text. The language of a shorter text is not guessed. */
const MIN_WORDS = 10;

/**
 * Minimum length of a line of prose in characters. Shorter lines are mostly names, labels and menu
 * entries.
 */
const MIN_LINE = 40;

/**
 * Minimum number of characters in all lines of prose together. If there are fewer, all lines are
 * examined.
 */
const MIN_PROSE = 200;

/** Minimum share of a text's letters that belong to the writing system of its language. */
const MIN_SCRIPT = 0.6;

/** Minimum share of kana among all kana and Chinese characters of a Japanese text. */
const MIN_KANA = 0.1;

/** Minimum score of the best language, in points per word of the text. */
const MIN_SCORE = 0.2;

/**
 * Minimum number of different words in a text that are frequent in its language. A word that is
 * only recognized by its ending counts as half. Short texts need fewer such words.
 */
const MIN_DIFFERENT = 6;

/**
 * Minimum lead of the best language over the next one, in points. Texts of fewer than 50 words need
 * a smaller lead.
 */
const MIN_LEAD = 1.5;

/** Maximum score of the second-best language, as a share of the best score. */
const MAX_RIVAL = 0.95;

/** Maximum share of a text's letters that its language does not have. */
const MAX_ALIEN = 0.02;

/** Maximum share of a text's letters that its language uses only in foreign words. */
const MAX_RARE = 0.05;

/** The words and letters of a language. */
interface Profile {
  readonly code: string;
  readonly frequent: ReadonlySet<string>;
  /**
   * Matches a word with an ending that is frequent in the language. Null if no endings are listed.
   */
  readonly ending: RegExp | null;
  readonly typical: ReadonlySet<string>;
  /** Matches the letters of the language. */
  readonly known: RegExp;
  readonly rare: ReadonlySet<string>;
}

/** How well the words and letters of a text fit a language. */
interface Fit {
  readonly code: string;
  readonly score: number;
  /** Number of different words of the language that the text contains. */
  readonly different: number;
  /**
   * Shares of the text's letters: `alien` for letters that the language does not have, and `rare`
   * for letters that it uses only in foreign words.
   */
  readonly alien: number;
  readonly rare: number;
}

/** Detects the language of a document. Returns a BCP 47 tag, or null. */
export type LanguageGuesser = (content: readonly (FlatHeading | Block)[]) => string | null;

/** Detects the language of a document as a BCP 47 tag, or null. Ignores tables, links and code. */
export function guessLanguage(content: readonly (FlatHeading | Block)[]): string | null {
  return detectLanguage(sampleText(content));
}

/**
 * Detects the language of a text as a BCP 47 tag, or null. Short lines count only if there is
 * little other text.
 */
export function detectLanguage(text: string): string | null {
  const prose = text
    .split('\n')
    .filter((line) => line.length >= MIN_LINE)
    .join('\n');
  const words =
    (prose.length < MIN_PROSE ? text : prose)
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}·]+/gu) ?? [];
  const letters = words.join('');
  const shareOf = (script: string): number =>
    (letters.match(new RegExp(`[${script}]`, 'g'))?.length ?? 0) / letters.length;
  for (const profiles of SHARED) {
    if (shareOf(profiles.script) > MIN_SCRIPT) return bestOf(profiles, words);
  }
  const [kana, han] = [shareOf(SINGLE['ja']!), shareOf(SINGLE['zh']!)];
  if (kana + han > MIN_SCRIPT) return kana > MIN_KANA * (kana + han) ? 'ja' : kana ? null : 'zh';
  return Object.keys(SINGLE).find((code) => shareOf(SINGLE[code]!) > MIN_SCRIPT) ?? null;
}

/**
 * Returns the language of a script that clearly fits the words best, or null if there is any doubt.
 */
function bestOf(profiles: ScriptProfiles, text: readonly string[]): string | null {
  const own = new RegExp(`^[${profiles.script}]`);
  const words = text.filter((word) => own.test(word));
  if (words.length < MIN_WORDS) return null;
  const counts = countAll(words);
  const letters = countAll(words.join(''));
  const fits = profilesOf(profiles).map((profile) => measureFit(profile, counts, letters));
  const [first, second] = fits.sort((one, other) => other.score - one.score) as [Fit, Fit];
  const isSure =
    first.score >= MIN_SCORE * words.length &&
    first.different >= Math.min(MIN_DIFFERENT, words.length / 4) &&
    first.score - second.score >= MIN_LEAD * Math.min(1, words.length / 50) &&
    second.score <= MAX_RIVAL * first.score &&
    first.alien <= MAX_ALIEN &&
    first.rare <= MAX_RARE;
  return isSure && first.code === first.code.toLowerCase() ? first.code : null;
}

/**
 * Parsed profiles, by the text that they were parsed from. Cached because a page can have several
 * policies.
 */
const profileCache = new Map<string, readonly Profile[]>();

function profilesOf({ base, languages }: ScriptProfiles): readonly Profile[] {
  let profiles = profileCache.get(languages);
  if (!profiles) {
    profiles = languages.split('\n').map((line) => {
      const [code, own, rare, list] = line.split('|') as [string, string, string, string];
      const tokens = list.split(' ');
      const typical = tokens.flatMap((token) => (token[0] === '+' ? [token.slice(1)] : []));
      const endings = tokens.flatMap((token) => (token[0] === '-' ? [token.slice(1)] : []));
      return {
        code,
        frequent: new Set(tokens),
        ending: endings.length ? new RegExp(`..(?:${endings.join('|')})$`) : null,
        typical: new Set(typical),
        known: own === '*' ? /^/ : new RegExp(`[${base}${own}]`),
        rare: new Set(rare),
      };
    });
    profileCache.set(languages, profiles);
  }
  return profiles;
}

function measureFit(
  { code, frequent, ending, typical, known, rare }: Profile,
  words: ReadonlyMap<string, number>,
  letters: ReadonlyMap<string, number>,
): Fit {
  let [score, different, total] = [0, 0, 0];
  for (const [word, count] of words) {
    total += count;
    if (frequent.has(word)) {
      score += count;
      different++;
    } else if (ending?.test(word)) {
      score += count / 2;
      different += 0.5;
    }
  }
  let [all, alienCount, rareCount] = [0, 0, 0];
  for (const [letter, count] of letters) {
    all += count;
    if (typical.has(letter)) score += Math.min(count, total / 6) / 2;
    if (rare.has(letter)) rareCount += count;
    else if (!known.test(letter)) alienCount += count;
  }
  return {
    code,
    score: score - alienCount - rareCount / 2,
    different,
    alien: alienCount / all,
    rare: rareCount / all,
  };
}

function countAll(items: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
