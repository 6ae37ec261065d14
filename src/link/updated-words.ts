/**
 * The marker's texts in each language of `<privacy-policy>`. This chunk is loaded when a marker is
 * first shown.
 *
 * `#` stands for the date. The part in brackets is left out if there is no date.
 */
const UPDATED: Readonly<Record<string, string>> = {
  ar: 'تم التحديث[ في #]',
  cs: 'aktualizováno[ #]',
  da: 'opdateret[ #]',
  de: 'aktualisiert[ am #]',
  en: 'updated[ #]',
  es: 'actualizada[ el #]',
  fa: 'به‌روزشده[ در #]',
  fr: 'mise à jour[ le #]',
  he: 'עודכנה[ ב־#]',
  hi: '[# को ]अपडेट की गई',
  id: 'diperbarui[ pada #]',
  it: 'aggiornata[ il #]',
  ja: '[#に]更新',
  ko: '[# ]업데이트됨',
  nl: 'bijgewerkt[ op #]',
  pl: 'zaktualizowano[ #]',
  pt: 'atualizada[ em #]',
  ru: 'обновлено[ #]',
  sv: 'uppdaterad[ #]',
  tr: '[# tarihinde ]güncellendi',
  uk: 'оновлено[ #]',
  zh: '[#]已更新',
};

/**
 * Returns the marker's text, such as "updated" or "updated 2 May 2026". Uses English if there is no
 * text in the language.
 */
export function updatedText(language: string, day?: string): string {
  const text = UPDATED[language.split('-', 1)[0]!] ?? UPDATED['en']!;
  return text.replace(/\[([^[#]{0,99})#([^\]]{0,99})\]/, (_, before, after) =>
    day ? before + formatDay(day, language) + after : '',
  );
}

/** Formats an ISO day in a language. */
export function formatDay(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(day));
}

/**
 * Returns the language of an element: the nearest `lang` attribute (across shadow boundaries), or
 * else the browser's language.
 */
export function languageOf(element: Element): string {
  const { language } = navigator;
  const nearest = element.closest<HTMLElement>('[lang]')?.lang.replaceAll('_', '-');
  const { host } = element.getRootNode() as ShadowRoot;
  if (!nearest && host) return languageOf(host);
  try {
    const [tag = 'en'] = Intl.getCanonicalLocales(nearest ?? language);
    // Visitors whose language is British English get British dates on a page that only states "en".
    return language.startsWith(`${tag}-`) ? language : tag;
  } catch {
    return 'en';
  }
}
