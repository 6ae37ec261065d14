import { expect } from 'chai';
import { changesOnlyDetails, formerTitle } from '../../../src/core/diff/comparison.ts';
import { compare } from './compare-texts.ts';

const TEXT = '# Privacy\n\nLast updated: 2 May 2025\n\n## Data\n\nWe keep logs.\n';

describe('formerTitle', () => {
  it('The former title is returned if only the title changed', () => {
    expect(formerTitle(compare(TEXT, TEXT.replace('Privacy', 'Data protection')))).to.equal(
      'Privacy',
    );
  });

  for (const [what, after] of [
    ['nothing changed', TEXT],
    ['the text changed too', TEXT.replace('Privacy', 'Rules').replace('logs', 'nothing')],
  ] as const) {
    it(`The former title is null if ${what}`, () =>
      expect(formerTitle(compare(TEXT, after))).to.equal(null));
  }
});

describe('changesOnlyDetails', () => {
  for (const [what, after, expected] of [
    ['A new date', TEXT.replace('2 May 2025', '3 June 2026'), true],
    ['Other punctuation', TEXT.replace('We keep logs.', 'We keep logs!'), true],
    ['Another word', TEXT.replace('logs', 'letters'), false],
    ['Another title', TEXT.replace('Privacy', 'Rules'), false],
    ['A section more', `${TEXT}\n## Contact\n\nWrite to us.\n`, false],
  ] as const) {
    it(`${what} is ${expected ? '' : 'not '}a detail`, () =>
      expect(changesOnlyDetails(compare(TEXT, after))).to.equal(expected));
  }
});
