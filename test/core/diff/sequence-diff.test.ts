import { expect } from 'chai';
import {
  diffSequences,
  longestIncreasingSubsequence,
} from '../../../src/core/diff/sequence-diff.ts';

/** Diffs texts with each character as a token. Returns hunks as `offset:old>offset:new`. */
function hunks(before: string, after: string): string[] {
  const codes = (text: string) => Array.from(text, (letter) => letter.codePointAt(0)!);
  return diffSequences(codes(before), codes(after)).map(
    ({ b0, b1, a0, a1 }) => `${b0}:${before.slice(b0, b1)}>${a0}:${after.slice(a0, a1)}`,
  );
}

describe('diffSequences', () => {
  for (const [what, before, after, expected] of [
    ['nothing for equal sequences', 'abc', 'abc', []],
    ['nothing for empty sequences', '', '', []],
    ['an insertion', 'ac', 'abc', ['1:>1:b']],
    ['a removal', 'abc', 'ac', ['1:b>1:']],
    ['a replacement as one hunk', 'abc', 'axc', ['1:b>1:x']],
    ['a change at either end', 'abc', 'xby', ['0:a>0:x', '2:c>2:y']],
    ['all of two sequences with nothing in common', 'abc', 'xyz', ['0:abc>0:xyz']],
    ['an insertion into nothing', '', 'ab', ['0:>0:ab']],
    ['the fewest edits', 'abcabba', 'cbabac', ['0:ab>0:', '3:>1:b', '5:b>4:', '7:>5:c']],
  ] as const) {
    it(`diffSequences finds ${what}`, () => expect(hunks(before, after)).to.deep.equal(expected));
  }

  it('Values that occur once on both sides are kept, however much else changed', () => {
    const numbers = (start: number, count: number) =>
      Array.from({ length: count }, (_, index) => start + index);
    const shared = numbers(1, 20);
    const before = [...numbers(1000, 400), ...shared, ...numbers(2000, 400)];
    const after = [...numbers(3000, 400), ...shared, ...numbers(4000, 400)];
    expect(diffSequences(before, after)).to.deep.equal([
      { b0: 0, b1: 400, a0: 0, a1: 400 },
      { b0: 420, b1: 820, a0: 420, a1: 820 },
    ]);
  });

  it('Long sequences that share nothing are replaced as a whole', () => {
    const before = Array.from({ length: 500 }, (_, index) => index);
    const after = before.map((value) => value + 1000);
    expect(diffSequences(before, after)).to.deep.equal([{ b0: 0, b1: 500, a0: 0, a1: 500 }]);
  });
});

describe('longestIncreasingSubsequence', () => {
  for (const [values, expected] of [
    [[], []],
    [[3], [0]],
    [
      [1, 2, 3],
      [0, 1, 2],
    ],
    [[3, 2, 1], [2]],
    [
      [2, 0, 1, 3],
      [1, 2, 3],
    ],
    [[1, 1, 1], [2]],
  ] as const) {
    it(`longestIncreasingSubsequence returns ${JSON.stringify(expected)} for ${JSON.stringify(values)}`, () =>
      expect(longestIncreasingSubsequence(values)).to.deep.equal(expected));
  }
});
