import { expect } from 'chai';
import { PolicyRedirect } from '../../../../src/core/model/errors.ts';
import { runSync, parsePolicy, type ParseOptions } from '../../../../src/core/index.ts';
import { describeNode } from '../../parse-text.ts';

function parse(value: unknown, options: Partial<ParseOptions> = {}) {
  const base = 'https://example.org/api/terms';
  return runSync(parsePolicy(JSON.stringify(value), { base, ...options }));
}

describe('parseJson', () => {
  const nextcloud = (...languages: string[]) => ({
    ocs: {
      meta: { status: 'ok' },
      data: {
        terms: languages.map((languageCode) => ({
          countryCode: '--',
          languageCode,
          body: `# ${languageCode}\n\nText.`,
        })),
      },
    },
  });

  it('The text in the first language that the visitor reads is chosen', () => {
    const offered = nextcloud('en', 'de_AT', 'fr');
    expect(parse(offered, { languages: ['it', 'de'] }).title).to.equal('de_AT');
    expect(parse(offered, { languages: ['fr-CA', 'en'] }).title).to.equal('fr');
    expect(parse(offered).title).to.equal('en');
    expect(parse(nextcloud('pl', 'cs')).title).to.equal('pl');
  });

  it('The name of a schema.org work is the title', () => {
    for (const text of ['text', 'articleBody'])
      expect(
        parse({ '@type': 'Article', name: 'How we treat you', [text]: 'Well.' }).title,
      ).to.equal('How we treat you');
  });

  it('An index redirects to the text and keeps its metadata', () => {
    const index = {
      policies: {
        privacy_policy: {
          version: '3',
          en: { name: 'Privacy', url: '/privacy.md' },
          de: { name: 'Datenschutz', url: 'javascript:alert(1)' },
          'no tag': { name: 'Privacy', url: '/x.md' },
        },
      },
    };
    try {
      parse(index, { languages: ['de'] });
      expect.fail('An index is no policy.');
    } catch (error) {
      expect(error).to.be.instanceOf(PolicyRedirect);
      const { location, inherited: known } = error as PolicyRedirect;
      expect(location).to.equal('https://example.org/privacy.md');
      expect(known).to.deep.equal({ language: 'en', alternates: [], version: '3' });
    }
  });

  it('An index with very many languages keeps the first ones', () => {
    const languages = Array.from({ length: 5000 }, (_, number) => [
      `de-x-${number}`,
      { url: `/${number}` },
    ]);
    try {
      parse({ policies: { privacy_policy: Object.fromEntries(languages) } });
      expect.fail('An index is no policy.');
    } catch (error) {
      expect((error as PolicyRedirect).inherited.alternates).to.have.length(199);
    }
  });

  it('A document with only a URL redirects to the text and keeps its dates', () => {
    const signpost = { effectiveDate: 'May 1, 2020', publicUrl: '/privacy.html', version: '2' };
    try {
      parse(signpost);
      expect.fail('A signpost is no policy.');
    } catch (error) {
      const { location, inherited: known } = error as PolicyRedirect;
      expect(location).to.equal('https://example.org/privacy.html');
      expect(known.dates).to.deep.equal([
        { kind: 'effective', iso: '2020-05-01', text: 'May 1, 2020', from: 'json' },
      ]);
      const text = '# Privacy\n\nText.';
      const options = { base: location, format: 'markdown', inherited: known } as const;
      expect(runSync(parsePolicy(text, options))).to.include({
        effective: '2020-05-01',
        version: '2',
      });
    }
  });

  it('The day of storing is the file’s if the text states a date', () => {
    const dated = {
      updated_at: '2026-02-11T10:00:00Z',
      content: '# A\n\nLast updated May 1, 2020',
    };
    expect(parse(dated).updated).to.equal('2020-05-01');
    expect(parse({ ...dated, content: '# A\n\nText.' }).updated).to.equal('2026-02-11T10:00:00Z');
  });

  it('HTML without a DOM keeps its words and headings', () => {
    const { title, intro } = parse({ success: true, content: '<h1>Privacy</h1><p>A &copy; B</p>' });
    expect(title).to.equal('Privacy');
    expect(intro.map(describeNode)).to.deep.equal(['paragraph(A © B)']);
  });
});
