import { expect } from 'chai';
import { describeNode, errorCode, inlinesOf, parsedMarkdown } from '../../parse-text.ts';

const inline = (text: string): string => inlinesOf(text).map(describeNode).join('');

describe('PolicyTokenizer', () => {
  for (const [text, expected] of [
    ['**「注意」**です', 'strong(「注意」)です'],
    ['これは**重要（必須）**です', 'これはstrong(重要（必須）)です'],
    ['2**3**4', '2strong(3)4'],
    ['a**“b”**c', 'a**“b”**c'],
  ] as const) {
    it(`Asterisks in “${text}” are parsed as ${expected}`, () =>
      expect(inline(text)).to.equal(expected));
  }

  for (const [text, expected] of [
    ['Write to <your name> soon', 'Write to <your name> soon'],
    ['Text <b>bold</b> text', 'Text strong(bold) text'],
    ['One<br>two', 'Onebreak()two'],
  ] as const) {
    it(`“${text}” is parsed as ${expected}`, () => expect(inline(text)).to.equal(expected));
  }

  it('A quotation that ends with a list keeps the paragraph after it', () => {
    const [quote, after] = parsedMarkdown('> - one\n\nAfter.');
    expect([quote!.type, describeNode(after!)]).to.deep.equal(['blockquote', 'paragraph(After.)']);
  });

  it('A table with too many cells is too complex', () => {
    const columns = 400;
    const row = `|${'a|'.repeat(columns)}\n`;
    const text = `${row}|${'-|'.repeat(columns)}\n${'|a\n'.repeat(400)}`;
    expect(errorCode(text)).to.equal('too-complex');
  });
});
