/** Formats of dates, numbers and lists in one language. */

import { countDays } from '../core/dates/calendar.ts';
import { ENGLISH_MONTHS } from '../core/dates/months.ts';
import { languageTag } from '../core/model/language-tag.ts';

/** Formats dates, numbers and lists in a language. */
export interface Formats {
  /** Formats a date with the precision that it states. Returns other text unchanged. */
  date(iso: string): string;
  /**
   * Formats the distance between two dates: "in 10 days", "yesterday", or "next month" if one of
   * them states no day.
   */
  relative(from: string, to: string): string;
  number(count: number): string;
  plural(count: number): Intl.LDMLPluralRule;
  /** Joins items into a phrase, such as "a, b and c". */
  list(items: readonly string[]): string;
}

/**
 * Returns a language's name in the language itself, capitalized. Returns the tag if the browser
 * does not know its name.
 */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag; // Documents can state malformed tags.
  }
}

/**
 * Adds a region to a language tag: the region of the first preferred tag with the same language and
 * script. In a browser set to British English, `en` becomes `en-GB`. A tag that has a region is
 * returned unchanged.
 */
export function withRegion(tag: string, preferred: readonly string[]): string {
  const first = preferred.find((one) => one.startsWith(`${tag}-`));
  if (PLAIN.test(tag) && first && PLAIN.test(first)) return first;
  try {
    const locale = new Intl.Locale(tag);
    if (locale.region) return tag;
    const { script } = locale.maximize();
    for (const one of preferred) {
      const { language, region } = new Intl.Locale(one);
      const isSame =
        language === locale.language && new Intl.Locale(one).maximize().script === script;
      if (region && isSame) return new Intl.Locale(tag, { region }).toString();
    }
  } catch {
    // Pages can state malformed tags as their language.
  }
  return tag;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T\d\d:.+)?)?)?$/;

/**
 * Matches tags of languages that use the digits 0 to 9 and, for small numbers, only the plural
 * forms `one` (for 1) and `other`. Such numbers are formatted without Intl, because creating an
 * Intl format takes about ten milliseconds before the first paint.
 */
const PLAIN = /^(?:en|de|nl|sv|da|nb|fi|it|es)(?:-[A-Z]{2})?$/;
const MAX_PLAIN = 1000;

/** Returns the formats of a locale, or those of English if the tag is malformed. */
export function formats(tag: string): Formats {
  const locale = languageTag(tag) ?? 'en';
  const lazy = <T>(make: () => T): (() => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  const numbers = lazy(() => new Intl.NumberFormat(locale));
  const rules = lazy(() => new Intl.PluralRules(locale));
  const isPlain = (count: number): boolean =>
    PLAIN.test(locale) && Number.isInteger(count) && count >= 0 && count < MAX_PLAIN;

  return {
    date(iso) {
      // The day of an instant is the day that the publisher wrote, regardless of the visitor's time
      // zone.
      const [, year, month, day] = DATE.exec(iso) ?? [];
      if (!year) return iso;
      const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00Z`);
      if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day ?? 1)) return iso;
      if (day && /^en(?:-US)?$/.test(locale))
        return `${ENGLISH_MONTHS[+month! - 1]} ${+day}, ${+year}`;
      return new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        ...(month && { month: 'long' }),
        ...(day && { day: 'numeric' }),
        timeZone: 'UTC',
      }).format(date);
    },
    relative(from, to) {
      const days = daysBetween(from, to);
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
        days ?? monthNumber(to) - monthNumber(from),
        days === null ? 'month' : 'day',
      );
    },
    number: (count) => (isPlain(count) ? `${count}` : numbers().format(count)),
    plural: (count) => (isPlain(count) ? (count === 1 ? 'one' : 'other') : rules().select(count)),
    list: (items) =>
      items.length > 1 ? new Intl.ListFormat(locale).format(items) : items.join(''),
  };
}

/** Returns the number of days from one ISO date to another, or null if either date has no day. */
export function daysBetween(from: string, to: string): number | null {
  const hasDay = /^\d{4}-\d\d-\d\d/;
  const days = hasDay.test(from) && hasDay.test(to) ? countDays(from, to) : NaN;
  return Number.isNaN(days) ? null : days;
}

/** Returns the number of months since the year 0. */
function monthNumber(iso: string): number {
  return 12 * +iso.slice(0, 4) + +iso.slice(5, 7);
}

/**
 * Whether a date is after today. A date without a day is after today if its month or year is. Other
 * text is never after today.
 */
export function isAhead(date: string | null | undefined, today: string): date is string {
  return !!date && /^\d{4}(?:-\d\d|$)/.test(date) && date.slice(0, 10) > today;
}

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b|-(arab|hebr|syrc|thaa|nkoo|adlm)\b/i;

/** Returns the direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}
