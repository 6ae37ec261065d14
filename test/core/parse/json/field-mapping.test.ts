import { expect } from 'chai';
import {
  formatFromMapping,
  type FieldMapping,
} from '../../../../src/core/parse/json/field-mapping.ts';
import { createMarkdownParser } from '../../../../src/core/parse/markdown/index.ts';
import { flattenFields } from '../../../../src/core/parse/metadata.ts';
import { runSync } from '../../../../src/core/tasks.ts';

const MAPPING: FieldMapping = {
  name: 'test',
  has: ['body.text', 'info'],
  text: 'body.text',
  title: 'info.title',
  language: 'info.lang',
  version: 'info.version',
  canonical: 'info.link',
  dates: [['updated', 'info.changedgmt']],
};

const format = formatFromMapping(MAPPING);

function parse(info: object, mapping = format) {
  const value = { body: { text: 'We keep logs.' }, info };
  const parsers = { markdown: createMarkdownParser() };
  return runSync(mapping.parse(value, { base: 'https://example.org/api/' }, parsers));
}

describe('formatFromMapping', () => {
  for (const [what, value, expected] of [
    ['has all fields', { body: { text: 'x' }, info: { a: '1' } }, true],
    ['lacks a field', { body: { text: 'x' } }, false],
    ['has a field with a similar name', { body: { text: 'x' }, information: { a: '1' } }, false],
  ] as const) {
    it(`A document that ${what} ${expected ? 'matches' : 'does not match'}`, () =>
      expect(format.matches(value, flattenFields(value), {})).to.equal(expected));
  }

  it('The mapped fields become metadata', () => {
    const about = { title: 'Privacy', lang: 'en', version: '3', link: '/privacy' };
    expect(parse(about)).to.deep.include({
      title: 'Privacy',
      language: 'en',
      version: '3',
      links: { canonical: 'https://example.org/privacy' },
    });
  });

  it('A title loses its tags and its character references', () => {
    expect(parse({ title: '<b>Privacy</b> &amp; you' }).title).to.equal('Privacy & you');
  });

  it('A page’s address that is not a web address is left out', () => {
    expect(parse({ link: 'javascript:alert(1)' }).links).to.equal(undefined);
  });

  for (const [text, expected] of [
    ['2026-03-01T10:00:00', '2026-03-01T10:00:00Z'],
    ['2026-03-01T00:00:00Z', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['soon', undefined],
  ] as const) {
    it(`A date in UTC that is written “${text}” is ${expected ?? 'left out'}`, () =>
      expect(parse({ changed_gmt: text }).dates?.[0]?.iso).to.equal(expected));
  }

  it('Metadata and text that the mapping computes take precedence', () => {
    const computed = formatFromMapping({
      ...MAPPING,
      more: () => ({ text: '# Other\n\nWords.', title: 'Computed' }),
    });
    const { title, content } = parse({ title: 'Privacy' }, computed);
    expect([title, content.length]).to.deep.equal(['Computed', 2]);
  });
});
