/** Names of months in the languages policies are written in, as the engine itself knows them. */

import { ENGLISH_MONTHS } from './english.ts';

/**
 * Languages whose month names are understood besides the document's own. Croatian is not among them:
 * its "listopad" is October, where the Poles' and the Czechs' is November.
 */
const LANGUAGES =
  'en de fr es it pt nl pl ru uk tr ar ar-LB ar-MA ar-DZ fa he hi ca el cs sv da fi nb hu id ro gl sk sl bg et lv lt is eu';

/** Languages that no other is mistaken for: a text in one of them names months in it, or in English. */
const WELL_TOLD = /^(?:en|de|fr|es|it|pt|nl)\b/;

/** Months by the beginnings of their names, 0 where a beginning is that of several. */
type Months = Map<string, number>;

const monthCache = new Map<string, Months>();

/** A text in lower case without accents, vowel signs and joiners, for comparing words alone. */
export function foldDiacritics(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\0-\x7f]/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/ı/g, 'i')
    .normalize('NFC');
}

/**
 * Number of the month a word names, 1 to 12, or 0: in the language given, in English, and in any
 * where the language is not known well. All names together take 25 ms, once.
 */
export function monthOf(word: string, language: string | null): number {
  // Spellings that no engine gives: Dutch and German March, Austrian January, Hindi; Hebrew "in".
  const name = foldDiacritics(word)
    .replace(/^mr[tz]$/, 'mar')
    .replace('janner', 'januar')
    .replace('मब', 'ब')
    .replace(/^ב/, '');
  const isTold = WELL_TOLD.test(language ?? '');
  for (const languages of [language ?? 'en', 'en', isTold ? '' : LANGUAGES]) {
    const month = languages && monthsIn(languages).get(name);
    if (month) return month;
  }
  return 0;
}

/** Number of the month a word names in the Solar Hijri calendar of Persian texts, or 0. */
export function solarHijriMonthOf(word: string): number {
  return monthsIn('fa', 'persian').get(foldDiacritics(word)) ?? 0;
}

function monthsIn(languages: string, calendar = 'gregory'): Months {
  if (languages.startsWith('en-')) languages = 'en';
  const key = languages + calendar;
  let months = monthCache.get(key);
  if (!months) {
    monthCache.set(key, (months = new Map()));
    const names = languages.split(' ').flatMap((language) => namesIn(language, calendar));
    for (const [name, month] of names) {
      for (let length = 3; length < name.length; length++) {
        const start = name.slice(0, length);
        months.set(start, (months.get(start) ?? month) === month ? month : 0);
      }
    }
    for (const [name, month] of names) months.set(name, month);
  }
  return months;
}

function namesIn(language: string, calendar: string): [string, number][] {
  if (language === 'en')
    return ENGLISH_MONTHS.map((name, index) => [foldDiacritics(name), index + 1]);
  const names: [string, number][] = [];
  // The Solar Hijri year begins in the spring.
  const shift = calendar === 'persian' ? 2 : -1;
  try {
    // Many languages inflect the month beside a day, so both forms are asked for.
    for (const day of [{}, { day: 'numeric' }] as const) {
      const options = { month: 'long', timeZone: 'UTC', calendar, ...day } as const;
      const format = new Intl.DateTimeFormat(language, options);
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2020, month + shift, 15));
        const name = parts.find((part) => part.type === 'month')!.value;
        names.push([foldDiacritics(name).replace(/^d(?:e |[’'])|^ב/, ''), month]);
      }
    }
  } catch {
    // A document may state any nonsense as its language.
  }
  return names;
}
