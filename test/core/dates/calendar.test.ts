import { expect } from 'chai';
import { compareDays, countDays, fromSolarHijri, isDay } from '../../../src/core/dates/calendar.ts';

describe('Calendar days', () => {
  for (const [iso, expected] of [
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
  ] as const) {
    it(`isDay is ${expected} for ${iso}`, () => expect(isDay(iso)).to.equal(expected));
  }

  for (const [from, to, days] of [
    ['2026-03-01', '2026-03-04', 3],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03', '2026-03-04', 3],
    ['2026-03-04T23:00:00Z', '2026-03-05T01:00:00Z', 1],
    ['2026-03-04', '2026-03-01', -3],
  ] as const) {
    it(`countDays returns ${days} from ${from} to ${to}`, () =>
      expect(countDays(from, to)).to.equal(days));
  }

  it('compareDays sorts days, and months before their days', () => {
    const days = ['2026-03-04', '2025-12-31', '2026-03'];
    expect(days.toSorted(compareDays)).to.deep.equal(['2025-12-31', '2026-03', '2026-03-04']);
    expect(compareDays('2026', '2026')).to.equal(0);
  });

  for (const [year, month, day, expected] of [
    [1403, 1, 1, '2024-03-20'],
    [1403, 12, 30, '2025-03-20'],
    [1404, 7, 1, '2025-09-23'],
    [1357, 11, 22, '1979-02-11'],
  ] as const) {
    it(`fromSolarHijri returns ${expected} for ${year}/${month}/${day}`, () =>
      expect(fromSolarHijri(year, month, day)).to.equal(expected));
  }
});
