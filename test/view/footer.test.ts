import { expect } from '@open-wc/testing';
import type { HistoryEntry } from '../../src/core/model/policy.ts';
import { clear, policyFrom, renderPolicy, stateOf } from './render-view.ts';
import { textOf } from '../test-element.ts';

/** The current version. */
const ENTRY: HistoryEntry = { version: null, date: null, note: null, minor: false, url: null };
const HERE = 'https://example.org/privacy.md';

describe('The change log', () => {
  afterEach(clear);

  for (const [label, stated, text] of [
    [
      'a version, a date and a note',
      { version: '2', note: 'New.' },
      'Version 2 New. 2 November 2026',
    ],
    ['a version and a date', { version: '2' }, 'Version 2 2 November 2026'],
    ['a version, a date and a URL', { version: '2', url: HERE }, 'Version 2 2 November 2026'],
    ['a date and a URL', { url: HERE }, '2 November 2026'],
    ['a version only', { version: '2', date: null }, 'Version 2'],
  ] as const) {
    it(`A version with ${label} shows nothing else`, () => {
      const entry = { ...ENTRY, date: '2026-11-02', ...stated };
      const policy = policyFrom('# Policy\n\nHello.', { history: [entry], updated: entry.date });
      const { root } = renderPolicy(stateOf({ policy }));
      expect(textOf(root.querySelector('.memory li'))).to.equal(text);
    });
  }

  it('Only versions before the text on screen can be compared with it', () => {
    const history = ['2027-01-01', '2026-11-02', '2025-05-02', '2024-05-02'].map((date) => ({
      ...ENTRY,
      version: date,
      date,
      url: `${HERE}?${date}`,
    }));
    const comparable = (updated: string, versionBar: (() => null) | null): string[] => {
      const policy = policyFrom('# Policy\n\nHello.', { history, updated, version: updated });
      const { root } = renderPolicy(stateOf({ policy, versionBar }));
      return [...root.querySelectorAll('.memory li button')].map((each) =>
        textOf(each).replace('Show what changed since ', ''),
      );
    };
    expect(comparable('2026-11-02', null)).to.deep.equal(['2 May 2025', '2 May 2024']);
    expect(comparable('2025-05-02', () => null)).to.deep.equal(['2 May 2024']);
  });
});
