/** Parses dates as people write them, never with more precision than is stated. */

import { fromSolarHijri, isDay } from './calendar.ts';
import { BETWEEN } from '../model/text.ts';
import { monthOf, solarHijriMonthOf } from './months.ts';

/** A date found in a text. */
export interface DateMatch {
  readonly start: number;
  readonly end: number;
  /** ISO 8601 day, month or instant, or null if the date is ambiguous. */
  readonly iso: string | null;
}

/** Maximum number of dates found in one text. A line with more is a table row, or an attack. */
const MAX_DATES = 20;

/** Makes a pattern case-insensitive for ASCII only: the `i` flag folds all of Unicode, which is slow. */
const anyCase = (text: string): string =>
  text.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const GAP =
  String.raw`[\s.,،/»"”-]{0,3}` + anyCase(String.raw`(?:(?:day\s+)?of\s+|de(?:l|n)?\s+|d[’'])?`);
const ORDINAL = anyCase(String.raw`(?:\s?(?:st|nd|rd|th|er|º|ª|°|η|-?го))?`);
const LETTER = BETWEEN.replace('[', '[^\\d');

/** Dates with the year first (to the month, day or second), day or month first, a month name, or a month. */
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

/** Matches texts that can contain a date. A hundred times faster than scanning for one. */
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
    // A rejected match can overlap a real date ("Act 5 March 2020"), so retry one character further.
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
    // Without a time zone only the day is certain.
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
  // Every language but English puts the day first in dates with dots.
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
  // Other numbers are not years.
  if (!persian && (year < 1990 || year > 2099)) return undefined;
  const number = typeof month === 'number' ? month : month();
  const day = +(dayWord ?? 1);
  if (number < 1 || number > 12 || day < 1 || day > 31) return undefined;
  if (persian) return dayWord && fromSolarHijri(year, number, day);
  const iso = [year, number, day].map((part) => String(part).padStart(2, '0')).join('-');
  return isDay(iso) ? iso.slice(0, dayWord ? 10 : 7) : undefined;
}

/** Whether a year is of the Solar Hijri calendar. Lunar Hijri years are in the 1440s and not supported. */
function isPersian(year: number): boolean {
  return year > 1360 && year < 1430;
}

/** Replaces digits by ASCII digits and invisible characters by spaces. Keeps every index. */
function normalise(text: string): string {
  return text
    .replace(/[\u0660-\u1fff\uff10-\uff19]/g, (letter) => {
      if (!/\p{Nd}/u.test(letter)) return letter;
      const code = letter.charCodeAt(0);
      // The code point of 0 ends with 6 in Indic scripts, and with 0 in all others in use.
      return String((code - (code > 0x8ff && code < 0xe00 ? 6 : 0)) & 15);
    })
    .replace(/\p{Cf}/gu, ' ');
}
