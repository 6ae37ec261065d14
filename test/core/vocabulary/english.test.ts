import { expect } from 'chai';
import { ALL_LANGUAGES } from '../../../src/core/vocabulary/all.ts';
import { ENGLISH } from '../../../src/core/vocabulary/english.ts';
import { meaningsIn } from '../../../src/core/vocabulary/index.ts';

const LINES: readonly (readonly [line: string, ...meanings: string[]])[] = [
  ['last updated on', 'updated'],
  ['revised and effective as of', 'updated', 'effective'],
  ['this version was published', 'published', 'published'],
  ['previous versions', 'change-log', 'published'],
  ['takes effect', 'effective'],
  ['applies from', 'effective'],
  ['we keep your name'],
];

describe('The English vocabulary', () => {
  for (const [line, ...meanings] of LINES) {
    it(`The English vocabulary finds the same as that of all languages in “${line}”`, () => {
      expect(meaningsIn(line, ENGLISH)).to.deep.equal(meanings);
      expect(meaningsIn(line, ALL_LANGUAGES)).to.deep.equal(meanings);
    });
  }

  it('The English vocabulary finds nothing in other languages', () => {
    expect(meaningsIn('Zuletzt geändert am', ENGLISH)).to.deep.equal([]);
    expect(ENGLISH.title.test('Datenschutzerklärung')).to.equal(false);
    expect(ENGLISH.untilAfter.test('まで')).to.equal(false);
  });
});
