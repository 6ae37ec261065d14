/** Parses dates as people write them, never with more precision than stated. */

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

/** Maximum number of dates found in one text. A line with more is a table row or an attack. */
const MAX_DATES = 20;

/**
 * First and last year that a policy's date can have. Other numbers are not years, or belong to an
 * unsupported calendar.
 */
const MIN_YEAR = 1990;
const MAX_YEAR = 2049;

/** Difference in years between an era and the Common Era, by the era's name. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 民國: 1911, 民国: 1911 };

/** Difference in years between the Buddhist era of Thai dates and the Common Era. */
const BUDDHIST_ERA = 543;

/**
 * Makes a pattern case-insensitive for ASCII letters only. The `i` flag is slow, because it folds
 * the case of all Unicode letters.
 */
const anyCase = (text: string): string =>
  text.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const GAP =
  String.raw`[\s.,،/»"”-]{0,3}` +
  anyCase(
    String.raw`(?:(?:day\s+)?of\s+|de(?:l|n)?\s+|d[’']|ta[’']\s?|ng\s+|m\.\s+|[พค]\.ศ\.\s?)?`,
  );
const LETTER = BETWEEN.replace('[', '[^\\d');
const ORDINAL = `(?:\\s?${anyCase(String.raw`(?:st|nd|rd|th|er|º|ª|°|η|-?го|-?an?|\(?e\)?ko|\(a\))`)}(?!${LETTER}))?`;
const WORD = `${LETTER}{2,20}`;
const NUMERALS = '一二三四五六七八九十';

/** The ways of writing a date, tried in this order at each position of a text. */
const SHAPES = new RegExp(
  [
    // Year first: a month, a day, or a day with a time.
    String.raw`(?<!\d)(?<isoYear>\d{4})\s?[-./年년]\s?(?<isoMonth>\d{1,2})(?:\s?[-./月월]\s?(?<isoDay>\d{1,2})(?:\s?[日日号號일])?)?(?!\d)` +
      String.raw`(?:[tT ](?<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s?(?<zone>[zZ]|[uU][tT][cC]|[+-]\d\d:?\d\d)?)?`,
    `(?<era>${Object.keys(ERAS).join('|')})\\s?(?<eraYear>元|\\d{1,3})\\s?年\\s?(?<eraMonth>\\d{1,2})\\s?月(?:\\s?(?<eraDay>\\d{1,2})\\s?日)?`,
    `(?<hanYear>[〇零${NUMERALS}]{4})年(?<hanMonth>[${NUMERALS}]{1,2})月(?:(?<hanDay>[${NUMERALS}]{1,3})[日号號])?`,
    // Numbers with the year last. A two-digit year counts only if the separators have no spaces.
    String.raw`(?<![\d][-./]\s?|\d)(?<first>\d{1,2})(?:(?<mark>[-./])(?<second>\d{1,2})\k<mark>(?<last>\d{4}|\d\d)|\s?(?<wideMark>[-./])\s?(?<wideSecond>\d{1,2})\s?\k<wideMark>\s?(?<wideLast>\d{4}))(?!\d|[-./]\s?\d)`,
    // Vietnamese, in which months have numbers instead of names.
    String.raw`(?<!\d)(?:(?<vietDay>\d{1,2})\s+)?[tT][hH].{1,2}[nN][gG]\s+(?<vietMonth>\d{1,2})[\s,/]+(?:[nN].{1,2}[mM]\s+)?(?<vietYear>\d{4})(?!\d)`,
    // Year first and month name last: Latvian with a day, Hungarian and Lithuanian without one.
    `(?<!\\d)(?<farYear>\\d{4})(?:\\.?\\s?gada|\\s?жылғы|\\s?ж\\.|-yil)\\s(?<farDay>\\d{1,2})[.-]?\\s?(?<farWord>${WORD})`,
    `(?<!\\d)(?<bareYear>\\d{4})(?:\\.?\\s?gada|\\.|\\s?m\\.)\\s(?<bareWord>${WORD})(?!${LETTER}|[\\s.]*\\d)`,
    // A month name between day and year, or before or after both.
    `(?:(?<!\\d)(?<lead>\\d{4}|\\d{1,2})${ORDINAL}${GAP}|(?<!${LETTER}))(?<word>${WORD})` +
      `(?:\\.?\\s+(?<middle>\\d{1,2})(?!\\d)${ORDINAL})?${GAP}(?<end>\\d{4}|\\d{1,2})(?!\\d)`,
    String.raw`(?<![\d./])(?<onlyMonth>0\d|1[0-2])[./](?<itsYear>\d{4})(?!\d)`,
  ].join('|'),
  'g',
);

/**
 * Matches texts that can contain a date. This check is a hundred times faster than the search for a
 * date.
 */
const YEAR = /\d{4}|\d\s?[-./]\s?\d|[\u0660-\u1fff\uff10-\uff19]|[和成國国].{1,5}年|[〇零]..?年/;

/** Returns every date in a text, in order. */
export function scanDates(text: string, language: string | null): DateMatch[] {
  const found: DateMatch[] = [];
  if (!YEAR.test(text)) return found;
  const plain = normalizeText(text);
  SHAPES.lastIndex = 0;
  for (let match; found.length < MAX_DATES && (match = SHAPES.exec(plain));) {
    const { index: start } = match;
    const iso = isoOf(match.groups!, language);
    if (iso !== undefined) {
      found.push({ start, end: start + match[0].trimEnd().length, iso });
      // Most lines have only one date. Stop here, because engines compile such a long pattern again
      // on its second use.
      if (!YEAR.test(plain.slice(SHAPES.lastIndex))) break;
    }
    // A rejected match can overlap a real date ("Act 5 March 2020"), so retry one character further
    // on.
    else SHAPES.lastIndex = start + 1;
  }
  return found;
}

/** Returns the first date in a text, or null. */
export function parseDate(
  text: string,
  language: string | null,
): { iso: string | null; text: string } | null {
  const [match] = scanDates(text, language);
  return match ? { iso: match.iso, text: text.slice(match.start, match.end) } : null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * Returns the ISO 8601 date of a match, null if it is ambiguous, or undefined if it is not a date.
 */
function isoOf(groups: Groups, language: string | null): string | null | undefined {
  if (groups['isoYear']) return withTime(groups);
  const { era, eraYear, eraMonth, eraDay } = groups;
  if (era) {
    const year = eraYear === '元' ? 1 : Number(eraYear);
    return toIso(ERAS[era]! + year, Number(eraMonth), eraDay);
  }
  const { hanYear, hanMonth = '', hanDay } = groups;
  if (hanYear) {
    const year = Number(Array.from(hanYear, (digit) => NUMERALS.indexOf(digit) + 1).join(''));
    return toIso(year, fromNumerals(hanMonth), hanDay && String(fromNumerals(hanDay)));
  }
  if (groups['first']) return numeric(groups, language);
  if (groups['vietYear'])
    return toIso(+groups['vietYear'], +groups['vietMonth']!, groups['vietDay']);
  if (groups['onlyMonth']) return toIso(+groups['itsYear']!, +groups['onlyMonth'], undefined);
  if (groups['farYear'])
    return toIso(+groups['farYear'], monthOf(groups['farWord']!, language), groups['farDay']);
  if (groups['bareYear']) {
    // Only these languages write the month after the year. In other languages, the word after the
    // year begins a new sentence: "In 2025. May we …".
    const writesYearLast = /^(?:hu|lt|lv)\b/.test(language ?? 'hu');
    const word = groups['bareWord']!;
    if (!writesYearLast || (!language && monthOf(word, 'en'))) return undefined;
    return toIso(+groups['bareYear'], monthOf(word, language ?? 'hu'), undefined);
  }
  return named(groups, language);
}

function withTime({ isoYear, isoMonth, isoDay, time, zone }: Groups): string | undefined {
  const iso = toIso(+isoYear!, +isoMonth!, isoDay);
  // Without a time zone, only the day is certain.
  return iso && isoDay && time && zone
    ? `${iso}T${time}${zone.replace(/UTC/i, 'Z').replace(/(\d\d):?(\d\d)$/, '$1:$2')}`
    : iso;
}

function named({ lead, word, middle, end }: Groups, language: string | null): string | undefined {
  const [year, day] = lead && lead.length > 2 ? [lead, end!] : [end!, lead ?? middle];
  if (year.length !== 4 || (lead && middle) || (day?.length ?? 0) > 2) return undefined;
  const month = isPersian(+year) ? solarHijriMonthOf(word!) : () => monthOf(word!, language);
  return toIso(+year, month, day);
}

function numeric(groups: Groups, language: string | null): string | null | undefined {
  const { first, mark = groups['wideMark'] } = groups;
  const { second = groups['wideSecond'], last = groups['wideLast'] } = groups;
  const short = last!.length < 4;
  const year = +last! + (short ? 2000 : 0);
  const dayFirst = toIso(year, +second!, first);
  // All languages but English put the day first in dates with dots.
  if (mark === '.' && language && !language.startsWith('en')) return dayFirst;
  const monthFirst = toIso(year, +first!, second);
  const iso = dayFirst ?? monthFirst;
  if (!iso) return undefined;
  if ((monthFirst ?? iso) === iso && !short) return iso;
  return dayFirst && isDayFirst(language) ? dayFirst : null;
}

/**
 * Whether a language puts the day before the month in numeric dates, in all countries where it is
 * used.
 */
function isDayFirst(language: string | null): boolean {
  // Many pages state "en" or "en-US" by default, even if their authors write dates differently.
  if (!language || /^en(?:-US)?$/i.test(language)) return false;
  if (!Intl.DateTimeFormat.supportedLocalesOf(language).length) return false;
  const parts = new Intl.DateTimeFormat(language).formatToParts(0);
  return parts.find(({ type }) => type !== 'literal')?.type === 'day';
}

function toIso(
  written: number,
  month: number | (() => number),
  dayText: string | undefined,
): string | undefined {
  const isBuddhist = written >= MIN_YEAR + BUDDHIST_ERA;
  const year = isBuddhist ? written - BUDDHIST_ERA : written;
  const persian = isPersian(year);
  if (!persian && (year < MIN_YEAR || year > MAX_YEAR)) return undefined;
  const number = typeof month === 'number' ? month : month();
  const day = +(dayText ?? 1);
  if (number < 1 || number > 12 || day < 1 || day > 31) return undefined;
  if (persian) return dayText && fromSolarHijri(year, number, day);
  const iso = [year, number, day].map((part) => String(part).padStart(2, '0')).join('-');
  return isDay(iso) ? iso.slice(0, dayText ? 10 : 7) : undefined;
}

/**
 * Whether a year belongs to the Solar Hijri calendar. Lunar Hijri years (now in the 1440s) are not
 * supported.
 */
function isPersian(year: number): boolean {
  return year > 1360 && year < 1430;
}

/** Returns the value of a Chinese numeral up to 31. */
function fromNumerals(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const valueOf = (digit: string): number => NUMERALS.indexOf(digit) + 1;
  return (text.includes('十') ? 10 * (tens ? valueOf(tens) : 1) : 0) + (ones ? valueOf(ones) : 0);
}

/**
 * Replaces digits by ASCII digits and invisible characters by spaces, and joins the two words of
 * Irish month names. Preserves all indices.
 */
function normalizeText(text: string): string {
  return text
    .replace(/[\u0660-\u1fff\uff10-\uff19]/g, (letter) => {
      if (!/\p{Nd}/u.test(letter)) return letter;
      const code = letter.charCodeAt(0);
      // The last hexadecimal digit of the code point of 0 is 6 in Indic scripts, and 0 in all other
      // scripts in use.
      return String((code - (code > 0x8ff && code < 0xe00 ? 6 : 0)) & 15);
    })
    .replace(/\p{Cf}/gu, ' ')
    .replace(/(?<=\bme[aá]n|\bdeireadh) (?=f[oó]mhair)/gi, 'ʹ');
}
