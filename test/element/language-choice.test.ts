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

  for (const [language, expected] of [
    ['de', { language: 'en', alternate: english }],
    [null, { language: 'en', alternate: english }],
    ['en', null],
    ['en-GB', null],
  ] as const) {
    it(`A text in ${language ?? 'an unknown language'} ${expected ? 'names the English text as' : 'is'} the legally binding one`, () => {
      const shown = { ...ENGLISH, language, authoritativeLanguage: 'en', alternates: [english] };
      expect(choice.binding(shown)).to.deep.equal(expected);
    });
  }

  it('A chosen translation names the binding text that only its original states', () => {
    const original = { ...ENGLISH, authoritativeLanguage: 'en', alternates: [german] };
    choice.choose(german, original, null);
    const shown = { ...ENGLISH, language: 'de' };
    expect(choice.binding(shown)).to.deep.equal({ language: 'en', alternate: null });
    expect(choice.binding(original)).to.equal(null);
  });

  it('Without a choice, a translation is older than the version of the binding text that it lists', () => {
    const listed = [german, { ...english, version: '10' }];
    const shown = (version: string): Policy => ({
      ...ENGLISH,
      language: 'de',
      version,
      authoritativeLanguage: 'en',
      alternates: listed,
    });
    expect(choice.olderTranslation(shown('9'))).to.deep.equal({ version: '9', original: '10' });
    expect(choice.olderTranslation(shown('10'))).to.equal(null);
  });
});
