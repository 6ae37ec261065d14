import { expect } from 'chai';
import { arrivalSentence, offeredSentence } from '../../src/view/announcement.ts';
import { policyFrom } from '../core/diff/compare-texts.ts';
import { changesBetween, messages, stateOf } from './render-html.ts';

const OLD = '# Privacy\n\n## Data\n\nKept for 30 days.\n';
const NEW = OLD.replace('30', '90');
const policy = policyFrom(NEW);
const changes = changesBetween(OLD, NEW);

describe('arrivalSentence', () => {
  for (const [what, given, expected] of [
    ['nothing on a first visit', { policy }, ''],
    ['the changes', { policy, changes }, 'Privacy: 1 change since your last visit on 12 May 2025.'],
    [
      'the changes, and when they take effect',
      { policy: { ...policy, effective: '2026-12-01' }, changes },
      'Privacy: 1 change since your last visit on 12 May 2025. This version takes effect on 1 December 2026 (in 10 days). Until then the previous version applies.',
    ],
    ['nothing that was marked as read', { policy, changes: { ...changes, read: 'here' } }, ''],
    ['an offered comparison', { policy, offered: changes.summary }, 'Changed since 12 May 2025.'],
    ['a copy', { policy, status: 'stale' }, messages.t('staleText')],
  ] as const) {
    it(`arrivalSentence announces ${what}`, () =>
      expect(arrivalSentence(stateOf(given))).to.equal(expected));
  }
});

describe('offeredSentence', () => {
  for (const [since, material, expected] of [
    ['2025-05-12', true, 'Changed since 12 May 2025.'],
    ['2025-05-12', false, 'Only minor changes since 12 May 2025.'],
    [null, true, 'Changed since the earlier version.'],
    [null, false, 'Only minor changes since the previous version.'],
  ] as const) {
    it(`A comparison with ${since} that is ${material ? '' : 'not '}material is offered`, () =>
      expect(offeredSentence({ ...changes.summary, since, material }, messages)).to.equal(
        expected,
      ));
  }
});
