import { expect } from 'chai';
import { Matching } from '../../../src/core/diff/matching.ts';

describe('Matching', () => {
  it('The texts before the first sections match from the start', () => {
    const matching = new Matching(3, 2);
    expect([...matching.beforeOf]).to.deep.equal([[0, 0]]);
    expect([matching.unmatchedBefore, matching.unmatchedAfter]).to.deep.equal([[1, 2], [1]]);
  });

  it('A section matches at most once', () => {
    const matching = new Matching(3, 3);
    matching.match(2, 1);
    matching.match(2, 2);
    matching.match(1, 1);
    matching.match(undefined, 2);
    expect([...matching.beforeOf]).to.deep.equal([
      [0, 0],
      [1, 2],
    ]);
    expect([matching.unmatchedBefore, matching.unmatchedAfter]).to.deep.equal([[1], [2]]);
  });
});
