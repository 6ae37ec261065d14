/** Dates, numbers and lists as a language writes them. */

import { localDay } from '../core/dates/local-day.ts';
import { ENGLISH_MONTHS } from '../core/dates/english.ts';
import { languageTag } from '../core/model/language-tag.ts';

/** The ways a language writes what is not a sentence. */
export interface Formats {
  /** A date at the precision it is stated in; text that is no date comes back as it is. */
  date(iso: string): string;
  /** How far one date is from another: "in 10 days", "yesterday"; "next month" where no day is stated. */
  relative(from: string, to: string): string;
  number(count: number): string;
  plural(count: number): Intl.LDMLPluralRule;
  /** Several things in one phrase, such as "a, b and c". */
  list(items: readonly string[]): string;
}

/** The name of a language in itself, as it begins a line; the tag where it has none. */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag; // Not every tag that a document states is one.
  }
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.+)?)?)?$/;

// Publishers who only have a day often write it as midnight. Read as an instant it would slip to
// the day before for everyone west of where it was written.
const MIDNIGHT = /^T00:00(:00(\.0+)?)?(Z|[+-]\d\d:?\d\d)?$/;

const DAY = 86_400_000;

/**
 * Languages that write small numbers as programs do and have one form for 1 and one for the rest:
 * asking the engine costs ten milliseconds before the first paint.
 */
const PLAIN = /^(?:en|de|nl|sv|da|nb|fi|it|es)(?:-[A-Z]{2})?$/;
const SMALL = 1000;

/** Returns the formats of a locale, or of English where the tag is malformed. */
export function formats(tag: string): Formats {
  const locale = languageTag(tag) ?? 'en';
  const once = <T>(make: () => T): (() => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  const numbers = once(() => new Intl.NumberFormat(locale));
  const rules = once(() => new Intl.PluralRules(locale));
  const isPlain = (count: number): boolean =>
    PLAIN.test(locale) && Number.isInteger(count) && count >= 0 && count < SMALL;

  return {
    date(iso) {
      const [, year, month, day, time] = DATE.exec(iso) ?? [];
      if (!year) return iso;
      const zoned = time && !MIDNIGHT.test(time);
      const date = new Date(zoned ? iso : `${year}-${month ?? '01'}-${day ?? '01'}T00:00Z`);
      if (Number.isNaN(date.getTime()) || (!zoned && date.getUTCDate() !== Number(day ?? 1)))
        return iso;
      if (day && !zoned && /^en(?:-US)?$/.test(locale))
        return `${ENGLISH_MONTHS[+month! - 1]} ${+day}, ${+year}`;
      return new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        ...(month && { month: 'long' }),
        ...(day && { day: 'numeric' }),
        ...(!zoned && { timeZone: 'UTC' }),
      }).format(date);
    },
    relative(from, to) {
      const days = daysBetween(from, to);
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
        days ?? monthOf(to) - monthOf(from),
        days === null ? 'month' : 'day',
      );
    },
    number: (count) => (isPlain(count) ? `${count}` : numbers().format(count)),
    plural: (count) => (isPlain(count) ? (count === 1 ? 'one' : 'other') : rules().select(count)),
    list: (items) => new Intl.ListFormat(locale).format(items),
  };
}

/** The visitor's day of a date, as {@link Formats.date} says it. */
function dayOf(iso: string): string {
  const time = DATE.exec(iso)?.[4];
  return time && !MIDNIGHT.test(time) ? localDay(new Date(iso)) : iso;
}

/** Counts the days from one ISO day to another; null where either is not known to the day. */
export function daysBetween(from: string, to: string): number | null {
  const [start, end] = [from, to].map((iso) =>
    /^\d{4}-\d\d-\d\d/.test(iso) ? Date.parse(dayOf(iso).slice(0, 10)) : NaN,
  );
  const days = (end! - start!) / DAY;
  return Number.isNaN(days) ? null : days;
}

function monthOf(iso: string): number {
  return 12 * +iso.slice(0, 4) + +iso.slice(5, 7);
}

/** Whether a date is later than a day, or its month than the day's where no more is stated. */
export function isAhead(date: string | null | undefined, today: string): date is string {
  return dayOf(date ?? '').slice(0, 10) > today;
}

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b|-(arab|hebr|syrc|thaa|nkoo|adlm)\b/i;

/** Tells which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}
