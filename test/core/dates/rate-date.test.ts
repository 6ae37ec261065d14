import { expect } from 'chai';
import { scanDates } from '../../../src/core/dates/parse-date.ts';
import { MIN_SCORE, rateDate, type Occurrence } from '../../../src/core/dates/rate-date.ts';
import { ENGLISH } from '../../../src/core/vocabulary/english.ts';

/** Rates the first date of a line, which is near the start of its document. */
function rate(text: string, more: Partial<Occurrence> = {}, link?: string) {
  const match = scanDates(text, 'en')[0]!;
  const links = link ? [{ start: match.start, end: match.end, href: link }] : [];
  return rateDate({
    line: { text, level: 0, mayHaveDate: true, links },
    match,
    before: text.slice(0, match.start),
    after: text.slice(match.end),
    place: 'start',
    lineAbove: '',
    isListed: false,
    vocabulary: ENGLISH,
    ...more,
  });
}

describe('rateDate', () => {
  for (const [text, kinds] of [
    ['Last updated: 2 May 2025', 'updated'],
    ['Effective date: 2 May 2025', 'effective'],
    ['Effective and last updated 2 May 2025', 'effective updated'],
    ['2 May 2025', 'published'],
    ['Previous version: 2 May 2025', 'change-log'],
    ['2 May 2025: The section on cookies is new.', 'change-log'],
  ] as const) {
    it(`rateDate gives the date in “${text}” the meaning ${kinds}`, () =>
      expect(
        rate(text)
          .map(({ date }) => date.kind)
          .join(' '),
      ).to.equal(kinds));
  }

  it('The meaning of a date alone on its line can be on the line above', () => {
    const [candidate] = rate('2 May 2025', { lineAbove: 'Last updated' });
    expect(candidate!.date.kind).to.equal('updated');
  });

  it('A date that links to the history of a file is the date of that file', () => {
    const [candidate] = rate('Last updated: 2 May 2025', {}, 'https://git.example/commits/p.md');
    expect([candidate!.date.kind, candidate!.date.url]).to.deep.equal([
      'file',
      'https://git.example/commits/p.md',
    ]);
  });

  for (const [text, isOwn] of [
    ['Last updated: 2 May 2025', true],
    ['This privacy policy was last updated on 2 May 2025.', true],
    ['The GDPR applies since 25 May 2018.', false],
    ['This offer is valid until 2 May 2025.', false],
    [
      'Our company was founded in a small town near the coast by two friends on 2 May 2005, and has grown since then.',
      false,
    ],
  ] as const) {
    it(`rateDate scores the date in “${text}” ${isOwn ? 'as the policy’s own' : 'too low for the policy’s own'}`, () =>
      expect(rate(text)[0]!.score >= MIN_SCORE).to.equal(isOwn));
  }

  it('A date in the middle of a document scores lower than one at its edge', () => {
    const text = 'Last updated: 2 May 2025';
    expect(rate(text, { place: 'middle' })[0]!.score).to.be.lessThan(rate(text)[0]!.score);
  });
});
