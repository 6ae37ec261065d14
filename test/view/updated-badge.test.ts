import { expect } from 'chai';
import type { Policy } from '../../src/core/model/policy.ts';
import { updatedBadgeView } from '../../src/view/updated-badge.ts';
import { policyFrom } from '../core/diff/compare-texts.ts';
import { htmlOf, messages, textOf } from './render-html.ts';

/** Returns a policy whose text states a date of the last update. */
function policyOf(date: string, more: Partial<Policy> = {}): Policy {
  return { ...policyFrom(`# Privacy\n\nLast updated: ${date}\n\nWords.\n`), ...more };
}

const badge = (policy: Policy, today = '2026-11-21') =>
  updatedBadgeView(policy, messages, today, false);

describe('updatedBadgeView', () => {
  for (const [what, policy, expected] of [
    ['a day', policyOf('4 March 2025'), 'Last updated 4 March 2025'],
    ['a month', policyOf('March 2025'), 'Last updated March 2025'],
    ['a recent day', policyOf('20 November 2026'), 'Last updated 20 November 2026 (yesterday)'],
    ['an ambiguous date as written', policyOf('4/5/26'), 'Last updated 4/5/26'],
    [
      'the date that the page set',
      policyOf('4 March 2025', { updated: '2025-06-01' }),
      'Last updated 1 June 2025',
    ],
  ] as const) {
    it(`The badge shows ${what}`, () => expect(textOf(badge(policy))).to.equal(expected));
  }

  it('A policy without a date has no badge', () => {
    expect(textOf(badge(policyFrom('# Privacy\n\nWords.\n')))).to.equal('');
  });

  it('A date in the future and one 30 days ago are not shown relative to today', () => {
    for (const today of ['2025-03-01', '2025-04-03'])
      expect(textOf(badge(policyOf('4 March 2025'), today))).to.equal('Last updated 4 March 2025');
  });

  it('A date that is a link in the text is a link in the badge, unless the page set another', () => {
    const linked = policyOf('[4 March 2025](https://a.example/log)');
    expect(htmlOf(badge(linked))).to.include('href="https://a.example/log"');
    expect(htmlOf(badge({ ...linked, updated: '2025-06-01' }))).not.to.include('href');
  });
});
