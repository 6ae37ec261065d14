import { ENGLISH_WORDS } from './english.ts';
import { createVocabulary, type VocabularyWords } from './index.ts';

/**
 * The words of all languages except English, in one list because documents mix languages. The order
 * of the languages is roughly: German, Romance, Dutch, Nordic, Finnic, Slavic, Baltic, Celtic,
 * Turkic, Greek, Hungarian, Malay, Filipino, Swahili, Vietnamese.
 */
const OTHER_WORDS: VocabularyWords = {
  title: [
    // German, Dutch and the languages of Scandinavia.
    'datenschutz|nutzungsbedingung',
    'gesch[äa]e?ftsbedingung|\\bagb\\b|voorwaarden|verklaring|integritet|villkor|privatliv|persondata',
    'personvern|vilkår|persónuvernd',
    // Romance languages.
    'politi[ckq]|confiden[tțţc]ialit|vie privée|conditions générales|mentions légales|privacid|privadesa',
    'privacit|condiciones|términos|aviso (?:de|legal)|informativa|termini e condizioni|termos|termeni',
    // Languages of Central and Eastern Europe.
    'prywatno|regulamin|soukrom|súkrom|ochran[ay] (?:osobn|údaj)|podmínk|podmienk|adatvéd|adatkezel',
    'felhasználási feltétel|általános szerződési|privatnost|zasebnost|uvjeti|pogoji|privatumo|privātum',
    'privaatsus|andmekaitse|tietosuoja|käyttöehdot|конфиденц|приватн|поверителн|персональн\\S+ данн',
    'пользовательское соглашение|услови|умови|απορρήτου|όροι',
    // Languages of Western Asia and South Asia.
    'gizlilik|koşullar|kvkk|الخصوصية|الشروط|حریم|شرایط|رازداری|פרטיות|תנאי|गोपनीय|शर्त|গোপনীয়তা|শর্ত',
    // Languages of East Asia, South-East Asia and Africa.
    'privasi|privatezza|syarat|ketentuan|terma|quyền riêng tư|bảo mật|điều khoản|ความเป็นส่วนตัว',
    'ข้อกำหนด|เงื่อนไขการ|隐私|隱私|私隱|条款|條款|协议|協議|プライバシー|個人情報|規約|개인정보|약관|쿠키',
    'クッキー|faragha|patakaran|pagkapribado|príobháid',
  ].join('|'),
  meanings: {
    updated: [
      'geander|(?:letzte )?anderung|zuletzt|stand(?:[: ]|$)|uberarbeit|aktuali[sz]' +
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
    effective: [
      'efecti|efeti|efecto' +
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
    published: [
      'veroff|erstellt|fassung|julkai|offentlig|udgiv|utgiv|objav|zverej|vydan|avaldat|paskelb' +
        '|опубл|публик|оприл|разм[ие]щ|kozzet|diterbit|yayin|δημοσι|~chapish|ban hanh|cong bo',
      '公[開表布告示]|发布|發[布佈]|制定|制[订訂]|제정|게시|공고|공지|نشر|منتشر|انتشار|פורסם|प्रकाशि|প্রকাশ|เผยแพร่|ประกาศใช้',
    ],
    'change-log': [
      'ersetz|preceden|anterior|fruher|vorher|vorig' +
        '|bisherig|eerder|tidig|tidlig|poprz|predch|prethod|предыд|попередн|предишн|onceki|προηγ|elozo|sebelum|edelli',
      '旧|以前|이전|السابق|קודמ|पिछल',
    ],
  },
  history: 'storia|истор|істор|gecmis|geschied|履歴|[歴历歷]史|이력|سجل',
  law: [
    '(?:loi|ley|lei|llei|legge|wet|lov|lag|laki|zakon|kanun|akta|legea?|likum)(?![a-z])' +
      '|verordnung|gesetz|reglament|reglement|regolament|regulament|decret' +
      '|verordening|forordning|asetus|maarus|seadus|direkt[iy]v|dyrektyw|rozporz|ustaw|narizen|smernic|uredb' +
      '|закон|регламент|директив|постанов|указ|νομο|κανονισμ|οδηγι|torveny|rendelet|iranyelv|yonetmelik' +
      '|undang-undang|peraturan|luat|nghi đinh|istatym|regul(?:a|as|u)(?![a-z])|rialachan|acht(?![a-z])',
    'gesetz(?:es|buch)?(?![a-z])|lagen(?![a-z])|loven(?![a-z])|保護法|保护法|법률|보호법|法律|قانون|لائحة|חוק|תקנות|अधिनियम|พระราชบัญญัติ|พ\\.ร\\.บ',
  ],
  self: [
    'polit|charte|erkl|dokument|hinweis|bestimm' +
      '|informativa|normativa|aviso|beleid|verklaring|zasad|prohlas|regulamin|personv|integritet|sekretess' +
      '|seloste|tietosuo|kayttoe|политик|соглаш|правил|πολιτικ|δηλωσ|gizlilik|adatk|tajek|kebijakan|dasar|patakaran|chinh sach',
    'erklarung|richtlinie|bestimmungen|方針|ポリシー|規約|政策|声明|聲明|条款|條款|协议|방침|약관|정책|سياسة|إشعار|سیاست|پالیسی|מדיניות|नीति|নীতি|นโยบาย',
  ],
  until: [
    '(?:bis(?: zum)?|vor(?: dem)?|nach(?: dem)?' +
      '|jusqu.{1,4}|avant(?: le)?|apres(?: le)?|hasta(?: el)?|antes d(?:el?|o)|ate(?: [ao])?|fin[eo] al?|prima del|tot(?: en met)?|voor|na' +
      '|a?z do|до|ως|εως|til og med|fram till|t\\.?o\\.?m\\.?|pana (?:la|in)|sampai|hingga|hanggang|mpaka)',
    'حتى|تا|עד',
  ],
  untilAfter: 'まで|[為为日]?止|까지|asti\\b|saakka\\b|tarihine kadar|kadar|तक|-?ig\\b',
  detached: 'qui|que|wenn|falls|welche|si|als|jezeli|который|если|voidakse',
};

/** Recognizes the words of all languages that policies are written in. */
export const ALL_LANGUAGES = createVocabulary(ENGLISH_WORDS, OTHER_WORDS);
