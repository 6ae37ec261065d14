/** Phrases that tell what a date means, in the languages policies are written in. */

import { foldDiacritics } from './months.ts';

/** The meaning of a date; `change-log` if it belongs to an earlier version. */
export type Meaning = 'updated' | 'effective' | 'published' | 'change-log';

/**
 * Word stems without accents, for all languages at once because documents mix them. In order: English
 * and the languages that share its stem, then German, Romance, Dutch, Nordic, Slavic, Turkish, Greek,
 * Hungarian, Indonesian, Chinese, Japanese, Korean, Arabic, Persian, Hebrew, Hindi. A stem is as short
 * as it can be without matching words of another meaning.
 */
const STEMS: readonly (readonly [Meaning, string])[] = [
  [
    'updated',
    '[uo]p+dat|mod[iy]f|revi[sz]|amend|edited|changed|last (?:chang|edit|review)|tuali[stz]|geander|anderung|zuletzt|stand[: ]' +
      '|a jour|aggiorn|altera|bijgew|gewijz|aangep|herzien|endret|ændret|andra[dt]|senas|senes|paivit|muut' +
      '|zmian|zmen|обнов|измен|редак|онов|змін|guncel|degis|ενημερω|τροποπ|frissit|modosit|diperbar|gisdat' +
      '|更新|改[定訂正]|修[订訂改]|업데|개정|수정|تحديث|تعديل|به ?روز|עדכ|अद्यत|संशो',
  ],
  [
    'effective',
    'ef+ecti|efecti|efeti|efecto|to force|to effect|takes? effect|appl(?:y|i[eq])|d.effet|vig[oue]|gultig|kra(?:ft|cht)|wirks|gilt|efficac|ingang|geld' +
      '|galler|gælde|gyldi|gjeld|voima|obowi|zycie|ucinn|platn|вступ|дейст|чинн|yururl|gecerli|ισχυ|hataly|erveny' +
      '|berlaku|生效|発効|施行|適用|시행|발효|효력|ساري|سري|نفاذ|اجرا|תוקף|प्रभा|लागू',
  ],
  [
    'published',
    'publi[sckq]|versi|formulated|dated|posted|issued|released|adopted|approved|veroff|опубл|公[開表布]|发布|制定|제정|게시',
  ],
  [
    'change-log',
    'previous|prior|archiv|until|supersed|replace|earlier|former|preceden|anterior|fruher|vorher|bis zum|jusqu|hasta|eerder|vorig|tidig|tidlig|poprz|предыд|旧|以前|이전',
  ],
];

const ANY = new RegExp(STEMS.map(([, stems]) => `(${foldDiacritics(stems)})`).join('|'), 'g');

/** The stems of one meaning as alternatives of a pattern, for texts without accents. */
export function stemsOf(meaning: Meaning): string {
  return foldDiacritics(STEMS.find(([one]) => one === meaning)![1]);
}

/** The meanings that phrases in a text have, in the order of the text. */
export function meaningsIn(context: string): Meaning[] {
  return [...foldDiacritics(context).matchAll(ANY)].map(
    (match) => STEMS[match.slice(1).findIndex((stem) => stem)]![0],
  );
}

/** Matches legal terms: a date beside one is that of a law. */
export const LAW =
  /§|\b(?:act|laws?|code|bill|ccpa|cpra|gdpr|dsgvo|rgpd|regulation|directive|seq|decision|verordnung|gesetz|loi)\b/i;

/** Matches the words policies use for themselves. */
export const SELF = /polic|polit|privac|notice|statement|page|erkl|polít/i;
