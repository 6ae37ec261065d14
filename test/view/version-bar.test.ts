import { expect } from 'chai';
import type { HistoryEntry } from '../../src/core/model/policy.ts';
import { versionBarView, versionSentence } from '../../src/view/version-bar.ts';
import { messages, NO_ACTIONS, textOf } from './render-html.ts';

const entry = (version: string | null, date: string | null): HistoryEntry => ({
  version,
  date,
  note: null,
  minor: false,
  url: null,
});

describe('versionSentence', () => {
  for (const [version, date, expected] of [
    ['3', '2025-03-04', 'You are reading version 3, of 4 March 2025.'],
    ['3', null, 'You are reading version 3.'],
    [null, '2025-03-04', 'You are reading the version of 4 March 2025.'],
    [null, null, 'You are reading another version of this policy.'],
  ] as const) {
    it(`A version with number ${version} and date ${date} is named`, () =>
      expect(versionSentence(entry(version, date), messages)).to.equal(expected));
  }
});

describe('versionBarView', () => {
  const bar = (given: Partial<Parameters<typeof versionBarView>[0]>) =>
    textOf(
      versionBarView(
        { shown: null, isCompared: false, notice: null, ...given },
        null,
        messages,
        NO_ACTIONS,
      ),
    );

  it('The bar of an opened version leads back and offers a comparison, once', () => {
    const shown = entry('3', null);
    expect(bar({ shown })).to.include('Back to the current version').and.include('Compare');
    expect(bar({ shown, isCompared: true })).not.to.include('Compare');
  });

  for (const [notice, expected] of [
    ['unknown', messages.t('versionUnknown')],
    [
      { failed: 'https://a.example/1.pdf' },
      'This version could not be loaded. Open the policy file',
    ],
    [{ address: 'https://a.example' }, 'Open this version from https://a.example'],
  ] as const) {
    it(`The bar states “${expected}”`, () => expect(bar({ notice })).to.equal(expected));
  }
});
