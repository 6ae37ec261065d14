/**
 * The messages of `<privacy-policy-link>` about changes, in each language of `<privacy-policy>`.
 */

/** The messages in one language. A bracketed part is left out if its placeholder has no value. */
export interface LinkMessages {
  /** The text that follows the link's own text in the link's accessible name. */
  readonly changed: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
    readonly other: string;
  };
  /** The sentence in the notice. */
  readonly notice: string;
  /** Accessible name of the notice among the page's landmarks. */
  readonly label: string;
  readonly see: string;
  readonly dismiss: string;
}

/** The messages by language code. */
export const messages: Readonly<Record<string, LinkMessages>> = {
  en: {
    changed: {
      one: '{count} section changed[ since {date}]',
      other: '{count} sections changed[ since {date}]',
    },
    notice: 'Our privacy policy changed[ on {date}][: {sections}].',
    label: 'Privacy policy update',
    see: 'See what changed',
    dismiss: 'Dismiss',
  },
  ar: {
    changed: {
      zero: 'لم يتغيّر أي قسم[ منذ {date}]',
      one: 'تغيّر قسم واحد[ منذ {date}]',
      two: 'تغيّر قسمان[ منذ {date}]',
      few: 'تغيّرت {count} أقسام[ منذ {date}]',
      many: 'تغيّر {count} قسمًا[ منذ {date}]',
      other: 'تغيّر {count} قسم[ منذ {date}]',
    },
    notice: 'تغيّرت سياسة الخصوصية لدينا[ في {date}][: {sections}].',
    label: 'تحديث سياسة الخصوصية',
    see: 'عرض ما تغيّر',
    dismiss: 'إغلاق',
  },
  cs: {
    changed: {
      one: '{count} změněný oddíl[ od {date}]',
      few: '{count} změněné oddíly[ od {date}]',
      many: '{count} změněného oddílu[ od {date}]',
      other: '{count} změněných oddílů[ od {date}]',
    },
    notice: 'Naše zásady ochrany osobních údajů se změnily[ dne {date}][: {sections}].',
    label: 'Změna zásad ochrany osobních údajů',
    see: 'Zobrazit změny',
    dismiss: 'Zavřít',
  },
  da: {
    changed: {
      one: '{count} afsnit ændret[ siden {date}]',
      other: '{count} afsnit ændret[ siden {date}]',
    },
    notice: 'Vores privatlivspolitik blev ændret[ {date}][: {sections}].',
    label: 'Ændring af privatlivspolitikken',
    see: 'Se ændringerne',
    dismiss: 'Luk',
  },
  de: {
    changed: {
      one: '{count} Abschnitt geändert[ seit dem {date}]',
      other: '{count} Abschnitte geändert[ seit dem {date}]',
    },
    notice: 'Unsere Datenschutzerklärung wurde[ am {date}] geändert[: {sections}].',
    label: 'Änderung der Datenschutzerklärung',
    see: 'Änderungen ansehen',
    dismiss: 'Ausblenden',
  },
  es: {
    changed: {
      one: '{count} sección modificada[ desde el {date}]',
      other: '{count} secciones modificadas[ desde el {date}]',
    },
    notice: 'Nuestra política de privacidad cambió[ el {date}][: {sections}].',
    label: 'Cambio en la política de privacidad',
    see: 'Ver los cambios',
    dismiss: 'Descartar',
  },
  fa: {
    changed: {
      one: '{count} بخش[ از {date}] تغییر کرده است',
      other: '{count} بخش[ از {date}] تغییر کرده است',
    },
    notice: 'سیاست حریم خصوصی ما[ در {date}] تغییر کرد[: {sections}].',
    label: 'تغییر سیاست حریم خصوصی',
    see: 'دیدن تغییرات',
    dismiss: 'بستن',
  },
  fr: {
    changed: {
      one: '{count} section modifiée[ depuis le {date}]',
      other: '{count} sections modifiées[ depuis le {date}]',
    },
    notice: 'Notre politique de confidentialité a changé[ le {date}][ : {sections}].',
    label: 'Modification de la politique de confidentialité',
    see: 'Voir les changements',
    dismiss: 'Ignorer',
  },
  he: {
    changed: {
      one: 'סעיף אחד השתנה[ מאז {date}]',
      two: 'שני סעיפים השתנו[ מאז {date}]',
      other: '{count} סעיפים השתנו[ מאז {date}]',
    },
    notice: 'מדיניות הפרטיות שלנו השתנתה[ ב־{date}][: {sections}].',
    label: 'עדכון במדיניות הפרטיות',
    see: 'מה השתנה',
    dismiss: 'סגירה',
  },
  hi: {
    changed: {
      one: '[{date} से ]{count} अनुभाग बदला',
      other: '[{date} से ]{count} अनुभाग बदले',
    },
    notice: 'हमारी गोपनीयता नीति[ {date} को] बदली[: {sections}]।',
    label: 'गोपनीयता नीति में बदलाव',
    see: 'देखें क्या बदला',
    dismiss: 'बंद करें',
  },
  id: {
    changed: { other: '{count} bagian berubah[ sejak {date}]' },
    notice: 'Kebijakan privasi kami berubah[ pada {date}][: {sections}].',
    label: 'Perubahan kebijakan privasi',
    see: 'Lihat perubahannya',
    dismiss: 'Tutup',
  },
  it: {
    changed: {
      one: '{count} sezione modificata[ dal {date}]',
      other: '{count} sezioni modificate[ dal {date}]',
    },
    notice: 'La nostra informativa sulla privacy è cambiata[ il {date}][: {sections}].',
    label: 'Modifica dell’informativa sulla privacy',
    see: 'Vedi le modifiche',
    dismiss: 'Ignora',
  },
  ja: {
    changed: { other: '[{date}以降、]{count}個のセクションが変更されました' },
    notice: 'プライバシーポリシーが[{date}に]変更されました[：{sections}]。',
    label: 'プライバシーポリシーの変更',
    see: '変更点を見る',
    dismiss: '閉じる',
  },
  ko: {
    changed: { other: '[{date} 이후 ]섹션 {count}개 변경됨' },
    notice: '개인정보 처리방침이[ {date}에] 변경되었습니다[: {sections}].',
    label: '개인정보 처리방침 변경',
    see: '변경 내용 보기',
    dismiss: '닫기',
  },
  nl: {
    changed: {
      one: '{count} onderdeel gewijzigd[ sinds {date}]',
      other: '{count} onderdelen gewijzigd[ sinds {date}]',
    },
    notice: 'Ons privacybeleid is[ op {date}] gewijzigd[: {sections}].',
    label: 'Wijziging van het privacybeleid',
    see: 'Bekijk wat er is gewijzigd',
    dismiss: 'Sluiten',
  },
  pl: {
    changed: {
      one: '{count} zmieniona sekcja[ od {date}]',
      few: '{count} zmienione sekcje[ od {date}]',
      many: '{count} zmienionych sekcji[ od {date}]',
      other: '{count} zmienionej sekcji[ od {date}]',
    },
    notice: 'Nasza polityka prywatności zmieniła się[ {date}][: {sections}].',
    label: 'Zmiana polityki prywatności',
    see: 'Zobacz, co się zmieniło',
    dismiss: 'Zamknij',
  },
  pt: {
    changed: {
      one: '{count} seção alterada[ desde {date}]',
      many: '{count} de seções alteradas[ desde {date}]',
      other: '{count} seções alteradas[ desde {date}]',
    },
    notice: 'Nossa política de privacidade mudou[ em {date}][: {sections}].',
    label: 'Mudança na política de privacidade',
    see: 'Ver o que mudou',
    dismiss: 'Dispensar',
  },
  ru: {
    changed: {
      one: '{count} раздел изменён[ с {date}]',
      few: '{count} раздела изменены[ с {date}]',
      many: '{count} разделов изменено[ с {date}]',
      other: '{count} раздела изменено[ с {date}]',
    },
    notice: 'Наша политика конфиденциальности изменилась[ {date}][: {sections}].',
    label: 'Изменение политики конфиденциальности',
    see: 'Посмотреть изменения',
    dismiss: 'Закрыть',
  },
  sv: {
    changed: {
      one: '{count} avsnitt ändrat[ sedan {date}]',
      other: '{count} avsnitt ändrade[ sedan {date}]',
    },
    notice: 'Vår integritetspolicy ändrades[ {date}][: {sections}].',
    label: 'Ändring av integritetspolicyn',
    see: 'Se vad som ändrats',
    dismiss: 'Stäng',
  },
  tr: {
    changed: {
      one: '[{date} tarihinden beri ]{count} bölüm değişti',
      other: '[{date} tarihinden beri ]{count} bölüm değişti',
    },
    notice: 'Gizlilik politikamız[ {date} tarihinde] değişti[: {sections}].',
    label: 'Gizlilik politikası değişikliği',
    see: 'Nelerin değiştiğini görün',
    dismiss: 'Kapat',
  },
  uk: {
    changed: {
      one: '{count} розділ змінено[ з {date}]',
      few: '{count} розділи змінено[ з {date}]',
      many: '{count} розділів змінено[ з {date}]',
      other: '{count} розділу змінено[ з {date}]',
    },
    notice: 'Наша політика конфіденційності змінилася[ {date}][: {sections}].',
    label: 'Зміна політики конфіденційності',
    see: 'Переглянути зміни',
    dismiss: 'Закрити',
  },
  'zh-CN': {
    changed: { other: '[自{date}以来]{count} 个章节有变更' },
    notice: '我们的隐私政策已[于{date}]变更[：{sections}]。',
    label: '隐私政策变更',
    see: '查看变更内容',
    dismiss: '关闭',
  },
  'zh-TW': {
    changed: { other: '[自 {date} 以來]{count} 個章節有變更' },
    notice: '我們的隱私權政策已[於 {date} ]變更[：{sections}]。',
    label: '隱私權政策變更',
    see: '查看變更內容',
    dismiss: '關閉',
  },
};
