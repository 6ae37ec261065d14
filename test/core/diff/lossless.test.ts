import { expect } from 'chai';
import fc from 'fast-check';
import { compareInDetail } from '../../../src/core/diff/compare.ts';
import { policyHash } from '../../../src/core/fingerprint.ts';
import { finish } from '../../../src/core/index.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { afterFault, beforeFault } from '../../corpus/marks.mjs';
import { strangers, versions } from './arbitrary-policies.ts';

/** Enough to meet every kind of edit beside every other, in a few seconds. */
const RUNS = 200;

describe('Marks', () => {
  it('hold both versions of an edited policy', () => {
    fc.assert(fc.property(versions, check), { numRuns: RUNS });
  });

  it('hold both of two policies that have nothing in common', () => {
    fc.assert(fc.property(strangers, check), { numRuns: RUNS / 4 });
  });

  it('are not made where nothing changed', () => {
    const same = ([older]: [Policy, Policy]): void => {
      const comparison = finish(compareInDetail(older, structuredClone(older)));
      expect(comparison.summary).to.deep.include({ total: 0, material: false, sections: [] });
    };
    fc.assert(fc.property(versions, same), { numRuns: RUNS / 4 });
  });
});

function check([older, newer]: [Policy, Policy]): void {
  const comparison = finish(compareInDetail(older, newer));
  expect(afterFault(comparison, newer)).to.equal(undefined);
  expect(beforeFault(comparison, older, newer)).to.equal(undefined);
  if (policyHash(older) === policyHash(newer)) expect(comparison.summary.total).to.equal(0);
}
