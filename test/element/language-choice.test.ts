import { expect } from '@open-wc/testing';
import type { Policy } from '../../src/core/model/policy.ts';
import { LanguageChoice } from '../../src/element/language-choice.ts';
import { policyFrom } from '../view/render-view.ts';

const ENGLISH = policyFrom('# Privacy\n\nWords.', { language: 'en', version: '10' });
const german = { language: 'de', url: 'https://example.org/de', version: null };
const english = { language: 'en', url: 'https://example.org/en', version: null };

describe('LanguageChoice', () => {
  let choice: LanguageChoice;

  beforeEach(() => {
    choice = new LanguageChoice();
  });

  it('Choosing a translation keeps the original', () => {
    choice.choose(german, ENGLISH, 'https://example.org/p');
    expect([choice.original, choice.chosen]).to.deep.equal([ENGLISH, german]);
    const french = { ...german, language: 'fr' };
    choice.choose(french, policyFrom('# Datenschutz\n\nWorte.'), 'https://example.org/p');
    expect([choice.original, choice.chosen]).to.deep.equal([ENGLISH, french]);
  });

  it('Choosing the original by its language or its address undoes the choice', () => {
    for (const original of [english, { ...german, url: 'https://example.org/p' }]) {
      choice.choose(german, ENGLISH, 'https://example.org/p');
      choice.choose(original, ENGLISH, 'https://example.org/p');
      expect(choice.chosen).to.equal(null);
    }
  });

  for (const [version, expected] of [
    ['9', { version: '9', original: '10' }],
    ['10', null],
    ['11', null],
    [null, null],
  ] as const) {
    it(`A translation of version ${version} is ${expected ? 'older' : 'not older'} than version 10`, () => {
      choice.choose(german, ENGLISH, null);
      const shown = { ...ENGLISH, version } as Policy;
      expect(choice.olderTranslation(shown)).to.deep.equal(expected);
    });
  }

  it('Without a choice no version is older', () => {
    expect(choice.olderTranslation(ENGLISH)).to.equal(null);
    choice.choose(german, ENGLISH, null);
    choice.reset();
    expect([choice.original, choice.olderTranslation(ENGLISH)]).to.deep.equal([null, null]);
  });
});
