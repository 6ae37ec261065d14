import { expect } from '@open-wc/testing';
import { decodeText, isBinary } from '../../src/browser/decode-text.ts';

const bytesOf = (latin1: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(latin1, (character) => character.charCodeAt(0));

describe('decodeText', () => {
  for (const [what, latin1, charset] of [
    ['UTF-8 without any label', '\xc3\xb6', undefined],
    ['the stated charset', '\xf6', 'iso-8859-1'],
    ['a UTF-8 byte order mark before the charset', '\xef\xbb\xbf\xc3\xb6', 'iso-8859-1'],
    ['a little-endian byte order mark', '\xff\xfe\xf6\0', undefined],
    ['a big-endian byte order mark', '\xfe\xff\0\xf6', undefined],
    ['UTF-8 for an unknown charset', '\xc3\xb6', 'klingon'],
  ] as const) {
    it(`decodeText uses ${what}`, () => expect(decodeText(bytesOf(latin1), charset)).to.equal('ö'));
  }

  it('decodeText uses the charset of a meta element', () => {
    const page = '<meta charset="windows-1252"><p>\xf6';
    expect(decodeText(bytesOf(page))).to.contain('ö');
    expect(decodeText(bytesOf(page), 'utf-8')).not.to.contain('ö');
  });
});

describe('isBinary', () => {
  for (const [what, sample, expected] of [
    ['a PDF', bytesOf('%PDF-1.7'), true],
    ['a PNG image', bytesOf('\x89PNG\r\n'), true],
    ['Markdown', bytesOf('# Privacy'), false],
    ['text with many control characters', 'a\0b\x01', true],
    ['text with one in a hundred characters', `${'a'.repeat(99)}\0`, false],
    ['an empty text', '', false],
  ] as const) {
    it(`isBinary is ${expected} for ${what}`, () => expect(isBinary(sample)).to.equal(expected));
  }
});
