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
});
