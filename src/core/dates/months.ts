/** Names of months in the languages policies are written in, as the engine itself knows them. */

/** Languages whose month names are understood besides the document's own. */
const LANGUAGES =
  'en de fr es it pt nl pl ru uk tr ar ar-LB ar-MA ar-DZ fa he hi ca el cs sv da fi nb hu id ro';

const known = new Map<string, ReadonlyMap<string, number>>();

/** A text in lower case without accents, vowel signs and joiners, for comparing words alone. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/ı/g, 'i')
    .normalize('NFC');
}

/** Number of the month a word names, 1 to 12, or 0. `language` is asked first. */
export function monthOf(word: string, language: string | null, persian: boolean): number {
  // Short forms and spellings that no engine gives: Dutch and German March, Austrian January, Hindi.
  const name = fold(word)
    .replace(/^mr[tz]$/, 'mar')
    .replace('janner', 'januar')
    .replace('मब', 'ब');
  const locales = persian ? ['fa'] : new Set([language ?? 'en', ...LANGUAGES.split(' ')]);
  for (const locale of locales) {
    const names = namesOf(`${locale}-u-ca-${persian ? 'persian' : 'gregory'}`, persian ? -2 : 1);
    const month =
      // Hebrew "in", Greek and Persian endings.
      names.get(name) ?? names.get(name.replace(/^ב/, '')) ?? byBeginning(name, names);
    if (month) return month;
  }
  return 0;
}

/** The month whose name begins so, when there is only one: "Sept", "févr". */
function byBeginning(name: string, names: ReadonlyMap<string, number>): number {
  const found = new Set<number>();
  for (const [full, month] of names) if (full.startsWith(name)) found.add(month);
  return name.length > 2 && found.size === 1 ? [...found][0]! : 0;
}

/** The names of the months; the first begins in the month of 2020 that `first` numbers from 1 down. */
function namesOf(locale: string, first: number): ReadonlyMap<string, number> {
  let names = known.get(locale) as Map<string, number> | undefined;
  if (names) return names;
  known.set(locale, (names = new Map()));
  try {
    // Many languages inflect the month beside a day, so both forms are asked for.
    for (const day of [{ day: 'numeric' }, {}] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC', ...day });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2020, month - first, 15));
        const name = parts.find((part) => part.type === 'month')!.value;
        names.set(fold(name).replace(/^d(?:e |[’'])/, ''), month);
      }
    }
  } catch {
    // A document may state any nonsense as its language.
  }
  return names;
}
