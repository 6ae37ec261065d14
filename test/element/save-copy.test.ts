import { expect } from 'chai';
import { copyName } from '../../src/element/save-copy.ts';
import { policyFrom } from '../core/diff/compare-texts.ts';

const policy = policyFrom('Words.');

describe('copyName', () => {
  for (const [title, updated, expected] of [
    ['Privacy: what/how & why?', '2026-03-04', 'Privacy what how why 2026-03-04.html'],
    ['Privacy', null, 'Privacy 2026-11-22.html'],
    ['गोपनीयता नीति', '2026-03-04T10:00:00Z', 'गोपनीयता नीति 2026-03-04.html'],
    ['***', null, 'privacy policy 2026-11-22.html'],
    [null, null, 'privacy policy 2026-11-22.html'],
    ['a'.repeat(99), null, `${'a'.repeat(80)} 2026-11-22.html`],
  ] as const) {
    it(`A copy of “${title}” of ${updated} is saved as “${expected}”`, () =>
      expect(copyName({ ...policy, title, updated }, '2026-11-22')).to.equal(expected));
  }
});
