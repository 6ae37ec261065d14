import { expect } from 'chai';
import {
  atomicRanges,
  createTokenizer,
  flatten,
  normalizedWords,
  NUMBER,
  PUNCTUATION,
  WORD,
} from '../../../src/core/diff/tokens.ts';
import type { Inline } from '../../../src/core/model/policy.ts';

const text = (value: string): Inline => ({ type: 'text', text: value });

/** Returns the tokens of a text as they are written. */
function tokens(value: string): string[] {
  const { from, to } = createTokenizer('en').tokenize(flatten([text(value)]));
  return from.map((start, index) => value.slice(start, to[index]));
}

describe('The tokenizer', () => {
  for (const [value, expected] of [
    ['We keep logs.', ['We', 'keep', 'logs', '.']],
    ['30 days, not 90', ['30', 'days', ',', 'not', '90']],
    ['so-called “logs”', ['so', '-', 'called', '“', 'logs', '”']],
    ['wait... now', ['wait', '...', 'now']],
    ['', []],
    [' \n\t', []],
  ] as const) {
    it(`The tokenizer divides ${JSON.stringify(value)} into ${expected.length} tokens`, () =>
      expect(tokens(value)).to.deep.equal(expected));
  }

  for (const [one, other] of [
    ['Logs', 'logs'],
    ['“logs”', '"logs"'],
    ['a – b', 'a - b'],
    ['in\u00adformation', 'information'],
    ['ﬁle', 'file'],
  ] as const) {
    it(`The tokenizer gives ${JSON.stringify(one)} and ${JSON.stringify(other)} the same ids`, () => {
      const { tokenize } = createTokenizer('en');
      const idsOf = (value: string) => tokenize(flatten([text(value)])).ids;
      expect(idsOf(one)).to.deep.equal(idsOf(other));
    });
  }

  it('The tokenizer distinguishes words, numbers and punctuation', () => {
    const { tokenize, kindOf } = createTokenizer('en');
    const { ids } = tokenize(flatten([text('Keep 30 days.')]));
    expect(ids.map(kindOf)).to.deep.equal([WORD, NUMBER, WORD, PUNCTUATION]);
  });

  it('Each token has the link around it', () => {
    const link: Inline = {
      type: 'link',
      href: 'https://example.org/',
      children: [text('our rules')],
    };
    const { links } = createTokenizer('en').tokenize(flatten([text('See '), link, text('.')]));
    expect(links).to.deep.equal([undefined, link, link, undefined]);
  });

  it('An image is a word, by its alternative text', () => {
    const { tokenize } = createTokenizer('en');
    const idsOf = (alt: string) =>
      tokenize(flatten([{ type: 'image', src: null, alt }, text(' here')])).ids;
    expect(idsOf('a map')).to.deep.equal(idsOf('a  map'));
    expect(idsOf('a map')).not.to.deep.equal(idsOf('a plan'));
    expect(idsOf('')).to.have.length(1);
  });
});

describe('atomicRanges', () => {
  for (const value of [
    '€1,500.00',
    'data@example.org',
    'example.com',
    '2025-03-04',
    'don’t',
    'https://example.org',
  ]) {
    it(`atomicRanges keeps ${value} whole`, () => {
      const sentence = `so ${value} it`;
      const ranges = atomicRanges(
        sentence,
        createTokenizer('en').tokenize(flatten([text(sentence)])),
      );
      // The range of a number includes the space before it, because a currency can precede it.
      expect(new Set(ranges.slice(1, -1))).to.have.lengthOf(1);
      expect(ranges[1]).to.be.oneOf([2, 3]);
      expect([ranges[0], ranges.at(-1)]).to.deep.equal([-1, -1]);
    });
  }
});

describe('normalizedWords', () => {
  it('normalizedWords divides scripts without spaces into letters', () => {
    expect(normalizedWords('We 保留 logs')).to.deep.equal(['we', '保', '留', 'logs']);
  });
});
