import { expect } from 'chai';
import { memoize } from '../../../src/core/diff/memoize.ts';

describe('memoize', () => {
  it('memoize computes each input once, even if the result is falsy', () => {
    const inputs: string[] = [];
    const lengthOf = memoize((input: string) => {
      inputs.push(input);
      return input.length;
    });
    expect(['a', '', 'a', ''].map(lengthOf)).to.deep.equal([1, 0, 1, 0]);
    expect(inputs).to.deep.equal(['a', '']);
  });
});
