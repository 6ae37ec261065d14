/** Words that say what a date is the date of, in the languages policies are written in. */

import { fold } from './months.ts';

/** What a phrase calls a date. `ended` dates belong to earlier versions. */
export type Meaning = 'updated' | 'effective' | 'published' | 'ended';

/**
 * Stems, accents aside, in the order of languages: English and what shares its stem, German, the
 * Romance languages, Dutch, the Nordic ones, the Slavic ones, Turkish, Greek, Hungarian, Indonesian,
 * Chinese, Japanese and Korean, Arabic, Persian, Hebrew, Hindi. One table, since documents mix them.
 */
const STEMS: Readonly<Record<Meaning, string>> = {
  updated:
    'up+dat|oppdater|opdater|modifi|revi[sz]|rivist|amend|edited|chang(?:ed|e date)|last (?:chang|edit|review)' +
    '|a[ck]?tuali[stz]|geander|anderung|zuletzt|stand[: ]|mise?s? a jour|aggiorna|alterad|alterac' +
    '|bijgewerkt|gewijzigd|aangepast|herzien|wijziging|andra[dt]|senast|senest|ændret|endret|paivite|muute|muokat' +
    '|zmieni|zmian|zmen[ye]|обновл|изменен|редакци|оновл|змін|guncel|degisi|ενημερω|τροποποι|αναθεωρ' +
    '|frissit|modosit|diperbarui|gisdatig|更新|改[定訂正]|修[订訂改]|업데이트|개정|수정|변경' +
    '|تحديث|تعديل|به ?روز|بروزرسان|עודכן|עדכון|עודכנ|अद्यतन|अपडेट|संशोध',
  effective:
    'effecti|ef+ecto|in(?:to)? (?:effect|force)|takes? effect|appl(?:y|ies)|vigo[r]|vigueur|vigen|date d.effet|prend effet' +
    '|efectiv|efetiv|gultig|kraft|wirksam|gilt (?:ab|seit)|efficac|geldig|ingang|geldt|obowiaz|wejsci|wchodzi' +
    '|вступ|действует|действительн|чинн|yururlu|gecerli|发效|発効|施行|適用|効力|生效|시행|발효|유효|효력' +
    '|ساري|سري|نفاذ|اجرا|תוקף|תחול|प्रभाव|लागू|ισχυ|ucinn|platn|galler|gælde|gyldig|voima|gjeld|hataly|ervenyes|berlaku',
  published:
    'publi[sckq]|posted|issued|released|adopted|approved|veroffentlich|entry into force|опубликован|yayin|公開|公表|制定|掲載|公布' +
    '|发布|發[佈布]|게시|제정|공고|نشر|منتشر|פורס|प्रकाश|δημοσι|zverejn|vydan|offentliggj|julkais|kozzet|diterbitkan',
  ended:
    'previous|prior|archiv|until|supersed|replace[sd]|earlier|formerly|precedent|anterior|fruher|vorherig|bis zum|jusqu|hasta' +
    '|предыдущ|попередн|poprzedni|eerdere|vorige|onceki|以前|旧|이전|السابق|قبلی|הקודמ|tidigare|tidligere|aiempi|edelli|predchoz|elozo',
};

/** Words that call something a date without saying of what; they count where nothing else does. */
const WEAK =
  /(?<!\p{L})(?:date|datum|data|fecha|dated|version|versione|fassung|as of|tarih|dato)(?!\p{L})/u;

const MEANINGS = Object.keys(STEMS) as Meaning[];
const ANY = new RegExp(MEANINGS.map((meaning) => `(${fold(STEMS[meaning])})`).join('|'), 'giu');

/** A phrase found. */
export interface Phrasing {
  readonly meaning: Meaning;
  /** False where the words alone would not make it the policy's date. */
  readonly strong: boolean;
}

/** What the words next to a date say of it, nearest last; empty when they say nothing. */
export function meaningsIn(context: string): Phrasing[] {
  const plain = fold(context);
  const found: Phrasing[] = [];
  for (const match of plain.matchAll(ANY)) {
    const group = match.slice(1).findIndex((text) => text !== undefined);
    found.push({ meaning: MEANINGS[group]!, strong: true });
  }
  if (!found.length && WEAK.test(plain)) found.push({ meaning: 'published', strong: false });
  return found;
}

/** Words of law: a date beside them is a statute's. */
const LAW =
  /§|\b(?:act|law|laws|code|bill|ccpa|cpra|gdpr|dsgvo|rgpd|regulation|directive|statutes?|seq|decision|verordnung|gesetz|règlement|loi)\b/i;

/** Whether words speak of a law. */
export function isLegal(context: string): boolean {
  return LAW.test(context);
}

/** Names policies give themselves. */
const SELF =
  /polic|polit[iy]k|poli[tz]|notice|statement|document|terms|page|privac|erklar|richtlin|version|informativ|beleid|confidential|integritet|privat|ポリシー|方針|政策|声明|방침|правил|политик|політик|سياس|سیاس|מדיניות|पॉलिसी|नीति|πολιτικ|tietosuoja|adatved|kebijakan|gizlilik/i;

/** Whether words name the policy itself. */
export function namesItself(context: string): boolean {
  return SELF.test(fold(context));
}
