import { expect } from 'chai';
import type { Inline } from '../../../src/core/model/policy.ts';
import { imageOf, phraseOf, scopeOf } from '../../../src/core/parse/html-inlines.ts';

const BASE = 'https://example.org/privacy/';
const WORDS: Inline[] = [{ type: 'text', text: 'words' }];

const attributesOf =
  (attributes: Record<string, string>) =>
  (name: string): string | undefined =>
    attributes[name];

function wrapped(name: string, attributes: Record<string, string> = {}): Inline | undefined {
  return phraseOf(name, attributesOf(attributes), BASE)?.(WORDS);
}

describe('Inline elements', () => {
  for (const [name, type] of [
    ['b', 'strong'],
    ['em', 'emphasis'],
    ['cite', 'emphasis'],
    ['del', 'deletion'],
    ['ins', 'insertion'],
    ['sub', 'subscript'],
    ['mark', 'highlight'],
    ['q', 'quotation'],
  ] as const) {
    it(`phraseOf turns ${name} into ${type}`, () =>
      expect(wrapped(name)).to.deep.equal({ type, children: WORDS }));
  }

  for (const [style, isBold] of [
    ['font-weight: bold', true],
    ['FONT-WEIGHT:600', true],
    ['font-weight: 400', false],
    ['color: red', false],
  ] as const) {
    it(`phraseOf turns a span with ${style} into ${isBold ? 'strong' : 'nothing'}`, () =>
      expect(wrapped('span', { style })?.type).to.equal(isBold ? 'strong' : undefined));
  }

  it('phraseOf resolves links and keeps their title', () => {
    expect(wrapped('a', { href: 'cookies', title: 'More' })).to.deep.equal({
      type: 'link',
      href: 'https://example.org/privacy/cookies',
      title: 'More',
      children: WORDS,
    });
  });

  it('phraseOf drops a link with an address that is not allowed', () => {
    expect(wrapped('a', { href: 'javascript:alert(1)' })).to.equal(undefined);
  });

  it('phraseOf keeps the expansion of an abbreviation', () => {
    expect(wrapped('abbr', { title: 'General Regulation' })).to.deep.equal({
      type: 'span',
      expansion: 'General Regulation',
      children: WORDS,
    });
    expect(wrapped('span', { title: 'A tooltip' })).to.equal(undefined);
  });

  for (const [attributes, expected] of [
    [{ lang: 'de_at' }, { language: 'de-AT' }],
    [{ dir: 'RTL' }, { direction: 'rtl' }],
    [{ dir: 'sideways', lang: '!' }, {}],
  ] as [Record<string, string>, object][]) {
    it(`scopeOf returns ${JSON.stringify(expected)} for ${JSON.stringify(attributes)}`, () =>
      expect(scopeOf(attributesOf(attributes))).to.deep.equal(expected));
  }

  for (const [what, attributes, expected] of [
    [
      'resolves its address',
      { src: 'a.png', alt: ' A ' },
      ['https://example.org/privacy/a.png', 'A'],
    ],
    ['keeps its text if its address is not allowed', { src: 'data:,x', alt: 'A' }, [null, 'A']],
    ['is left out without address and text', { src: 'data:,x', alt: ' ' }, null],
    ['is left out if it is a tracking pixel', { src: 'a.png', alt: 'A', width: '1' }, null],
  ] as [string, Record<string, string>, [string | null, string] | null][]) {
    it(`An image ${what}`, () => {
      const image = imageOf(attributesOf(attributes), BASE);
      expect(image && [image.src, image.alt]).to.deep.equal(expected);
    });
  }
});
