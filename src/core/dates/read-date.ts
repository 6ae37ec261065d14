/** Reads dates as people write them, never more certainly than they are written. */

import { fromSolarHijri, isDay } from './calendar.ts';
import { monthOf } from './months.ts';

/** A date found in a text. */
export interface DateMatch {
  readonly start: number;
  readonly end: number;
  /** ISO 8601 day, month or instant; null where the words can mean more than one day. */
  readonly iso: string | null;
}

const WORD = String.raw`([\p{L}\p{M}]{2,20})`;
const GAP = String.raw`[\s.,،/»"”-]{0,3}(?:de[ln]?\s+|of\s+|d[’'])?`;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|º|ª|°|η|ης|-?го)?`;
const CLOCK = String.raw`(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s?(Z|UTC|[+-]\d\d:?\d\d)?)?`;

/** The shapes of dates; the numbers name their groups in {@link scanDates}. */
const SHAPES = new RegExp(
  String.raw`(?<!\d)(?:` +
    [
      String.raw`(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)${CLOCK}`,
      String.raw`(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]`,
      String.raw`(\d{4})-(\d\d)(?![-\d])`,
      String.raw`(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\11\s?(\d{4}|\d\d)(?!\d)`,
      String.raw`(\d{1,2})${ORDINAL}${GAP}${WORD}${GAP}(\d{4})(?!\d)`,
      String.raw`(\d{4})${GAP}${WORD}${GAP}(\d{1,2})(?!\d)`,
    ].join('|') +
    String.raw`)|(?<!\p{L})${WORD}(?:\.?\s+(\d{1,2})${ORDINAL})?${GAP}(\d{4})(?!\d)`,
  'giu',
);

/** Years outside of these are numbers of something else. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/** Every date in a text, in order. */
export function scanDates(text: string, language: string | null): DateMatch[] {
  const plain = normalise(text);
  const found: DateMatch[] = [];
  if (!/\d\d/.test(plain)) return found;
  SHAPES.lastIndex = 0;
  for (let match; (match = SHAPES.exec(plain));) {
    const iso = isoOf(match, language);
    if (iso === undefined) {
      // What is no date may overlap with one: "Act 5 March 2020".
      SHAPES.lastIndex = match.index + 1;
    } else {
      const start = match.index;
      found.push({ start, end: start + match[0].trimEnd().length, iso });
    }
  }
  return found;
}

/** The first date in a text, or null. */
export function readDate(
  text: string,
  language: string | null,
): { iso: string | null; text: string } | null {
  const [match] = scanDates(text, language);
  return match ? { iso: match.iso, text: text.slice(match.start, match.end) } : null;
}

function isoOf(match: RegExpExecArray, language: string | null): string | null | undefined {
  const group = match as (string | undefined)[];
  if (group[1]) return instant(day(+group[1], +group[2]!, +group[3]!), group[4], group[5]);
  if (group[6]) return month(+group[6], +group[7]!);
  if (group[8]) return month(+group[8], +group[9]!);
  if (group[10]) return numeric(+group[10], group[11]!, +group[12]!, group[13]!, language);
  if (group[14]) return named(+group[16]!, group[15]!, +group[14], language);
  if (group[17]) return named(+group[17], group[18]!, +group[19]!, language);
  return named(+group[22]!, group[20]!, group[21] ? +group[21] : 0, language);
}

function named(year: number, word: string, dayOfMonth: number, language: string | null) {
  if (!isYear(year)) return undefined;
  const number = monthOf(word, language);
  if (!number) return undefined;
  return dayOfMonth ? day(year, number, dayOfMonth) : month(year, number);
}

function numeric(
  first: number,
  mark: string,
  second: number,
  yearText: string,
  language: string | null,
): string | null | undefined {
  // Dots are written with the day first wherever English is not.
  const dotted = mark === '.' && language !== null && !language.startsWith('en');
  const year = yearText.length === 2 ? 2000 + +yearText : +yearText;
  const dayFirst = day(year, second, first);
  const monthFirst = day(year, first, second);
  if (dotted) return dayFirst;
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return null;
  const certain = dayFirst ?? monthFirst;
  return certain && yearText.length === 2 ? null : certain;
}

function day(year: number, number: number, dayOfMonth: number): string | undefined {
  // Persian documents count years from 622; no other calendar in use is in these years.
  if (year > 1360 && year < 1450) {
    return fromSolarHijri(year, number, dayOfMonth) ?? undefined;
  }
  if (!isYear(year) || !isDay(year, number, dayOfMonth)) return undefined;
  return `${year}-${pad(number)}-${pad(dayOfMonth)}`;
}

function month(year: number, number: number): string | undefined {
  return isYear(year) && number >= 1 && number <= 12 ? `${year}-${pad(number)}` : undefined;
}

function instant(date: string | undefined, clock?: string, zone?: string): string | undefined {
  // A time without a zone is no instant, and its day is all that is certain.
  if (!date || !clock || !zone) return date;
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/(\d\d):?(\d\d)$/, '$1:$2').toUpperCase();
  return `${date}T${clock}${offset}`;
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** The text with western digits and without invisible marks, every place kept. */
function normalise(text: string): string {
  return text
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => {
      const code = digit.charCodeAt(0);
      // Digits of Indian scripts begin at a place that ends with 6, all others that we meet at 0.
      return digit.length > 1
        ? digit
        : String((code - (code > 0x8ff && code < 0xe00 ? 6 : 0)) & 15);
    })
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, ' ');
}
