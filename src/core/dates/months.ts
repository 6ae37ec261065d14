/** Names of months in the languages policies are written in, as the engine itself knows them. */

/**
 * Languages whose month names are understood besides the document's own. Croatian stands last: its
 * "listopad" is October, where Polish and Czech mean November, so it counts only when a document
 * says that it is Croatian.
 */
const LANGUAGES =
  'en de fr es it pt nl pl ru uk tr ar ar-LB ar-MA ar-DZ fa he hi ca el cs sv da fi nb hu id ro';

/** Short forms that are not the beginning of the name. */
const SHORT: ReadonlyMap<string, number> = new Map([
  ['mrt', 3],
  ['mrz', 3],
  ['janner', 1],
  ['नवमबर', 11],
  ['सतमबर', 9],
  ['दसमबर', 12],
  ['агт', 8],
]);

const known = new Map<string, ReadonlyMap<string, number>>();

/** A text without accents and vowel signs and in lower case, for comparing words alone. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .normalize('NFC');
}

/** Number of the month a word names, 1 to 12, or 0. `language` is asked first. */
export function monthOf(word: string, language: string | null): number {
  const name = fold(word).replace(/\.$/, '');
  const short = SHORT.get(name);
  if (short || name.length < 2) return short ?? 0;
  for (const locale of new Set([language ?? 'en', ...LANGUAGES.split(' ')])) {
    const month = lookUp(name, namesOf(locale));
    if (month) return month;
  }
  return 0;
}

function lookUp(name: string, names: ReadonlyMap<string, number>): number {
  const exact = names.get(name) ?? names.get(name.replace(/^ב|[ίη]$/, ''));
  if (exact || name.length < 3) return exact ?? 0;
  let found = 0;
  for (const [full, month] of names) {
    if (!full.startsWith(name)) continue;
    if (found && found !== month) return 0;
    found = month;
  }
  return found;
}

function namesOf(locale: string): ReadonlyMap<string, number> {
  const before = known.get(locale);
  if (before) return before;
  const names = new Map<string, number>();
  known.set(locale, names);
  // Many languages inflect the month beside a day, so both forms are asked for.
  for (const day of ['numeric', undefined] as const) {
    const options: Intl.DateTimeFormatOptions = { month: 'long', timeZone: 'UTC' };
    if (day) options.day = day;
    let format;
    try {
      format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, options);
    } catch {
      // A document may state any nonsense as its language.
      return names;
    }
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2020, month - 1, 15));
      const name = parts.find((part) => part.type === 'month')?.value ?? '';
      names.set(fold(name).replace(/^d(?:e |[’'])/, ''), month);
    }
  }
  return names;
}
