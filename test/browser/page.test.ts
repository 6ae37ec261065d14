import { expect } from '@open-wc/testing';
import {
  linkableAddress,
  pageAddress,
  pageWithoutHash,
  storageKeyOf,
} from '../../src/browser/page.ts';

const BASE = 'https://example.org/legal/';

describe('Addresses of the page', () => {
  for (const [address, expected] of [
    ['privacy.md?lang=en#data', 'https://example.org/legal/privacy.md'],
    ['https://other.example/p', 'https://other.example/p'],
    ['http://[', new URL(location.href).origin + location.pathname],
  ] as const) {
    it(`The storage key of ${address} is ${address.startsWith('http://[') ? 'the page' : expected}`, () =>
      expect(storageKeyOf({ kind: 'address', address }, BASE)).to.equal(expected));
  }

  it('The storage key of a file on disk is its path', () => {
    const source = { kind: 'address', address: 'file:///C:/site/privacy.md?x' } as const;
    // In some engines, file URLs have the origin `null`.
    expect(storageKeyOf(source, BASE)).to.match(/^file:\/+C:\/site\/privacy\.md$/);
  });

  it('The storage key of a policy without an address is the page', () => {
    const page = location.origin + location.pathname;
    expect(storageKeyOf({ kind: 'wrapped' }, BASE)).to.equal(page);
    expect(storageKeyOf(null, BASE)).to.equal(page);
  });

  for (const [address, expected] of [
    ['a.md', 'https://example.org/legal/a.md'],
    ['javascript:alert(1)', null],
    ['', null],
    [null, null],
  ] as const) {
    it(`linkableAddress returns ${expected} for ${JSON.stringify(address)}`, () =>
      expect(linkableAddress(address, BASE)).to.equal(expected));
  }

  it('pageAddress is empty unless the page has another base', () => {
    expect(pageAddress(`${pageWithoutHash()}#x`)).to.equal('');
    expect(pageAddress(BASE)).to.equal(pageWithoutHash());
  });
});
