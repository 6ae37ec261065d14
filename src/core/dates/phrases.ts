/** Phrases that tell what a date means, in the languages policies are written in. */

import { BETWEEN } from '../model/text.ts';
import { foldDiacritics } from './months.ts';

/** The meaning of a date; `change-log` if it belongs to an earlier version. */
export type Meaning = 'updated' | 'effective' | 'published' | 'change-log';

/** A phrase in a text. */
export interface Phrase {
  readonly meaning: Meaning;
  readonly start: number;
  readonly end: number;
}

/**
 * Word stems without accents, for all languages at once because documents mix them. The first list of
 * a meaning has the stems that match only at the start of a word, roughly in the order English,
 * German, Romance, Dutch, Nordic, Finnic, Slavic, Baltic, Celtic, Turkic, Greek, Hungarian, Malay,
 * Filipino, Swahili, Vietnamese. The second has those of scripts that join words or prefixes. A `~`
 * stands for a prefix of up to four letters.
 */
const STEMS: readonly (readonly [Meaning, string, string])[] = [
  [
    'updated',
    '[uo]p+.?dat|modif|revi[dsz]|amend|edited|changed|last (?:chang|edit|revi)' +
      '|geander|(?:letzte )?anderung|zuletzt|stand(?:[: ]|$)|uberarbeit|aktuali[sz]' +
      '|a jour|(?:re)?a[ct]?tuali[stz]|aggi?orn|altera[dct]|darrera' +
      '|bijgew|gewijz|aangep|herzien|bygew|opgedat|laatst' +
      '|endre[ts]|ændre[ts]|andra[dt]|sen(?:as|es)t|sidst|sist |ajourf|uppfær|breytt' +
      '|paivit|muute|muuto|muoka|viimeksi|uuenda|muude|ajakohas|viimati' +
      '|zmian|zmien|zmen|z?aktualiz|posledn|ostatni|upraven|posodob|spremen|azur|izm[ij]?en|izmjen' +
      '|обнов|онов|измен|змін|зміне|редак|актуал|ажур|промен' +
      '|atnaujin|pakeit|atjaun|grozi|nuashonr|leasa|diweddar|emendat|eguner|perditesu|gisdat' +
      '|guncel|degis|yenilen|ενημερω|τροποπ|αναθεωρ|επικαιροπ|frissit|modosit' +
      '|diperbar|pembaruan|diubah|perubahan|(?:di)?kemas ?kini|pindaan' +
      '|na-?update|binago|~sasish|~rekebish|cap nhat|sua đoi',
    '更新|改[定訂正]|修[订訂改]|업데|개정|수정|변경일|갱신|تحديث|تعديل|به ?روز|ویرایش|اپ ?ڈیٹ|تازہ|ترمیم|עו?דכ' +
      '|अद्यत|अपडेट|संशो|হালনাগাদ|আপডেট|อัปเดต|อัพเด|ปรับปรุง|แก้ไข',
  ],
  [
    'effective',
    'ef+ecti|efecti|efeti|efecto|(?:in)?to (?:force|effect)|(?:in|took|takes?|has) (?:effect|force)' +
      '|entry into|appl(?:y|i[eq]s?\\b)|applicable|valid(?!at)' +
      '|gultig|gelten|gilt|(?:in ?)?kraft|wirks' +
      '|d.effet|vig[oue]|efficac|si applica|vala?bil|indarre' +
      '|(?:van )?kra(?:cht|g)\\b|ingang|inwerking|geld(?:ig|t|end)' +
      '|i ?kraft|galler|gælde|gyldi|gjeld|giltig|gildi|voima|joustu|kehti' +
      '|obowi|zycie|wejsci|wchodzi|wazn|ucinn|platn|velja|snag|primjen|primen|vrijed|vazi' +
      '|вступ|дейст|діє|чинн|влиза|важи|сила|снаг|примењ' +
      '|isigalioj|galioj|speka|eifeacht|bhfeidhm|rym\\b|seħħ|effett' +
      '|yururl|gecerli|ισχυ|hataly|erveny|~berlaku|~kuat ?kuasa' +
      '|epektib|bisa\\b|magkaka|~tumika|~anza|hieu luc',
    '生效|発効|施行|適用|实施|實施|시행|발효|효력|적용|[تي]سري|ساري|سريان|نفاذ|نافذ|فعال|اجرا|مؤثر|תוקף' +
      '|प्रभा|लागू|কার্যকর|มีผล|บังคับใช้',
  ],
  [
    'published',
    'publi[sckq]|versi|formulated|dated|posted|issued|released|adopted|approved|created' +
      '|veroff|erstellt|fassung|julkai|offentlig|udgiv|utgiv|objav|zverej|vydan|avaldat|paskelb' +
      '|опубл|публик|оприл|разм[ие]щ|kozzet|diterbit|yayin|δημοσι|~chapish|ban hanh|cong bo',
    '公[開表布告示]|发布|發[布佈]|制定|制[订訂]|제정|게시|공고|공지|نشر|منتشر|انتشار|פורסם|प्रकाशि|প্রকাশ|เผยแพร่|ประกาศใช้',
  ],
  [
    'change-log',
    'previous|prior|archiv|supersed|replace|earlier|former|ersetz|preceden|anterior|fruher|vorher|vorig' +
      '|bisherig|eerder|tidig|tidlig|poprz|predch|prethod|предыд|попередн|предишн|onceki|προηγ|elozo|sebelum|edelli',
    '旧|以前|이전|السابق|קודמ|पिछल',
  ],
];

/** A letter or a combining mark. A class of ranges, because `\p{L}` is slow to compile. */
const LETTER = BETWEEN.replace('[', '[^\\d');

const patternOf = (stems: string): string =>
  foldDiacritics(stems).replaceAll('~', `${LETTER}{0,4}`);

/** A pattern of stems that match only at the start of a word. */
const wordsFrom = (stems: string): string => `(?<!${LETTER})(?:${patternOf(stems)})`;

const ANY = new RegExp(
  STEMS.map(([, stems, joined]) => `(${wordsFrom(stems)}|${patternOf(joined)})`).join('|'),
  'g',
);

/** The stems of one meaning as alternatives of a pattern, for texts without accents. */
export function stemsOf(meaning: Meaning): string {
  const [, stems, joined] = STEMS.find(([one]) => one === meaning)!;
  return `${wordsFrom(stems)}|${patternOf(joined)}`;
}

/** The phrases in a text without accents, in the order of the text. */
export function phrasesIn(folded: string): Phrase[] {
  return [...folded.matchAll(ANY)].map((match) => ({
    meaning: STEMS[match.slice(1).findIndex((stem) => stem)]![0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The meanings that phrases in a text have, in the order of the text. */
export function meaningsIn(text: string): Meaning[] {
  return phrasesIn(foldDiacritics(text)).map(({ meaning }) => meaning);
}

/** Matches legal terms in a text without accents: a date beside one is that of a law. */
export const LAW = new RegExp(
  '§|\\d{1,4}/\\d{2,4}/?(?:e[cgeku]|ue|eec)\\b|(?:19|20)\\d\\d/\\d{3,4}|\\b(?:seq|gdpr|ccpa|cpra|rgpd|[rl]gpd|dsgvo|bdsg|kvkk|p\\.l)\\b|' +
    wordsFrom(
      '(?:act|laws?|code|bill|loi|ley|lei|llei|legge|wet|lov|lag|laki|zakon|kanun|akta|legea?|likum)(?![a-z])' +
        '|regulations?(?![a-z])|directiv|statute|verordnung|gesetz|reglament|reglement|regolament|regulament|decret' +
        '|verordening|forordning|asetus|maarus|seadus|direkt[iy]v|dyrektyw|rozporz|ustaw|narizen|smernic|uredb' +
        '|закон|регламент|директив|постанов|указ|νομο|κανονισμ|οδηγι|torveny|rendelet|iranyelv|yonetmelik' +
        '|undang-undang|peraturan|luat|nghi đinh|istatym|regul(?:a|as|u)(?![a-z])|rialachan|acht(?![a-z])',
    ) +
    '|gesetz(?:es|buch)?(?![a-z])|lagen(?![a-z])|loven(?![a-z])|保護法|保护法|법률|보호법|法律|قانون|لائحة|חוק|תקנות|अधिनियम|พระราชบัญญัติ|พ\\.ร\\.บ',
);

/** Matches the words policies use for themselves, in a text without accents. */
export const SELF = new RegExp(
  wordsFrom(
    'polic|polit|privac|notice|statement|terms|agreement|charte|erkl|dokument|document|hinweis|bestimm' +
      '|informativa|normativa|aviso|declara|beleid|verklaring|zasad|prohlas|regulamin|personv|integritet|sekretess' +
      '|seloste|tietosuo|kayttoe|политик|соглаш|правил|πολιτικ|δηλωσ|gizlilik|adatk|tajek|kebijakan|dasar|patakaran|chinh sach' +
      '|version|these|conditions',
  ) +
    '|erklarung|richtlinie|bestimmungen|方針|ポリシー|規約|政策|声明|聲明|条款|條款|协议|방침|약관|정책|سياسة|إشعار|سیاست|پالیسی|מדיניות|नीति|নীতি|นโยบาย',
);

/** Matches the end of a text, without accents, after which a date is the last day or not the first. */
export const UNTIL = new RegExp(
  wordsFrom(
    '(?:until|till|thru|through|before|prior to|after|bis(?: zum)?|vor(?: dem)?|nach(?: dem)?' +
      '|jusqu.{1,4}|avant(?: le)?|apres(?: le)?|hasta(?: el)?|antes d(?:el?|o)|ate(?: [ao])?|fin[eo] al?|prima del|tot(?: en met)?|voor|na' +
      '|a?z do|до|ως|εως|til og med|fram till|t\\.?o\\.?m\\.?|pana (?:la|in)|sampai|hingga|hanggang|mpaka)',
  ) + '\\s*$|(?:حتى|تا|עד)\\s*$',
);

/** Matches the start of a text, without accents, after a date that is the last day. */
export const UNTIL_AFTER = new RegExp(
  foldDiacritics(
    '^\\s?(?:まで|[為为日]?止|까지|asti\\b|saakka\\b|tarihine kadar|kadar|तक|-?ig\\b)',
  ),
);

/** Matches words, without accents, that make a clause one about something else than its date. */
export const DETACHED = new RegExp(
  `${wordsFrom('(?:you|who|which|whose|if|when|where|may|might|can|unless|qui|que|wenn|falls|welche|si|als|jezeli|который|если|voidakse)')}(?!${LETTER})`,
);
