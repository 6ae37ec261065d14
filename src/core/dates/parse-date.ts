/** Reads dates as people write them, never more certainly than they are written. */

import { fromSolarHijri, isDay } from './calendar.ts';
import { BETWEEN } from '../model/text.ts';
import { monthOf, solarHijriMonthOf } from './months.ts';

/** A date found in a text. */
export interface DateMatch {
  readonly start: number;
  readonly end: number;
  /** ISO 8601 day, month or instant; null where the words can mean more than one day. */
  readonly iso: string | null;
}

/** Dates read in one text; a line that has more is a table's, or an attack. */
const MAX_DATES = 20;

/** Letters of either case, and only where there are some: engines take long to fold all of Unicode. */
const anyCase = (text: string): string =>
  text.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const GAP =
  String.raw`[\s.,،/»"”-]{0,3}` + anyCase(String.raw`(?:(?:day\s+)?of\s+|de(?:l|n)?\s+|d[’'])?`);
const ORDINAL = anyCase(String.raw`(?:\s?(?:st|nd|rd|th|er|º|ª|°|η|-?го))?`);
const LETTER = BETWEEN.replace('[', '[^\\d');

/** Year first, to the month, the day or the second; day or month first; a month's name; a month. */
const SHAPES = new RegExp(
  [
    /(?<!\d)(\d{4})\s?[-./年년]\s?(\d{1,2})(?:\s?[-./月월]\s?(\d{1,2})(?:\s?[日일])?)?(?!\d)/
      .source +
      /(?:[tT ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s?([zZ]|[uU][tT][cC]|[+-]\d\d:?\d\d)?)?/.source,
    `(?<!\\d)(\\d{1,2})\\s?([-./])\\s?(\\d{1,2})\\s?\\7\\s?(\\d{4}|\\d\\d)(?!\\d)`,
    `(?:(?<!\\d)(\\d{4}|\\d{1,2})${ORDINAL}${GAP}|(?<!${LETTER}))(${LETTER}{2,20})` +
      `(?:\\.?\\s+(\\d{1,2})(?!\\d)${ORDINAL})?${GAP}(\\d{4}|\\d{1,2})(?!\\d)`,
    /(?<![\d./])(0\d|1[0-2])[./](\d{4})(?!\d)/.source,
  ].join('|'),
  'g',
);

/** What every date has, in any digits: looking for one costs a hundred times as much. */
const YEAR = /\d{4}|\d\s?[-./]\s?\d|[\u0660-\u1fff\uff10-\uff19]/;

/** Every date in a text, in order. */
export function scanDates(text: string, language: string | null): DateMatch[] {
  const found: DateMatch[] = [];
  if (!YEAR.test(text)) return found;
  const plain = normalise(text);
  SHAPES.lastIndex = 0;
  for (let match; found.length < MAX_DATES && (match = SHAPES.exec(plain));) {
    const { index: start } = match;
    const iso = isoOf(match, language);
    if (iso !== undefined) found.push({ start, end: start + match[0].trimEnd().length, iso });
    // What is no date may overlap with one: "Act 5 March 2020".
    else SHAPES.lastIndex = start + 1;
  }
  return found;
}

/** The first date in a text, or null. */
export function parseDate(
  text: string,
  language: string | null,
): { iso: string | null; text: string } | null {
  const [match] = scanDates(text, language);
  return match ? { iso: match.iso, text: text.slice(match.start, match.end) } : null;
}

function isoOf(match: readonly (string | undefined)[], language: string | null) {
  const [, year, month, dayOfMonth, clock, zone, first, mark, second, last] = match;
  const [lead, word, middle, end, onlyMonth, itsYear] = match.slice(10);
  if (year) {
    const iso = toIso(year, +month!, dayOfMonth);
    // A time without a zone is no instant, and its day is all that is certain.
    return iso && clock && zone
      ? `${iso}T${clock}${zone.replace(/UTC/i, 'Z').replace(/(\d\d):?(\d\d)$/, '$1:$2')}`
      : iso;
  }
  if (first) return numeric(first, mark!, second!, last!, language);
  if (onlyMonth) return toIso(itsYear!, +onlyMonth, undefined);
  const [yearWord, dayWord] = lead && lead.length > 2 ? [lead, end!] : [end!, lead ?? middle];
  if (yearWord.length !== 4 || (lead && middle) || (dayWord?.length ?? 0) > 2) return undefined;
  return toIso(
    yearWord,
    () => (isPersian(+yearWord) ? solarHijriMonthOf(word!) : monthOf(word!, language)),
    dayWord,
  );
}

function numeric(
  first: string,
  mark: string,
  second: string,
  last: string,
  language: string | null,
): string | null | undefined {
  const short = last.length < 4;
  const year = short ? `20${last}` : last;
  const dayFirst = toIso(year, +second, first);
  // Dots are written with the day first wherever English is not.
  if (mark === '.' && language && !language.startsWith('en')) return dayFirst;
  const monthFirst = toIso(year, +first, second);
  const iso = dayFirst ?? monthFirst;
  return iso && (short || (monthFirst ?? iso) !== iso) ? null : iso;
}

function toIso(
  yearWord: string,
  month: number | (() => number),
  dayWord: string | undefined,
): string | undefined {
  const year = +yearWord;
  const persian = isPersian(year);
  // Years outside of these are numbers of something else.
  if (!persian && (year < 1990 || year > 2099)) return undefined;
  const number = typeof month === 'number' ? month : month();
  const day = +(dayWord ?? 1);
  if (number < 1 || number > 12 || day < 1 || day > 31) return undefined;
  if (persian) return dayWord && fromSolarHijri(year, number, day);
  const iso = [year, number, day].map((part) => String(part).padStart(2, '0')).join('-');
  return isDay(iso) ? iso.slice(0, dayWord ? 10 : 7) : undefined;
}

/** Persian documents count from 622. Lunar years are in the 1440s, and no engine knows their days. */
function isPersian(year: number): boolean {
  return year > 1360 && year < 1430;
}

/** The text with western digits and without invisible marks, every place kept. */
function normalise(text: string): string {
  return text
    .replace(/[\u0660-\u1fff\uff10-\uff19]/g, (letter) => {
      if (!/\p{Nd}/u.test(letter)) return letter;
      const code = letter.charCodeAt(0);
      // Digits of Indian scripts begin at a place that ends with 6, all others that we meet at 0.
      return String((code - (code > 0x8ff && code < 0xe00 ? 6 : 0)) & 15);
    })
    .replace(/\p{Cf}/gu, ' ');
}
