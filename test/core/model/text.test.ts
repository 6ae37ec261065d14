import { expect } from 'chai';
import type { Block, Inline } from '../../../src/core/model/policy.ts';
import {
  blockText,
  collapseWhitespace,
  comparisonKey,
  headingText,
  inlineText,
  isInlineBlock,
  limitCombiningMarks,
  plainLine,
  trimInlines,
} from '../../../src/core/model/text.ts';

const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (words: string): Block => ({ type: 'paragraph', children: [text(words)] });

describe('Text of nodes', () => {
  for (const [what, children, expected] of [
    ['text', [text('We keep '), text('logs')], 'We keep logs'],
    ['the words of a link', [{ type: 'link', href: '#a', children: [text('below')] }], 'below'],
    ['the alternative text of an image', [{ type: 'image', src: null, alt: 'A map' }], 'A map'],
    ['inline code', [{ type: 'inlineCode', text: 'id' }], 'id'],
    ['a space for a line break', [text('a'), { type: 'break' }, text('b')], 'a b'],
  ] as const) {
    it(`inlineText returns ${what}`, () => expect(inlineText(children)).to.equal(expected));
  }

  for (const [what, block, expected] of [
    ['a paragraph', paragraph('a'), 'a'],
    ['code', { type: 'code', text: 'a\nb' }, 'a\nb'],
    ['a rule', { type: 'thematicBreak' }, ''],
    ['a quotation', { type: 'blockquote', children: [paragraph('a'), paragraph('b')] }, 'a\nb'],
    [
      'details, with their summary first',
      { type: 'details', summary: [text('More')], children: [paragraph('a')] },
      'More\na',
    ],
    [
      'a figure, with its caption first',
      { type: 'figure', caption: [text('Map')], children: [paragraph('a')] },
      'Map\na',
    ],
  ] as [string, Block, string][]) {
    it(`blockText returns the text of ${what}`, () => expect(blockText(block)).to.equal(expected));
  }

  it('isInlineBlock is true for blocks whose children are inline content', () => {
    expect(isInlineBlock(paragraph('a'))).to.equal(true);
    expect(isInlineBlock({ type: 'blockquote', children: [] })).to.equal(false);
  });

  it('headingText is one line without direction controls', () => {
    expect(headingText([text(' Your\n rights\u202e '), text('here')])).to.equal('Your rights here');
  });

  it('headingText leaves out images beside words, and names an image alone', () => {
    const image = { type: 'image', src: null, alt: 'A  shield' } as const;
    expect(headingText([image, text(' Your  rights ')])).to.equal('Your rights');
    expect(headingText([image])).to.equal('A shield');
  });
});

describe('Normalization of text', () => {
  it('collapseWhitespace trims and joins white space of all kinds', () => {
    expect(collapseWhitespace(' a\u00a0\n\t b ')).to.equal('a b');
  });

  it('limitCombiningMarks keeps twenty marks on a letter', () => {
    expect(limitCombiningMarks(`a${'\u0301'.repeat(20)}b`)).to.have.length(22);
    expect(limitCombiningMarks(`a${'\u0301'.repeat(500)}b`)).to.have.length(22);
  });

  it('plainLine removes direction controls and keeps the words', () => {
    expect(plainLine('a\u202eb\u2066c')).to.equal('abc');
  });

  for (const [one, other, isEqual] of [
    ['Your Rights', 'your rights', true],
    ['Cookies & trackers', 'Cookies, trackers!', true],
    ['🍪 Cookies', 'Cookies', true],
    ['ｆｕｌｌ', 'full', true],
    ['Cookies', 'Cookie', false],
    ['Version 1', 'Version 2', false],
  ] as const) {
    it(`comparisonKey is ${isEqual ? 'equal' : 'different'} for “${one}” and “${other}”`, () =>
      expect(comparisonKey(one) === comparisonKey(other)).to.equal(isEqual));
  }

  it('trimInlines trims the ends and drops text that becomes empty', () => {
    const bold: Inline = { type: 'strong', children: [text(' b ')] };
    expect(trimInlines([text('  '), bold, text(' c ')])).to.deep.equal([bold, text(' c')]);
    expect(trimInlines([text(' a ')])).to.deep.equal([text('a')]);
  });
});
