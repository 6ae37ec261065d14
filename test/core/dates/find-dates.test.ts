import { expect } from 'chai';
import { findDates } from '../../../src/core/dates/index.ts';
import type { FlatNode } from '../../../src/core/model/parsed-document.ts';
import type { Inline } from '../../../src/core/model/policy.ts';
import { ALL_LANGUAGES } from '../../../src/core/vocabulary/all.ts';

const FILLER = 'We keep what you write to us for as long as the answer takes.';

/** Parses lines. Each is a heading (`# `) or a paragraph, and can contain `[text](url)` links. */
function document(source: string): FlatNode[] {
  return source.split('\n').map((line) => {
    const [, marks, text = ''] = /^(#*) ?(.*)$/.exec(line)!;
    const children = text.split(/(\[[^\]]*\]\([^)]*\))/).map((part): Inline => {
      const [, words, href] = /^\[(.*)\]\((.*)\)$/.exec(part) ?? [];
      return href
        ? { type: 'link', href, children: [{ type: 'text', text: words! }] }
        : { type: 'text', text: part };
    });
    return marks
      ? { type: 'flatHeading', level: marks.length, children }
      : { type: 'paragraph', children };
  });
}

function datesOf(source: string, language: string | null = 'en') {
  return findDates({ content: document(source), language, vocabulary: ALL_LANGUAGES });
}

function states(text: string, kind: string, iso: string | null, language = 'en') {
  it(`findDates takes "${text}" as ${kind} ${iso ?? 'without a certain day'}`, () => {
    const found = datesOf(`# Privacy\n${FILLER}\n## More\n${text}`, language);
    expect(found.map((date) => `${date.kind} ${date.iso}`)).to.include(`${kind} ${iso}`);
  });
}

function statesNothing(text: string, language = 'en') {
  it(`findDates finds no date of the policy in "${text}"`, () => {
    expect(datesOf(`# Privacy\n${FILLER}\n${text}`, language)).to.deep.equal([]);
  });
}

describe('findDates', () => {
  describe('findDates in English', () => {
    states('Last updated: May 15, 2023', 'updated', '2023-05-15');
    states('it was last updated march 7, 2018.', 'updated', '2018-03-07');
    states('Effective date: February 1, 2024', 'effective', '2024-02-01');
    states('EFFECTIVE DATE OCTOBER 10, 2016', 'effective', '2016-10-10');
    states('Updated on June 7th, 2017 to clarify our use of cookies.', 'updated', '2017-06-07');
    states('Date when this notice was last updated: 28 August 2025', 'updated', '2025-08-28');
    states('This policy went into effect on 6 October 2025.', 'effective', '2025-10-06');
    states('Published 3 May 2023', 'published', '2023-05-03');
    states('May 3, 2023', 'published', '2023-05-03');
    states('Updated: 05/11/2021', 'updated', null);
    states('Previous version: 25 May 2018', 'change-log', '2018-05-25');
  });

  describe('findDates in the languages of policies', () => {
    states('Stand: Mai 2018', 'updated', '2018-05', 'de');
    states('Zuletzt geändert am 21. Mai 2018', 'updated', '2018-05-21', 'de');
    states('Diese Erklärung gilt ab 1. Juni 2020.', 'effective', '2020-06-01', 'de');
    states('Gültig ab 1.6.2020', 'effective', '2020-06-01', 'de');
    states('Dernière mise à jour : 3 mars 2021', 'updated', '2021-03-03', 'fr');
    states('Entrée en vigueur le 1er août 2022', 'effective', '2022-08-01', 'fr');
    states('Última actualización: 6 de junio de 2023', 'updated', '2023-06-06', 'es');
    states('Vigente desde el martes, 10 de febrero de 2026', 'effective', '2026-02-10', 'es');
    states('Ultimo aggiornamento: 3 marzo 2021', 'updated', '2021-03-03', 'it');
    states('In vigore dal 10 marzo 2022', 'effective', '2022-03-10', 'it');
    states('Última atualização: 3 de março de 2021', 'updated', '2021-03-03', 'pt');
    states('Data de vigência: 3 de abril de 2024', 'effective', '2024-04-03', 'pt');
    states('Laatst bijgewerkt op 3 maart 2021', 'updated', '2021-03-03', 'nl');
    states('Van kracht vanaf dinsdag 1 maart 2022', 'effective', '2022-03-01', 'nl');
    states('Ostatnia aktualizacja: 4 maja 2026 r.', 'updated', '2026-05-04', 'pl');
    states('Obowiązuje od 4 maja 2026 r.', 'effective', '2026-05-04', 'pl');
    states('Последнее обновление: 3 июля 2013 г.', 'updated', '2013-07-03', 'ru');
    states('Действует с 3 июля 2013 г.', 'effective', '2013-07-03', 'ru');
    states('Востаннє оновлено 5 травня 2020 р.', 'updated', '2020-05-05', 'uk');
    states('Набирає чинності 5 травня 2020 р.', 'effective', '2020-05-05', 'uk');
    states('Son güncelleme: 18 Kasım 2022', 'updated', '2022-11-18', 'tr');
    states('18 Kasım 2022 tarihinde yürürlüğe girer', 'effective', '2022-11-18', 'tr');
    states('最終更新日：2018年3月7日', 'updated', '2018-03-07', 'ja');
    states('2020年4月1日施行', 'effective', '2020-04-01', 'ja');
    states('最后更新：2014 年 4 月 15 日', 'updated', '2014-04-15', 'zh');
    states('生效日期：2014年4月15日', 'effective', '2014-04-15', 'zh');
    states('최종 수정일: 2018년 5월 25일', 'updated', '2018-05-25', 'ko');
    states('시행일: 2020. 1. 5.', 'effective', '2020-01-05', 'ko');
    states('آخر تحديث: ٩ سبتمبر ٢٠٢٠', 'updated', '2020-09-09', 'ar');
    states('تسري هذه السياسة اعتبارًا من 2021-04-24.', 'effective', '2021-04-24', 'ar');
    states('آخرین به‌روزرسانی: ۱۵ فروردین ۱۴۰۰', 'updated', '2021-04-04', 'fa');
    states('תאריך עדכון אחרון: 15 באפריל 2014', 'updated', '2014-04-15', 'he');
    states('בתוקף מיום 15 באפריל 2014', 'effective', '2014-04-15', 'he');
    states('अंतिम अद्यतन: 25 नवंबर 2014', 'updated', '2014-11-25', 'hi');
    states('प्रभावी तिथि: 25 नवंबर 2014', 'effective', '2014-11-25', 'hi');
    states('Darrera actualització: 24 d’abril de 2021', 'updated', '2021-04-24', 'ca');
    states('Τελευταία ενημέρωση: 15 Απριλίου 2014', 'updated', '2014-04-15', 'el');
    states('Ισχύει από 15 Απριλίου 2014', 'effective', '2014-04-15', 'el');
    states('Poslední aktualizace: 14. ledna 2015', 'updated', '2015-01-14', 'cs');
    states('Účinné od 14. ledna 2015', 'effective', '2015-01-14', 'cs');
    states('Senast uppdaterad: 3 augusti 2021', 'updated', '2021-08-03', 'sv');
    states('Gäller från den 3 augusti 2021', 'effective', '2021-08-03', 'sv');
    states('Senest opdateret den 13-07-2024', 'updated', '2024-07-13', 'da');
    states('Træder i kraft 5. marts 2020', 'effective', '2020-03-05', 'da');
    states('Päivitetty viimeksi 7. tammikuuta 2020', 'updated', '2020-01-07', 'fi');
    states('Voimassa 7.1.2020 alkaen', 'effective', '2020-01-07', 'fi');
    states('Sist oppdatert 17. desember 2019', 'updated', '2019-12-17', 'no');
    states('Gjelder fra 17. desember 2019', 'effective', '2019-12-17', 'no');
    states('Utoljára frissítve: 2018. május 25.', 'updated', '2018-05-25', 'hu');
    states('Terakhir diperbarui: 8 Agustus 2023', 'updated', '2023-08-08', 'id');
    states('Ultima actualizare: 1 ianuarie 2021', 'updated', '2021-01-01', 'ro');
  });

  describe('findDates in languages of few policies', () => {
    states('Cập nhật lần cuối: ngày 3 tháng 7 năm 2025', 'updated', '2025-07-03', 'vi');
    states('Có hiệu lực từ ngày 3 tháng 7 năm 2025', 'effective', '2025-07-03', 'vi');
    states('อัปเดตล่าสุด: 3 กรกฎาคม 2568', 'updated', '2025-07-03', 'th');
    states('มีผลบังคับใช้ 3 กรกฎาคม 2568', 'effective', '2025-07-03', 'th');
    states('Atnaujinta 2025 m. liepos 3 d.', 'updated', '2025-07-03', 'lt');
    states('Įsigalioja nuo 2025 m. liepos 3 d.', 'effective', '2025-07-03', 'lt');
    states('Atjaunināts 2025. gada 3. jūlijā', 'updated', '2025-07-03', 'lv');
    states('Stājas spēkā 2025. gada 3. jūlijā', 'effective', '2025-07-03', 'lv');
    states('Uuendatud 3. juulil 2025', 'updated', '2025-07-03', 'et');
    states('Kehtib alates 3. juulist 2025', 'effective', '2025-07-03', 'et');
    states('Nuashonraithe: 3 Iúil 2025', 'updated', '2025-07-03', 'ga');
    states('Aġġornat l-aħħar: 3 ta’ Lulju 2025', 'updated', '2025-07-03', 'mt');
    states('Kemas kini terakhir: 3 Julai 2025', 'updated', '2025-07-03', 'ms');
    states('Berkuat kuasa pada 3 Julai 2025', 'effective', '2025-07-03', 'ms');
    states('Huling na-update: Hulyo 3, 2025', 'updated', '2025-07-03', 'fil');
    states('Epektibo simula Hulyo 3, 2025', 'effective', '2025-07-03', 'fil');
    states('Ilisasishwa mwisho: 3 Julai 2025', 'updated', '2025-07-03', 'sw');
    states('Itaanza kutumika tarehe 3 Julai 2025', 'effective', '2025-07-03', 'sw');
    states('4 نومبر 2024 سے فعال', 'effective', '2024-11-04', 'ur');
    states('آخری تازہ کاری: 4 نومبر 2024', 'updated', '2024-11-04', 'ur');
    states('Последна актуализация: 3 юли 2025 г.', 'updated', '2025-07-03', 'bg');
    states('В сила от 3 юли 2025 г.', 'effective', '2025-07-03', 'bg');
    states('Zadnja posodobitev: 3. julij 2025', 'updated', '2025-07-03', 'sl');
    states('Velja od 3. julija 2025', 'effective', '2025-07-03', 'sl');
    states('Posledná aktualizácia: 3. júla 2025', 'updated', '2025-07-03', 'sk');
    states('Stupa na snagu 3. srpnja 2025.', 'effective', '2025-07-03', 'hr');
    states('Последње ажурирање: 3. јул 2025.', 'updated', '2025-07-03', 'sr');
    states('Síðast uppfært: 3. júlí 2025', 'updated', '2025-07-03', 'is');
    states('Laas bygewerk: 3 Julie 2025', 'updated', '2025-07-03', 'af');
    states('Azken eguneratzea: 2025eko uztailaren 3a', 'updated', '2025-07-03', 'eu');
    states('Τελευταία ενημέρωση: Ιούλιος 2025', 'updated', '2025-07', 'el');
    states('Utolsó frissítés: 2025. július', 'updated', '2025-07', 'hu');
    states('最終更新日：令和7年7月3日', 'updated', '2025-07-03', 'ja');
    states('Última atualización: 3 de xullo de 2025', 'updated', '2025-07-03', 'gl');
    states('Diweddarwyd: 3 Gorffennaf 2025', 'updated', '2025-07-03', 'cy');
  });

  describe('findDates by clause and label', () => {
    states('Die folgenden Hinweise gelten ab dem 1. Mai 2023.', 'effective', '2023-05-01', 'de');
    states('This notice took effect on 1 May 2023.', 'effective', '2023-05-01');
    states('In force since 1 May 2023', 'effective', '2023-05-01');
    states('In effect since 1 May 2023', 'effective', '2023-05-01');
    states('Valid from: 1 May 2023', 'effective', '2023-05-01');
    states('Version 3.2, 1 May 2023', 'published', '2023-05-01');
    statesNothing('Version 3.2 of our app keeps your settings since 1 May 2023 in a file.');
    states('Mise à jour du 10/12/2025', 'updated', '2025-12-10', 'fr');
    statesNothing('From June 2020 you may have changed your settings in the app.');
    statesNothing('If you changed your settings before 3 June 2020, you can change them again.');
    statesNothing('We understand that since June 2020 some of you work from home.');
    statesNothing(
      'Määrus 2016/679, 27. aprill 2016, füüsiliste isikute kaitse kohta, mida võidakse muuta.',
      'et',
    );
    statesNothing('Rozporządzenie (UE) 2016/679 z dnia 27 kwietnia 2016 r., ze zmianami', 'pl');
    statesNothing('Reglamento (UE) 2016/679 de 27 de abril de 2016, modificado', 'es');
    statesNothing('Zakon o zaštiti podataka od 25. svibnja 2018., izmijenjen', 'hr');
    statesNothing('個人情報保護法は2022年4月1日に改正されました。', 'ja');
    statesNothing('Version 3.2.0 (gültig bis 30.04.2023)', 'de');
    statesNothing('Gilt bis 30.04.2023', 'de');
    statesNothing('Valid until 30 April 2023');
    statesNothing('Valable jusqu’au 30 avril 2023', 'fr');
    statesNothing('2023年4月30日まで有効', 'ja');

    it('findDates ignores the date of a policy that a sentence links to', () => {
      const link = '[Privacy Policy](https://example.org/uk)';
      const sentence = `We are changing how we show advertisements. Our new ${link} for UK users comes into effect on 11 November 2026.`;
      expect(datesOf(sentence)).to.deep.equal([]);
    });

    it('findDates takes "last updated" in a sentence that also says when the policy was reviewed', () => {
      const text = 'This policy was reviewed on 24 April 2026 and last updated on 19 May 2026.';
      expect(datesOf(text)[0]).to.include({ kind: 'updated', iso: '2026-05-19' });
      expect(datesOf(text).filter(({ kind }) => kind === 'updated')).to.have.lengthOf(1);
    });

    it('findDates gives each of two labelled dates of one line its own meaning, in Korean', () => {
      const found = datesOf('공고일자: 2020년 11월 03일\n시행일자: 2020년 11월 10일', 'ko');
      const inOne = datesOf('공고일자: 2020년 11월 03일 시행일자: 2020년 11월 10일', 'ko');
      for (const dates of [found, inOne]) {
        expect(dates.map(({ kind, iso }) => `${kind} ${iso}`)).to.have.members([
          'published 2020-11-03',
          'effective 2020-11-10',
        ]);
      }
    });

    it('findDates takes "last updated and effective" as both', () => {
      for (const [text, language] of [
        ['Last updated and effective: 6 May 2023', 'en'],
        ['Effective and last updated on 6 May 2023', 'en'],
        ['Dernière mise à jour et entrée en vigueur : 6 mai 2023', 'fr'],
        ['Zuletzt aktualisiert und gültig ab: 6. Mai 2023', 'de'],
      ] as const) {
        const dates = datesOf(text, language).map(({ kind, iso }) => `${kind} ${iso}`);
        expect(dates, text).to.have.members(['updated 2023-05-06', 'effective 2023-05-06']);
      }
    });

    it('findDates does not take an older date of a part as the date of the whole', () => {
      const sections = `## Section\n${FILLER}\n`.repeat(30);
      const source = `# Privacy\nEffective 3 November 2025\n${sections}## California notice\nLast revised December 12, 2022`;
      const kinds = datesOf(source).map(({ kind, iso }) => `${kind} ${iso}`);
      expect(kinds).to.include('effective 2025-11-03');
      expect(kinds).not.to.include('updated 2022-12-12');
    });

    it('findDates takes neither of two contradicting dates in the middle of a document', () => {
      const sections = `## Section\n${FILLER}\n`.repeat(30);
      const source = `# Terms\n${sections}As of: 1 November 2006\nLast updated: 1 November 2006\n${sections}Last updated: 3 March 2010\n${sections}`;
      expect(datesOf(source).filter(({ kind }) => kind === 'updated')).to.deep.equal([]);
    });

    it('findDates takes the dates of a list of versions as earlier ones', () => {
      const found = datesOf('Policy - Effective May 16, 2018\nPolicy - Effective October 18, 2019');
      expect(found.map(({ kind }) => kind)).to.deep.equal(['change-log', 'change-log']);
    });
  });

  describe('findDates among other dates', () => {
    statesNothing('See the Model Data Act, Laws § 6-48 et seq. [Effective Jan. 1, 2026]');
    statesNothing('The regulation of 27 April 2016 protects you.');
    statesNothing('Effective January 1, 2020, the State Privacy Act gives you further rights.');

    it('findDates gives each of two dates in one sentence its own meaning', () => {
      const found = datesOf(
        'This policy was published on June 8, 2026 with an effective date of July 8, 2026.',
      );
      expect(found.map(({ kind, iso }) => [kind, iso])).to.have.deep.members([
        ['published', '2026-06-08'],
        ['effective', '2026-07-08'],
      ]);
    });

    it('findDates takes a label on the line above a date', () => {
      expect(datesOf('Last updated\nAugust 6, 2026')[0]).to.include({ kind: 'updated' });
    });

    it('findDates takes a date that links to a commit as the date of the file', () => {
      const address = 'https://git.example.org/site/commit/c46e9bb';
      const [date] = datesOf(`Last modified: [April 29, 2024](${address})`);
      expect(date).to.include({ kind: 'file', iso: '2024-04-29', url: address });
    });

    it('findDates prefers a date at the end of a document to one in its middle', () => {
      const middle = `${FILLER}\n`.repeat(30);
      const found = datesOf(
        `# Privacy\n${middle}Last updated: May 1, 2020\n${middle}Last updated: May 1, 2023`,
      );
      expect(found.map(({ iso }) => iso)).to.deep.equal(['2023-05-01', '2020-05-01']);
    });

    it('findDates takes the dates of a version that no longer applies as an earlier version', () => {
      const found = datesOf('Effective from June 6, 2014, until May 24, 2018');
      expect(found.every(({ kind }) => kind === 'change-log')).to.equal(true);
    });
  });
});
