import { expect } from 'chai';
import type { Policy } from '../../src/core/model/policy.ts';
import { bannerView, upcomingSentence } from '../../src/view/banner.ts';
import { policyFrom } from '../core/diff/compare-texts.ts';
import { changesBetween, htmlOf, NO_ACTIONS, stateOf, textOf } from './render-html.ts';

const OLD = '# Privacy\n\n## Data\n\nKept for 30 days.\n';
const NEW = OLD.replace('30', '90');

const policyOf = (more: Partial<Policy>): Policy => ({ ...policyFrom(NEW), ...more });

describe('upcomingSentence', () => {
  for (const [what, policy, expected] of [
    [
      'a version that takes effect in ten days',
      { effective: '2026-12-01' },
      'This version takes effect on 1 December 2026 (in 10 days).',
    ],
    [
      'a next version',
      { effective: '2025-01-01', next: { effective: '2026-12-01', url: null } },
      'A new version takes effect on 1 December 2026 (in 10 days).',
    ],
    ['a version in effect', { effective: '2025-01-01' }, null],
    ['a version without dates', {}, null],
  ] as const) {
    it(`upcomingSentence ${expected ? 'announces' : 'is null for'} ${what}`, () => {
      const sentence = upcomingSentence(policyOf(policy), stateOf());
      if (expected === null) expect(sentence).to.equal(null);
      else expect(sentence).to.include(expected);
    });
  }
});

describe('bannerView', () => {
  const banner = (policy: Policy, given: Parameters<typeof stateOf>[0] = {}) =>
    bannerView(policy, stateOf({ policy, ...given }), NO_ACTIONS);

  it('Without changes and future dates there is no banner', () => {
    expect(htmlOf(banner(policyOf({})))).to.equal('');
  });

  it('A next version is linked, and without one the previous version', () => {
    const next = { effective: '2026-12-01', url: 'https://example.org/next.md' };
    expect(htmlOf(banner(policyOf({ next })))).to.include('href="https://example.org/next.md"');
    const previousUrl = 'https://example.org/old.md';
    expect(htmlOf(banner(policyOf({ effective: '2026-12-01', previousUrl })))).to.include(
      `href="${previousUrl}"`,
    );
  });

  it('The banner has the publisher’s notes on versions since the last visit alone', () => {
    const entry = { version: null, minor: false, url: null };
    const history = [
      { ...entry, date: '2026-03-01', note: 'Logs stay longer.' },
      { ...entry, date: '2025-05-12', note: 'Cookies are gone.' },
    ];
    const text = textOf(banner(policyOf({ history }), { changes: changesBetween(OLD, NEW) }));
    expect(text).to.include('Logs stay longer.').and.not.include('Cookies are gone.');
  });

  it('The banner has no notes on versions that are newer than the text', () => {
    const entry = { minor: false, url: null };
    const history = [
      { ...entry, version: '4', date: '2026-11-02', note: 'Logs stay longer.' },
      { ...entry, version: '3', date: '2026-03-01', note: 'Cookies are gone.' },
    ];
    const policy = policyOf({ history, version: '3' });
    const text = textOf(banner(policy, { changes: changesBetween(OLD, NEW) }));
    expect(text).to.include('Cookies are gone.').and.not.include('Logs stay longer.');
  });

  it('The banner asks nothing more once the changes were marked as read', () => {
    const changes = { ...changesBetween(OLD, NEW), read: 'here' as const };
    expect(textOf(banner(policyOf({}), { changes }))).to.equal('Marked as read.');
  });
});
