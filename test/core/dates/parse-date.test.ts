import { expect } from 'chai';
import { parseDate } from '../../../src/core/dates/index.ts';

function reads(text: string, iso: string | null, language: string | null = null) {
  it(`reads "${text}" as ${iso ?? 'written'}${language ? ` (${language})` : ''}`, () => {
    expect(parseDate(text, language)?.iso).to.equal(iso);
  });
}

function sees_none(text: string) {
  it(`sees no date in "${text}"`, () => {
    expect(parseDate(text, 'en')).to.equal(null);
  });
}

describe('A date as it is written', () => {
  describe('in English', () => {
    reads('March 4, 2026', '2026-03-04');
    reads('march 7, 2018', '2018-03-07');
    reads('OCTOBER 10, 2016', '2016-10-10');
    reads('June 4th, 2025', '2025-06-04');
    reads('16th of June, 2023', '2023-06-16');
    reads('2nd March 2026', '2026-03-02');
    reads('Sept. 5, 2019', '2019-09-05');
    reads('16 Sep, 2024', '2024-09-16');
    reads('May 2020', '2020-05');
    reads('November, 1999', '1999-11');
    reads('on Tuesday, 4 March 2026, at noon', '2026-03-04');
    reads('Act 5 March 2020', '2020-03-05');
    reads('this 1st day of January, 2020', '2020-01-01');
    reads('May 25 th, 2018', '2018-05-25');
  });

  describe('in digits', () => {
    reads('2026-03-04', '2026-03-04');
    reads('2026/3/4', '2026-03-04');
    reads('2020.12.07', '2020-12-07');
    reads('2026-03', '2026-03');
    reads('10/15/2020', '2020-10-15');
    reads('15/10/2020', '2020-10-15');
    reads('05/05/2021', '2021-05-05');
    reads('13-07-2024', '2024-07-13');
    reads('05/2018', '2018-05');
    reads('4/5/26', null);
    reads('05/12/2025', null, 'fr');
    reads('01.11.2006', '2006-11-01', 'de');
    reads('01.11.2006', null, 'en');
    reads('01.11.2006', null);
    reads('14.01.15', '2015-01-14', 'de');
    reads('25/12/21', null);
  });

  describe('with a time', () => {
    reads('2026-02-11T09:30:00Z', '2026-02-11T09:30:00Z');
    reads('2026-02-11T09:30:00.120+01:00', '2026-02-11T09:30:00.120+01:00');
    reads('2019-06-22 10:00:00 -0700', '2019-06-22T10:00:00-07:00');
    reads('2016-08-15T00:00', '2016-08-15');
  });

  describe('in other languages', () => {
    reads('21. Mai 2018', '2018-05-21', 'de');
    reads('4. Jänner 2021', '2021-01-04', 'de');
    reads('1er août 2022', '2022-08-01', 'fr');
    reads('3 aout 2022', '2022-08-03', 'fr');
    reads('31 de Mayo del 2013', '2013-05-31', 'es');
    reads('27 ottobre 2021', '2021-10-27', 'it');
    reads('1º de março de 2023', '2023-03-01', 'pt');
    reads('12 mrt. 2021', '2021-03-12', 'nl');
    reads('25 listopada 2014 r.', '2014-11-25', 'pl');
    reads('3 июля 2013 г.', '2013-07-03', 'ru');
    reads('від 5 травня 2020 р.', '2020-05-05', 'uk');
    reads('18 Kasım 2022', '2022-11-18', 'tr');
    reads('18 KASIM 2022', '2022-11-18', 'tr');
    reads('2018年3月7日', '2018-03-07', 'ja');
    reads('2014 年 4 月 15 日', '2014-04-15', 'zh');
    reads('2018년 5월 25일', '2018-05-25', 'ko');
    reads('2020. 1. 5.', '2020-01-05', 'ko');
    reads('9 سبتمبر 2020', '2020-09-09', 'ar');
    reads('٩ سبتمبر ٢٠٢٠', '2020-09-09', 'ar');
    reads('۱۵ آوریل ۲۰۱۴', '2014-04-15', 'fa');
    reads('15 באפריל 2014', '2014-04-15', 'he');
    reads('25 नवंबर 2014', '2014-11-25', 'hi');
    reads('२५ नवम्बर २०१४', '2014-11-25', 'hi');
    reads('24 d’abril de 2021', '2021-04-24', 'ca');
    reads('1 de març del 2022', '2022-03-01', 'ca');
    reads('15 Απριλίου 2014', '2014-04-15', 'el');
    reads('1η Ιανουαρίου 2020', '2020-01-01', 'el');
    reads('14. ledna 2015', '2015-01-14', 'cs');
    reads('den 3 augusti 2021', '2021-08-03', 'sv');
    reads('5. marts 2020', '2020-03-05', 'da');
    reads('7. tammikuuta 2020', '2020-01-07', 'fi');
    reads('17. desember 2019', '2019-12-17', 'no');
    reads('2018. május 25.', '2018-05-25', 'hu');
    reads('8 Agustus 2023', '2023-08-08', 'id');
    reads('1 ianuarie 2021', '2021-01-01', 'ro');
    reads('10. listopada 2020.', '2020-10-10', 'hr');
  });

  describe('in the Persian calendar', () => {
    reads('۱۴۰۰/۰۱/۰۱', '2021-03-21', 'fa');
    reads('۱۵ فروردین ۱۴۰۰', '2021-04-04', 'fa');
    reads('۳۰ اسفند ۱۳۹۹', '2021-03-20', 'fa');
  });

  sees_none('Regulation 2016/679');
  sees_none('2020-15-03');
  sees_none('call 555 2020');
  sees_none('we may collect 2 items');

  it('comes to an end on any amount of numbers', () => {
    const worst = ['1 aa 2020 ', '11.11.', '2020-', 'de of day of ', 'aaaaaaaaaaaaaaaaaaaa '];
    for (const part of worst) {
      const text = part.repeat(20_000);
      for (let from = 0; from < text.length; from += 4000)
        parseDate(text.slice(from, from + 4000), null);
    }
  });

  it('keeps the words as they are written', () => {
    expect(parseDate('since ٩ سبتمبر ٢٠٢٠ on', 'ar')?.text).to.equal('٩ سبتمبر ٢٠٢٠');
  });
});
