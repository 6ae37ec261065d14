/** Recognizes dates, versions and copyrights, whose changes are not material. */

import type { DiffContext, InlineRun } from './block-index.ts';
import { clauseWithoutNumber, headingWithoutNumber } from './numbering.ts';
import { flatten, normalizedWords } from './tokens.ts';

const EMPTY_TEXT = flatten([]);

/** Maximum length in characters of a line that can be recognized. */
const MAX_LINE = 100;

/**
 * Words that state what a date means, such as "updated" and "effective", in the languages of most
 * policies. In other languages, only changed dates are recognized. Letters stand for words in
 * scripts without spaces.
 */
const STATING =
  ' date updated revised modified effective stand aktualisiert gültig mise vigueur actualización ' +
  'vigor aggiornamento vigore atualização bijgewerkt обновление обновления güncelleme ' +
  '更 新 改 定 生 效 施 行 시행일자 ';

/**
 * Other words of lines that state a date: "last", "date", "of", "this policy". No combination of
 * listed words may state anything else, so there are no words for data or for people.
 */
const OTHER =
  'last as of on from this privacy policy was zuletzt am ab dernière à jour entrée en última ultimo ' +
  'in laatst op последнее дата последнего г son tarihi 最 終 后 日 期 ';

/** Matches a version and its number, such as "Version 3.2". */
const VERSION = /(?<!\p{L})(?:v|version|fassung|版本?)[\s.:]*\d+(?:\.\d+)*(?![\p{L}\d])/giu;

/**
 * Matches a copyright notice with years, names and "All rights reserved". "(c)" is not matched,
 * because it can be a list marker.
 */
const COPYRIGHT = /^(?:Copyright|©)[ ©]*\d{4}\S*(?: (?:[\p{Lu}&–]\S*|\d{4}|rights|reserved\.?))*$/u;

/**
 * Whether runs state only dates of the policy, its version or its copyright. Unless `isAlone` is
 * true, the meaning of a date must be stated, too, because a date in a list can be a deadline.
 */
export function stateOnlyDates(
  runs: readonly InlineRun[],
  context: DiffContext,
  isAlone: boolean,
): boolean {
  const text = runs.map((run) => context.flatTextOf(run).text).join(' ');
  return COPYRIGHT.test(text) || isDateLine(text, context, isAlone);
}

/**
 * Whether two texts differ only in numbers, the policy's own dates and copyright years, or are lines
 * that state only dates.
 */
export function onlyDatesDiffer(
  before: string,
  after: string,
  isHeading: boolean,
  context: DiffContext,
): boolean {
  const withoutNumber = isHeading ? headingWithoutNumber : clauseWithoutNumber;
  const [restBefore, restAfter] = [before, after].map((text) =>
    context.withoutDates(withoutNumber(text)),
  ) as [string, string];
  if ([before, after].every((text) => isDateLine(text, context, true))) return true;
  if (restBefore === before && restAfter === after) return false;
  const idsOf = (text: string) => String(context.tokenizer.tokenize({ ...EMPTY_TEXT, text }).ids);
  return idsOf(restBefore) === idsOf(restAfter);
}

/** Whether a text states only dates of the policy or its version. */
function isDateLine(text: string, { withoutDates }: DiffContext, isAlone: boolean): boolean {
  if (text.length > MAX_LINE) return false;
  const rest = withoutDates(text.replace(VERSION, ' '));
  const words = normalizedWords(rest).filter((word) => /[\p{L}\p{N}\uFFFC]/u.test(word));
  const isListed = (list: string) => (word: string) => list.includes(` ${word} `);
  return (
    rest !== text &&
    words.every(isListed(STATING + OTHER)) &&
    (words.length ? words.some(isListed(STATING)) : isAlone)
  );
}
