import { expect } from 'chai';
import { createLoadRequest, readingKey } from '../../src/element/load-request.ts';
import type { PolicyAttributes } from '../../src/properties.ts';
import { policyFrom } from '../core/diff/compare-texts.ts';

const SOURCE = { kind: 'address', address: 'https://example.org/privacy.md?v=2#x' } as const;

/** Returns an element with the default value of each attribute, and with the given ones. */
function elementWith(given: Partial<PolicyAttributes> = {}): PolicyAttributes {
  return {
    baseURI: 'https://example.org/page/',
    format: null,
    previousSrc: null,
    changes: 'auto',
    storage: 'local',
    storageKey: null,
    lastUpdated: '2026-03-01',
    effective: null,
    version: '4',
    modified: null,
    idPrefix: '',
    ...given,
  } as unknown as PolicyAttributes;
}

type Choices = Parameters<typeof createLoadRequest>[2];

/** Creates a request for an element of a visitor with these choices. */
function request(given: Partial<PolicyAttributes> = {}, choices: object = {}) {
  const translation = { chosen: null, original: null };
  const all = { translation, versions: null, allowedRedirect: null, ...choices } as Choices;
  return createLoadRequest(elementWith(given), SOURCE, all, () => Promise.reject());
}

const policy = policyFrom('# Privacy\n\nWords.\n');

describe('createLoadRequest', () => {
  it('A visit without choices is remembered and compared', () => {
    expect(request()).to.deep.include({ compares: true, storage: 'local', isReplacement: false });
    expect(request().overrides).to.deep.include({ updated: '2026-03-01', version: '4' });
  });

  it('The page can turn comparing off', () => {
    expect(request({ changes: 'off' }).compares).to.equal(false);
  });

  for (const [what, choices] of [
    ['A translation', { translation: { chosen: { language: 'de' }, original: policy } }],
    ['An opened version', { versions: { loaded: policy } }],
  ] as const) {
    it(`${what} is neither remembered nor compared`, () =>
      expect(request({}, choices)).to.deep.include({
        compares: false,
        storage: 'none',
        isReplacement: true,
      }));
  }

  it('The dates and versions that the page states do not apply to an opened version', () => {
    const { overrides } = request({ previousSrc: '/1.md' }, { versions: { loaded: policy } });
    expect(overrides).to.deep.include({ updated: null, version: null, previousUrl: null });
  });
});

describe('readingKey', () => {
  for (const [what, storageKey, expected] of [
    ['the page’s key', ' mine ', 'mine'],
    ['a number that a framework set', 7, '7'],
    ['the source’s address without query and hash', null, 'https://example.org/privacy.md'],
    ['the source’s address if the key is blank', ' ', 'https://example.org/privacy.md'],
  ] as const) {
    it(`The key of a reading is ${what}`, () => {
      const element = elementWith({ storageKey: storageKey as string | null });
      expect(readingKey(element, SOURCE)).to.equal(expected);
    });
  }
});
