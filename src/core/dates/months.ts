/** Month names in the languages that policies are written in, from the engine's own Intl data. */

/**
 * English month names. Written out because asking Intl for the first name blocks a page for 12 ms.
 */
export const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * Month names in languages that Chrome's Intl data lacks. Two words of a name are joined in the
 * same way as in `scanDates`.
 */
const NAMES: Readonly<Record<string, string>> = {
  cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
  eu: 'urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua',
  ga: 'Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Meánʹfómhair Deireadhʹfómhair Samhain Nollaig',
  gl: 'xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro',
  is: 'janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember',
  mt: 'Jannar Frar Marzu April Mejju Ġunju Lulju Awwissu Settembru Ottubru Novembru Diċembru',
  sq: 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor',
};

/**
 * Languages whose month names are recognized in a document of unknown language. Croatian is left
 * out on purpose: its "listopad" is October, but November in Polish and Czech.
 */
const LANGUAGES =
  'en de fr es it pt nl pl ru uk tr ar ar-LB ar-MA ar-DZ fa ur he hi ca el cs sv da fi nb hu id ms ro gl sk sl bg sr sr-Latn et lv lt is eu ga mt fil sw af cy sq th bn';

/** Languages that inflect month names by case. */
const INFLECTED = /^(?:et|fi|lv|lt|hu|tr|eu|sl|hr|sr|bs|mk|bg|sk|sq|is|az|ka|hy|kk|ur)\b/;

/** Month numbers by name and by abbreviation; 0 for an abbreviation that several months share. */
type Months = Map<string, number>;

/**
 * Caches months by languages and calendar, because Intl takes 25 ms to name the months in all
 * languages.
 */
const monthCache = new Map<string, Months>();

/** Returns a text in lower case without accents, vowel signs and joiners, for comparing words. */
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
 * Returns the number of the month that a word names, 1 to 12, or 0. Tries the document's language,
 * then English. If the document's language is unknown, tries every language.
 */
export function monthOf(word: string, language: string | null): number {
  // Replace spellings that Intl does not know: abbreviations of March in Dutch and German, January
  // in Austria, a spelling in Hindi. Remove the Hebrew prefix for "in" and the ending of the Basque
  // genitive.
  const name = foldDiacritics(word)
    .replace(/^mr[tz]$/, 'mar')
    .replace('janner', 'januar')
    .replace('मब', 'ब')
    .replace(/^ב/, '')
    .replace(/aren$/, 'a');
  for (const languages of language ? [language, 'en'] : ['en', LANGUAGES]) {
    const month = monthsIn(languages).get(name);
    if (month) return month;
  }
  return language && INFLECTED.test(language) ? inflectedMonthOf(name, language) : 0;
}

/** Like `monthOf`, for a name with a case ending that Intl does not list, such as "juulist". */
function inflectedMonthOf(name: string, language: string): number {
  for (let length = name.length - 1; length >= 4 && length >= name.length - 3; length--) {
    const month = monthsIn(language).get(name.slice(0, length));
    if (month) return month;
  }
  return 0;
}

/** Returns the number of the month that a word names in the Solar Hijri calendar, or 0. */
export function solarHijriMonthOf(word: string): number {
  return monthsIn('fa fa-AF', 'persian').get(foldDiacritics(word)) ?? 0;
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
  const written = NAMES[language.slice(0, 2)]?.split(' ') ?? (language === 'en' && ENGLISH_MONTHS);
  if (written) return written.map((name, index) => [foldDiacritics(name), index + 1]);
  const names: [string, number][] = [];
  // The Solar Hijri year begins in spring.
  const shift = calendar === 'persian' ? 2 : -1;
  try {
    // Many languages inflect the month next to a day or a year, so all forms are needed.
    for (const beside of [{}, { day: 'numeric' }, { year: 'numeric' }] as const) {
      const options = { month: 'long', timeZone: 'UTC', calendar, ...beside } as const;
      const format = new Intl.DateTimeFormat(language, options);
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2020, month + shift, 15));
        const name = parts.find((part) => part.type === 'month')!.value;
        names.push([foldDiacritics(name).replace(/^d(?:e |[’'])|^ב/, ''), month]);
      }
    }
  } catch {
    // Intl throws on malformed language tags, and a document can state any text as its tag.
  }
  return names;
}
