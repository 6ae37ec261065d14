import { expect } from 'chai';
import {
  fieldName,
  flattenFields,
  isMetadataField,
  parseFields,
} from '../../../src/core/parse/metadata.ts';

const BASE = 'https://example.org/privacy.json';

describe('fieldName', () => {
  for (const key of ['lastUpdated', 'last_updated', 'last-updated', 'Last Updated']) {
    it(`${key} is the same field as lastupdated`, () => {
      expect(fieldName(key)).to.equal('lastupdated');
    });
  }
});

describe('flattenFields', () => {
  it('Levels are joined by dots, items numbered, and metadata is of the document', () => {
    const fields = flattenFields({
      a: { B_c: 1 },
      d: ['x', { e: true }],
      meta: { f: 'g' },
      h: null,
    });
    expect(Object.fromEntries(fields)).to.deep.equal({
      'a.bc': '1',
      'd.0': 'x',
      'd.1.e': 'true',
      f: 'g',
    });
  });

  it('Entries beyond the limit are ignored', () => {
    expect(flattenFields({ a: Array(100_000).fill('x') }).size).to.equal(100);
  });

  it('Values beyond the limit of a document are ignored', () => {
    const fill = (value: unknown): unknown[] => Array(100).fill(value) as unknown[];
    expect(flattenFields(fill(fill(fill(1)))).size).to.equal(10_000);
  });
});

describe('isMetadataField', () => {
  for (const name of ['title', 'lastupdated', 'effectivedate', 'url', 'licence']) {
    it(`${name} is metadata`, () => expect(isMetadataField(name)).to.equal(true));
  }
  for (const name of ['sections', 'text', 'items', 'wisdom']) {
    it(`${name} is not metadata`, () => expect(isMetadataField(name)).to.equal(false));
  }
});

describe('parseFields', () => {
  const parsed = (value: object) => parseFields(flattenFields(value), 'json', BASE);

  it('A value that is no date, language, direction or URL is left out', () => {
    expect(
      parsed({ lang: '?', dir: 'up', next: { date: '<b>' }, url: 'javascript:alert(1)' }),
    ).to.deep.equal({ dates: [], history: [], alternates: [], links: {} });
  });

  it('An e-mail address is a contact', () => {
    expect(parsed({ contact: { email: 'a@example.org' } }).links).to.deep.equal({
      contact: 'mailto:a@example.org',
    });
  });
});
