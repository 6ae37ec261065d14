import { expect } from 'chai';
import { parseDate } from '../../../src/core/dates/index.ts';

function parsesAs(text: string, iso: string | null, language: string | null = null) {
  it(`parseDate returns ${iso ?? 'no certain day'} for "${text}"${language ? ` (${language})` : ''}`, () => {
    expect(parseDate(text, language)?.iso).to.equal(iso);
  });
}

function findsNoDate(text: string) {
  it(`parseDate finds no date in "${text}"`, () => {
    expect(parseDate(text, 'en')).to.equal(null);
  });
}

describe('parseDate', () => {
  describe('parseDate in English', () => {
    parsesAs('March 4, 2026', '2026-03-04');
    parsesAs('march 7, 2018', '2018-03-07');
    parsesAs('OCTOBER 10, 2016', '2016-10-10');
    parsesAs('June 4th, 2025', '2025-06-04');
    parsesAs('16th of June, 2023', '2023-06-16');
    parsesAs('2nd March 2026', '2026-03-02');
    parsesAs('Sept. 5, 2019', '2019-09-05');
    parsesAs('16 Sep, 2024', '2024-09-16');
    parsesAs('May 2020', '2020-05');
    parsesAs('November, 1999', '1999-11');
    parsesAs('on Tuesday, 4 March 2026, at noon', '2026-03-04');
    parsesAs('Act 5 March 2020', '2020-03-05');
    parsesAs('this 1st day of January, 2020', '2020-01-01');
    parsesAs('May 25 th, 2018', '2018-05-25');
  });

  describe('parseDate in digits', () => {
    parsesAs('2026-03-04', '2026-03-04');
    parsesAs('2026/3/4', '2026-03-04');
    parsesAs('2020.12.07', '2020-12-07');
    parsesAs('2026-03', '2026-03');
    parsesAs('10/15/2020', '2020-10-15');
    parsesAs('15/10/2020', '2020-10-15');
    parsesAs('05/05/2021', '2021-05-05');
    parsesAs('13-07-2024', '2024-07-13');
    parsesAs('05/2018', '2018-05');
    parsesAs('4/5/26', null);
    parsesAs('10/12/2025', '2025-12-10', 'fr');
    parsesAs('10/12/2025', '2025-12-10', 'es');
    parsesAs('10/12/2025', '2025-12-10', 'en-GB');
    parsesAs('10/12/2025', null, 'en');
    parsesAs('10/12/2025', null, 'en-US');
    parsesAs('10/12/2025', null, 'fr-CA');
    parsesAs('10/12/2025', null, 'fil');
    parsesAs('01.11.2006', '2006-11-01', 'de');
    parsesAs('01.11.2006', null, 'en');
    parsesAs('01.11.2006', null);
    parsesAs('14.01.15', '2015-01-14', 'de');
    parsesAs('25/12/21', null);
  });

  describe('parseDate with a time', () => {
    parsesAs('2026-02-11T09:30:00Z', '2026-02-11T09:30:00Z');
    parsesAs('2026-02-11T09:30:00.120+01:00', '2026-02-11T09:30:00.120+01:00');
    parsesAs('2019-06-22 10:00:00 -0700', '2019-06-22T10:00:00-07:00');
    parsesAs('2016-08-15T00:00', '2016-08-15');
  });

  describe('parseDate in other languages', () => {
    parsesAs('21. Mai 2018', '2018-05-21', 'de');
    parsesAs('4. Jänner 2021', '2021-01-04', 'de');
    parsesAs('1er août 2022', '2022-08-01', 'fr');
    parsesAs('3 aout 2022', '2022-08-03', 'fr');
    parsesAs('31 de Mayo del 2013', '2013-05-31', 'es');
    parsesAs('27 ottobre 2021', '2021-10-27', 'it');
    parsesAs('1º de março de 2023', '2023-03-01', 'pt');
    parsesAs('12 mrt. 2021', '2021-03-12', 'nl');
    parsesAs('25 listopada 2014 r.', '2014-11-25', 'pl');
    parsesAs('3 июля 2013 г.', '2013-07-03', 'ru');
    parsesAs('від 5 травня 2020 р.', '2020-05-05', 'uk');
    parsesAs('18 Kasım 2022', '2022-11-18', 'tr');
    parsesAs('18 KASIM 2022', '2022-11-18', 'tr');
    parsesAs('2018年3月7日', '2018-03-07', 'ja');
    parsesAs('2014 年 4 月 15 日', '2014-04-15', 'zh');
    parsesAs('2018년 5월 25일', '2018-05-25', 'ko');
    parsesAs('2020. 1. 5.', '2020-01-05', 'ko');
    parsesAs('9 سبتمبر 2020', '2020-09-09', 'ar');
    parsesAs('٩ سبتمبر ٢٠٢٠', '2020-09-09', 'ar');
    parsesAs('۱۵ آوریل ۲۰۱۴', '2014-04-15', 'fa');
    parsesAs('15 באפריל 2014', '2014-04-15', 'he');
    parsesAs('25 नवंबर 2014', '2014-11-25', 'hi');
    parsesAs('२५ नवम्बर २०१४', '2014-11-25', 'hi');
    parsesAs('24 d’abril de 2021', '2021-04-24', 'ca');
    parsesAs('1 de març del 2022', '2022-03-01', 'ca');
    parsesAs('15 Απριλίου 2014', '2014-04-15', 'el');
    parsesAs('1η Ιανουαρίου 2020', '2020-01-01', 'el');
    parsesAs('14. ledna 2015', '2015-01-14', 'cs');
    parsesAs('den 3 augusti 2021', '2021-08-03', 'sv');
    parsesAs('5. marts 2020', '2020-03-05', 'da');
    parsesAs('7. tammikuuta 2020', '2020-01-07', 'fi');
    parsesAs('17. desember 2019', '2019-12-17', 'no');
    parsesAs('2018. május 25.', '2018-05-25', 'hu');
    parsesAs('8 Agustus 2023', '2023-08-08', 'id');
    parsesAs('1 ianuarie 2021', '2021-01-01', 'ro');
    parsesAs('10. listopada 2020.', '2020-10-10', 'hr');
  });

  describe('parseDate with a month in the nominative', () => {
    parsesAs('Ιούλιος 2025', '2025-07', 'el');
    parsesAs('2025. július', '2025-07', 'hu');
    parsesAs('lipiec 2025', '2025-07', 'pl');
    parsesAs('červenec 2025', '2025-07', 'cs');
    parsesAs('июль 2025', '2025-07', 'ru');
    parsesAs('липень 2025', '2025-07', 'uk');
    parsesAs('srpanj 2025.', '2025-07', 'hr');
    parsesAs('heinäkuu 2025', '2025-07', 'fi');
    parsesAs('2025 m. liepa', '2025-07', 'lt');
    parsesAs('2025. gada jūlijs', '2025-07', 'lv');
  });

  describe('parseDate in languages with an order or words of their own', () => {
    parsesAs('ngày 3 tháng 7 năm 2025', '2025-07-03', 'vi');
    parsesAs('03 tháng 07, 2025', '2025-07-03', null);
    parsesAs('tháng 7 năm 2025', '2025-07', 'vi');
    parsesAs('2025 m. liepos 3 d.', '2025-07-03', 'lt');
    parsesAs('2025. gada 3. jūlijs', '2025-07-03', 'lv');
    parsesAs('3. juuli 2025', '2025-07-03', 'et');
    parsesAs('an 3 Iúil 2025', '2025-07-03', 'ga');
    parsesAs('15 Meán Fómhair 2025', '2025-09-15', 'ga');
    parsesAs('3 ta’ Lulju 2025', '2025-07-03', 'mt');
    parsesAs('3 Julai 2025', '2025-07-03', 'ms');
    parsesAs('Hulyo 3, 2025', '2025-07-03', 'fil');
    parsesAs('ika-3 ng Hulyo 2025', '2025-07-03', 'fil');
    parsesAs('3 Julai 2025', '2025-07-03', 'sw');
    parsesAs('4 نومبر 2024', '2024-11-04', 'ur');
    parsesAs('2025eko uztailaren 3a', '2025-07-03', 'eu');
    parsesAs('3 Gorffennaf 2025', '2025-07-03', 'cy');
    parsesAs('03 Julie 2025', '2025-07-03', 'af');
    parsesAs('3 юли 2025 г.', '2025-07-03', 'bg');
    parsesAs('3. julij 2025', '2025-07-03', 'sl');
    parsesAs('3. júla 2025', '2025-07-03', 'sk');
    parsesAs('3. јул 2025.', '2025-07-03', 'sr');
    parsesAs('3. júlí 2025', '2025-07-03', 'is');
    parsesAs('3 korrik 2025', '2025-07-03', 'sq');
    parsesAs('৩ জুলাই, ২০২৫', '2025-07-03', 'bn');
    parsesAs('二〇二五年十一月二十三日', '2025-11-23', 'zh');
    parsesAs('二〇二五年十月', '2025-10', 'zh');
  });

  describe('parseDate in other eras', () => {
    parsesAs('令和7年7月3日', '2025-07-03', 'ja');
    parsesAs('令和元年5月1日', '2019-05-01', 'ja');
    parsesAs('平成30年5月25日', '2018-05-25', 'ja');
    parsesAs('令和７年７月', '2025-07', 'ja');
    parsesAs('民國114年7月3日', '2025-07-03', 'zh-TW');
    parsesAs('3 กรกฎาคม 2568', '2025-07-03', 'th');
    parsesAs('๓ กรกฎาคม พ.ศ. ๒๕๖๘', '2025-07-03', 'th');
    parsesAs('03/07/2568', '2025-07-03', 'th');
  });

  describe('parseDate in the Persian calendar', () => {
    parsesAs('۱۴۰۰/۰۱/۰۱', '2021-03-21', 'fa');
    parsesAs('۱۵ فروردین ۱۴۰۰', '2021-04-04', 'fa');
    parsesAs('۳۰ اسفند ۱۳۹۹', '2021-03-20', 'fa');
    parsesAs('۱۲ سرطان ۱۴۰۴', '2025-07-03', 'fa-AF');
  });

  findsNoDate('10. 10. 10. 10.');
  findsNoDate('From 2025. May we ask you?');
  findsNoDate('२०८१ असार ५');
  findsNoDate('Regulation 2016/679');
  findsNoDate('2020-15-03');
  findsNoDate('call 555 2020');
  findsNoDate('we may collect 2 items');

  it('parseDate takes linear time on texts full of numbers', () => {
    const worst = ['1 aa 2020 ', '11.11.', '2020-', 'de of day of ', 'aaaaaaaaaaaaaaaaaaaa '];
    for (const part of worst) {
      const text = part.repeat(20_000);
      for (let from = 0; from < text.length; from += 4000)
        parseDate(text.slice(from, from + 4000), null);
    }
  });

  it('parseDate returns the date as written', () => {
    expect(parseDate('since ٩ سبتمبر ٢٠٢٠ on', 'ar')?.text).to.equal('٩ سبتمبر ٢٠٢٠');
  });
});
