import { expect } from 'chai';
import { foldDiacritics, monthOf, solarHijriMonthOf } from '../../../src/core/dates/months.ts';

describe('Months', () => {
  for (const [word, language, month] of [
    ['May', 'en', 5],
    ['Sept', 'en', 9],
    ['März', 'de', 3],
    ['Jänner', 'de', 1],
    ['August', 'fr', 8],
    ['août', null, 8],
    ['mrt', 'nl', 3],
    ['juulist', 'et', 7],
    ['jui', 'fr', 0],
    ['listopad', 'hr', 10],
    ['listopad', 'pl', 11],
    ['Policy', 'en', 0],
    ['May', '!', 5],
  ] as const) {
    it(`monthOf returns ${month} for ${word} in ${language ?? 'an unknown language'}`, () =>
      expect(monthOf(word, language)).to.equal(month));
  }

  it('solarHijriMonthOf knows the months of Persian texts', () => {
    expect(['فروردین', 'اسفند', 'May'].map(solarHijriMonthOf)).to.deep.equal([1, 12, 0]);
  });

  it('foldDiacritics removes accents, dots and case', () => {
    expect(foldDiacritics('ÁBRIL')).to.equal('abril');
    expect(foldDiacritics('Kasım')).to.equal('kasim');
  });
});
