import { expect } from '@open-wc/testing';
import { languages } from '../../src/i18n/languages.ts';
import { enChanges } from '../../src/i18n/en-changes.ts';
import { enVersions } from '../../src/i18n/en-versions.ts';
import { en } from '../../src/i18n/en.ts';
import { directionOf } from '../../src/i18n/formats.ts';
import { loadMessages, type Plural, type Translation } from '../../src/i18n/index.ts';

const CODES = 'ar cs da de es fa fr he hi id it ja ko nl pl pt-BR ru sv tr uk zh-CN zh-TW'.split(
  ' ',
);

const ENGLISH = { ...en, ...enChanges, ...enVersions };

const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();

const formsOf = (message: string | Plural): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);

/**
 * Expected names of languages for which `Intl` returns different names in different engines, or a
 * name that speakers do not prefer.
 */
const NAMES: Record<string, string> = { id: 'Indonesia', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' };

/** Matches punctuation that is wrong in a language, such as foreign quotation marks. */
const FOREIGN_QUOTES: Record<string, RegExp> = {
  de: /["'”«»]/,
  cs: /["'”«»]/,
  fr: /["'“”]|« | »| [:;?!]/,
  ru: /["'“”„]/,
  uk: /["'“”„]/,
  ja: /["'“”]|[.,:] ?$/,
  'zh-TW': /["'“”]/,
  sv: /["'“„]/,
  pl: /["'“]/,
};

describe('Translations', () => {
  it('There are 22 translations beside English', () => {
    expect([...languages.keys()]).to.deep.equal(CODES.map((code) => code.toLowerCase()));
  });

  for (const code of CODES) {
    describe(`Translation ${code}`, () => {
      let translation: Translation;
      before(async () => {
        translation = await languages.get(code.toLowerCase())!();
      });

      it(`The ${code} translation has its code, its own name and its direction`, () => {
        expect(translation.$code).to.equal(code);
        expect(translation.$dir).to.equal(directionOf(code));
        const own = NAMES[code] ?? new Intl.DisplayNames(code, { type: 'language' }).of(code)!;
        expect(translation.$name.toLocaleLowerCase(code)).to.equal(own.toLocaleLowerCase(code));
      });

      it(`The ${code} translation has every message of English with the same placeholders`, () => {
        const { $code, $name, $dir, ...sentences } = translation;
        expect([$code, $name, $dir].every(Boolean)).to.equal(true);
        expect(sentences).to.have.all.keys(ENGLISH);
        for (const [key, message] of Object.entries(sentences)) {
          const english = ENGLISH[key as keyof typeof ENGLISH];
          expect(typeof message, key).to.equal(typeof english);
          const [placeholders] = formsOf(english).map(placeholdersOf);
          for (const form of formsOf(message)) {
            expect(form.trim(), key).not.to.equal('');
            // A translation may leave out the number, for example in the forms zero, one and two.
            const required =
              typeof english === 'string' ? placeholders! : withoutCount(placeholders!);
            const found =
              typeof english === 'string'
                ? placeholdersOf(form)
                : withoutCount(placeholdersOf(form));
            expect(found, `${key}: ${form}`).to.deep.equal(required);
          }
        }
      });

      it(`The ${code} translation has every plural category of the language`, () => {
        const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
        for (const [key, message] of Object.entries(translation)) {
          if (typeof message !== 'object') continue;
          expect(Object.keys(message), key).to.include.members(pluralCategories);
          const other = (message as Plural).other;
          expect(other, key).to.include('{count}');
        }
      });

      it(`The ${code} translation has the quotation marks of the language and no English text`, () => {
        const foreign = FOREIGN_QUOTES[code] ?? /["']/;
        for (const [key, message] of Object.entries(translation)) {
          if (key.startsWith('$')) continue;
          for (const form of formsOf(message as string | Plural)) {
            expect(form, key).not.to.match(foreign);
            expect(form, key).not.to.match(/\.\.|\s{2}|\{ | \}/);
            const english: string[] = formsOf(ENGLISH[key as keyof typeof ENGLISH]);
            const isSentence = form.length > 25;
            if (isSentence) expect(english, key).not.to.include(form);
          }
        }
      });

      it(`The ${code} translation has spaces around the spoken names of marks`, () => {
        for (const mark of ['addedStart', 'removedStart'] as const)
          expect(translation[mark]).to.match(/\S $/);
        for (const mark of ['addedEnd', 'removedEnd'] as const)
          expect(translation[mark]).to.match(/^ \S.* $/);
      });

      it(`The ${code} translation has no double full stop after a date`, async () => {
        const messages = await loadMessages(code);
        expect(messages.language).to.equal(code);
        const date = messages.date('2026-03-04');
        for (const key of ['noChangesSince', 'fileChanged', 'staleCopy', 'legend'] as const)
          expect(messages.t(key, { date }), key).not.to.match(/\.\./);
      });
    });
  }

  it('Counted messages have the plural forms of their language', async () => {
    const said = async (code: string, ...counts: number[]): Promise<string[]> => {
      const messages = await loadMessages(code);
      return counts.map((count) => messages.t('changes', { count }));
    };
    expect(await said('ru', 1, 3, 5, 21)).to.deep.equal([
      '1 изменение',
      '3 изменения',
      '5 изменений',
      '21 изменение',
    ]);
    expect(await said('pl', 1, 2, 5, 22)).to.deep.equal([
      '1 zmiana',
      '2 zmiany',
      '5 zmian',
      '22 zmiany',
    ]);
    expect(await said('cs', 1, 2, 5)).to.deep.equal(['1 změna', '2 změny', '5 změn']);
    expect(await said('he', 1, 2)).to.deep.equal(['שינוי אחד', 'שני שינויים']);
    expect((await said('ar-EG', 1, 2, 3))[2]).to.equal('٣ تغييرات');
    expect(await said('ar', 1, 2)).to.deep.equal(['تغيير واحد', 'تغييران']);
  });

  it('A translation is found by the tags that pages use', async () => {
    for (const [tag, code] of [
      ['de-AT', 'de'],
      ['pt', 'pt-BR'],
      ['pt-PT', 'pt-BR'],
      ['pt-BR', 'pt-BR'],
      ['zh', 'zh-CN'],
      ['zh-Hant-HK', 'zh-TW'],
      ['zh-HK', 'zh-TW'],
      ['zh-Hans', 'zh-CN'],
      ['iw', 'he'],
      ['in', 'id'],
      ['fr_CA', 'fr'],
    ] as const)
      expect((await loadMessages(tag)).language, tag).to.equal(code);
  });

  it('A value of the other direction is isolated from the quotation marks around it', async () => {
    const hebrew = await loadMessages('he');
    expect(hebrew.t('linkTo', { heading: 'Cookies' })).to.include('„\u2068Cookies\u2069”');
    const english = await loadMessages('en');
    expect(english.t('linkTo', { heading: 'עוגיות' })).to.include('“\u2068עוגיות\u2069”');
    expect(english.t('linkTo', { heading: 'Cookies' })).to.include('“Cookies”');
  });
});

function withoutCount(placeholders: readonly string[]): string[] {
  return placeholders.filter((name) => name !== 'count');
}
