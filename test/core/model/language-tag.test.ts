import { expect } from 'chai';
import { languageTag } from '../../../src/core/model/language-tag.ts';

describe('languageTag', () => {
  for (const [tag, expected] of [
    ['en', 'en'],
    [' DE-at ', 'de-AT'],
    ['pt_BR', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['no language', undefined],
    ['', undefined],
    [null, undefined],
  ] as const) {
    it(`languageTag returns ${expected ?? 'nothing'} for ${JSON.stringify(tag)}`, () =>
      expect(languageTag(tag)).to.equal(expected));
  }
});
