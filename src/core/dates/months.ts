/** Month names in the languages policies are written in, taken from the engine's own Intl data. */

/** English month names. Written out because asking Intl for the first name blocks a page for 12 ms. */
export const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * Languages whose month names are understood in any document. Croatian is missing on purpose: its
 * "listopad" is October, but November in Polish and Czech.
 */
const LANGUAGES =
  'en de fr es it pt nl pl ru uk tr ar ar-LB ar-MA ar-DZ fa he hi ca el cs sv da fi nb hu id ro gl sk sl bg et lv lt is eu';

/** Languages that are detected reliably. Their texts use month names of the language, or English. */
const RELIABLE = /^(?:en|de|fr|es|it|pt|nl)\b/;

/** Month numbers by name and by abbreviation; 0 for an abbreviation that several months share. */
type Months = Map<string, number>;

/** Months by languages and calendar. Cached because Intl takes 25 ms to name those of all languages. */
const monthCache = new Map<string, Months>();

/** A text in lower case without accents, vowel signs and joiners, for comparing words. */
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
 * Number of the month a word names, 1 to 12, or 0. Tries the document's language, then English, then
 * every language if the document's is not detected reliably.
 */
export function monthOf(word: string, language: string | null): number {
  // Spellings that Intl does not know: Dutch and German March, Austrian January, Hindi; Hebrew "in".
  const name = foldDiacritics(word)
    .replace(/^mr[tz]$/, 'mar')
    .replace('janner', 'januar')
    .replace('मब', 'ब')
    .replace(/^ב/, '');
  const isReliable = RELIABLE.test(language ?? '');
  for (const languages of [language ?? 'en', 'en', isReliable ? '' : LANGUAGES]) {
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
  // The Solar Hijri year begins in spring.
  const shift = calendar === 'persian' ? 2 : -1;
  try {
    // Many languages inflect the month beside a day, so both forms are needed.
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
    // Intl throws on a language tag that it cannot parse, and a document can state any text as one.
  }
  return names;
}
