import { expect } from 'chai';
import {
  createVocabulary,
  meaningsIn,
  type VocabularyWords,
} from '../../../src/core/vocabulary/index.ts';

const WORDS: VocabularyWords = {
  title: 'datenschutz',
  meanings: {
    updated: ['stand', ''],
    effective: ['gilt~ ab', ''],
    published: ['am', '公布'],
    'change-log': ['vorversion'],
  },
  history: 'historie',
  law: ['gesetz'],
  self: ['erklärung'],
  until: ['bis'],
  untilAfter: 'endete',
  detached: 'wenn',
};

const vocabulary = createVocabulary(WORDS);

describe('createVocabulary', () => {
  for (const [text, expected] of [
    ['stand', ['updated']],
    ['gültig: gilt ab', ['effective']],
    ['giltig ab', ['effective']],
    ['verstand', []],
    ['vorversion, stand', ['change-log', 'updated']],
    ['于公布', ['published']],
  ] as const) {
    it(`The phrases in “${text}” mean ${expected.join(', ') || 'nothing'}`, () =>
      expect(meaningsIn(text, vocabulary)).to.deep.equal(expected));
  }

  it('Stems match text whose accents were removed', () => {
    expect(vocabulary.self.test('unsere erklarung')).to.equal(true);
  });

  it('Laws are recognized by their numbers in any language', () => {
    for (const law of ['§ 13', '2016/679', 'gdpr', 'gesetz'])
      expect(vocabulary.law.test(law), law).to.equal(true);
    expect(vocabulary.law.test('gesetzt')).to.equal(true);
    expect(vocabulary.law.test('2 may 2025')).to.equal(false);
  });

  it('A word that ends a period counts only beside the date', () => {
    expect([vocabulary.until.test('gilt bis '), vocabulary.until.test('bis dahin ')]).to.deep.equal(
      [true, false],
    );
    expect(vocabulary.untilAfter.test(' endete')).to.equal(true);
  });

  it('Without words for the end of a period, no text ends one', () => {
    const { untilAfter: _, ...words } = WORDS;
    expect(createVocabulary(words).untilAfter.test('')).to.equal(false);
  });

  it('A separating word counts as a whole word only', () => {
    expect([vocabulary.detached.test(', wenn'), vocabulary.detached.test('wennzig')]).to.deep.equal(
      [true, false],
    );
  });
});
