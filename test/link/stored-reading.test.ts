import { expect } from '@open-wc/testing';
import { storeDismissal } from '../../src/link/dismissal.ts';
import { storageKeyOf } from '../../src/browser/page.ts';
import { findReading, hasAnyReading, keyOf } from '../../src/link/stored-reading.ts';

const KEY = 'stored-reading';
const STORED = `privacy-policy:${KEY}`;
const reading = {
  v: 1,
  seenOn: '2026-05-12',
  hash: 'abc',
  base: 'https://example.org/',
  text: 'x',
};

describe('The stored reading of the footer link', () => {
  afterEach(() => localStorage.removeItem(STORED));

  it('The reading has the day and the hash of the text', () => {
    localStorage.setItem(STORED, JSON.stringify(reading));
    expect(findReading('local', KEY)).to.include({ seenOn: '2026-05-12', hash: 'abc' });
    expect(findReading('session', KEY)).to.equal(null);
    expect(findReading('none', KEY)).to.equal(null);
  });

  it('An invalid value counts as no reading', () => {
    for (const value of [
      '',
      '{',
      'null',
      '[]',
      '7',
      '{"v":2}',
      JSON.stringify({ ...reading, seenOn: 'x' }),
    ]) {
      localStorage.setItem(STORED, value);
      expect(findReading('local', KEY), value).to.equal(null);
    }
  });

  it('Dismissing a notice keeps every other field', () => {
    localStorage.setItem(STORED, JSON.stringify({ ...reading, prev: reading }));
    storeDismissal('local', KEY, 'def');
    expect(JSON.parse(localStorage.getItem(STORED)!)).to.deep.equal({
      ...reading,
      prev: reading,
      dismissed: 'def',
    });
    expect(findReading('local', KEY)?.dismissed).to.equal('def');
  });

  it('Dismissing a notice creates no reading', () => {
    storeDismissal('local', KEY, 'def');
    expect(localStorage.getItem(STORED)).to.equal(null);
  });

  it('hasAnyReading() looks for the reading of any policy', () => {
    expect(hasAnyReading('none')).to.equal(false);
    localStorage.setItem(STORED, 'x');
    expect(hasAnyReading('local')).to.equal(true);
  });

  it('The key is the same as that of the element', () => {
    for (const address of ['https://example.org/a/privacy.md?x=1#y', 'file:///a/privacy.md']) {
      const source = { kind: 'address', address } as const;
      expect(keyOf(new URL(address))).to.equal(storageKeyOf(source, location.href));
    }
  });
});
