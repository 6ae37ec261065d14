import { expect } from 'chai';
import { parsedMarkdown } from '../../../parse-text.ts';
import { inlineText } from '../../../../../src/core/model/text.ts';

const headings = (source: string): string[] =>
  parsedMarkdown(source).flatMap((block) =>
    block.type === 'flatHeading' ? `${block.level} ${inlineText(block.children)}` : [],
  );

describe('Headings without a space after the hashes', () => {
  for (const [source, ...expected] of [
    ['#Privacy Policy', '1 Privacy Policy'],
    ['#Data', '1 Data'],
    ['#隐私政策', '1 隐私政策'],
    ['#1. Data', '1 1. Data'],
    ['##data\nText', '2 data'],
    ['###Data ###', '3 Data'],
    ['#privacy'],
    ['#1 thing matters'],
    ['#!shebang'],
    ['Text\n#Data'],
    ['```\n#Data\n```'],
    ['#######Data'],
  ] as const) {
    it(`${JSON.stringify(source)} ${expected.length ? 'is a heading' : 'is text'}`, () => {
      expect(headings(source)).to.deep.equal(expected);
    });
  }
});
