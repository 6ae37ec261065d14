import { expect } from 'chai';
import * as fc from 'fast-check';
import { hashText } from '../../../src/core/storage/hash-text.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  isEarlier,
  storeReading,
  openStored,
  compressText,
  type StoredReading,
  type Reading,
} from '../../../src/core/storage/snapshot.ts';
import { fuzzSettings } from '../../fuzz/settings.ts';

const TODAY = '2026-11-22';

const READING: Reading = {
  text: '# Privacy\n\nWe keep logs for 30 days.\n',
  options: {
    base: 'https://example.org/privacy.md?visitor=7#logs',
    format: 'auto',
    language: 'en',
  },
  updated: '2026-03-04',
  effective: null,
  version: '2.1',
};

describe('A stored reading', () => {
  it('A stored reading comes back with its text, day, dates and version', async () => {
    const baseline = await reopened(READING);
    expect(baseline).to.deep.include({
      seenOn: '2026-11-20',
      text: READING.text,
      updated: '2026-03-04',
      effective: null,
      version: '2.1',
    });
    expect(baseline?.options.language).to.equal('en');
  });

  it('Every text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect((await reopened({ ...READING, text }))?.text).to.equal(text);
      }),
      fuzzSettings(100),
    );
  });

  it('The query of the URL is not stored, because it can identify a visitor', async () => {
    expect(await encoded(READING)).not.to.contain('visitor');
    expect((await reopened(READING))?.options.base).to.equal('https://example.org/privacy.md');
  });

  it('No time of day and no number of visits is stored', async () => {
    const fields = Object.keys(JSON.parse(await encoded(READING)));
    expect(fields).to.have.members(
      'v seenOn hash updated version base format language packed'.split(' '),
    );
  });

  it('A text that was stored without compression comes back', async () => {
    const stored = encodeSnapshot(kept(READING, { text: READING.text }))!;
    const found = decodeSnapshot(stored) as StoredReading;
    expect((await openStored(found, TODAY))?.text).to.equal(READING.text);
  });

  it('Only one earlier reading is stored', async () => {
    const first = kept({ ...READING, text: 'one' }, { text: 'one' });
    const second = { ...kept({ ...READING, text: 'two' }, { text: 'two' }), prev: first };
    const third = kept({ ...READING, text: 'three' }, { text: 'three' });
    const found = JSON.parse(encodeSnapshot(third, second)!);
    expect(found.prev.text).to.equal('two');
    expect(found.prev.prev).to.equal(undefined);
  });

  it('A reading beyond the limit of one policy is not stored', () => {
    expect(encodeSnapshot(kept(READING, { text: 'x'.repeat(200_000) }))).to.equal(null);
  });

  it('A visit in the future has no day', async () => {
    expect((await reopened(READING, '2026-11-19'))?.seenOn).to.equal(null);
  });
});

describe('A stored value that was altered', () => {
  it('An invalid value counts as a first visit', () => {
    const values = [
      null, '', ' ', 'null', '0', '""', '[]', '{}', 'undefined', '{"v":1', '[1,2]', '{"v":1}',
      '{"v":"1","seenOn":"2026-01-01","hash":"a","base":"b"}', '{"v":0}', '{"v":null}',
      '{"v":1,"seenOn":20260101,"hash":"a","base":"b","text":""}',
      '{"v":1,"seenOn":"2026-01-01T10:00","hash":"a","base":"b","text":""}',
      '{"v":1,"seenOn":["2026-01-01"],"hash":"a","base":"b","text":""}',
      '{"v":1,"seenOn":"2026-01-01","hash":{},"base":"b","text":""}',
      '{"__proto__":{"v":1,"seenOn":"2026-01-01","hash":"a","base":"b"}}',
      '['.repeat(100_000),
    ]; // prettier-ignore
    for (const value of values) expect(decodeSnapshot(value)).to.equal(null);
  });

  it('A value beyond the limit is not parsed', () => {
    const value = encodeSnapshot(kept(READING, { text: 'x' }))!;
    expect(decodeSnapshot(value + ' '.repeat(200_000))).to.equal(null);
  });

  it('A value of a newer element is recognized', () => {
    expect(decodeSnapshot('{"v":2,"days":[1]}')).to.equal('newer');
  });

  it('Fields of a wrong type are left out', async () => {
    const value = JSON.parse(encodeSnapshot(kept(READING, { text: READING.text }))!);
    const poisoned = { ...value, updated: 7, version: ['x'], format: 5, prev: 'x', more: 1 };
    const found = decodeSnapshot(JSON.stringify(poisoned)) as StoredReading;
    expect(found).to.have.all.keys('seenOn', 'hash', 'base', 'language', 'text');
    expect((await openStored(found, TODAY))?.updated).to.equal(null);
  });

  it('A text with another hash is not returned', async () => {
    const value = kept(READING, await compressText(READING.text));
    for (const body of [{ packed: '\u4e00\u4e01' }, { packed: 'abc' }, { text: 'other' }, {}]) {
      const { packed: _, ...rest } = value;
      expect(await openStored({ ...rest, ...body }, TODAY)).to.equal(null);
    }
  });

  it('Dates that do not exist are left out, and without a day there is no reading', () => {
    const value = JSON.parse(encodeSnapshot(kept(READING, { text: READING.text }))!);
    const decode = (more: object) => decodeSnapshot(JSON.stringify({ ...value, ...more }));
    for (const date of ['2026-13-01', '2026-02-30', '<b>', '2026-01-01Tx', 'constructor', '']) {
      expect(decode({ seenOn: date }), date).to.equal(null);
      expect(decode({ updated: date, effective: date }), date).not.to.have.any.keys(
        'updated',
        'effective',
      );
    }
    for (const date of [
      '2026-03',
      '2026-03-04',
      '2026-03-04T10:00:00Z',
      '2026-03-04T10:00+02:00',
    ]) {
      expect(decode({ updated: date }), date).to.include({ updated: date });
    }
  });

  it('Decoding never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), brokenSnapshots()), (value) => {
        decodeSnapshot(value);
      }),
      fuzzSettings(100),
    );
  });
});

describe('isEarlier', () => {
  it('Dates are compared at the precision that both have', () => {
    expect(isEarlier('2026-03-04', '2026-03-05')).to.equal(true);
    expect(isEarlier('2026-03-05', '2026-03-04')).to.equal(false);
    expect(isEarlier('2026-03', '2026-03-04')).to.equal(false);
    expect(isEarlier('2026-02', '2026-03-04')).to.equal(true);
    expect(isEarlier('2026-03-04T08:00:00Z', '2026-03-04T10:00:00Z')).to.equal(false);
    expect(isEarlier(null, '2026-03-04')).to.equal(false);
    expect(isEarlier('2026-03-04', undefined)).to.equal(false);
  });
});

function kept(reading: Reading, body: Parameters<typeof storeReading>[3]): StoredReading {
  return storeReading(reading, hashText(reading.text), '2026-11-20', body)!;
}

async function encoded(reading: Reading): Promise<string> {
  return encodeSnapshot(kept(reading, await compressText(reading.text)))!;
}

async function reopened(reading: Reading, today = TODAY) {
  return openStored(decodeSnapshot(await encoded(reading)) as StoredReading, today);
}

/** Stored readings with random values in their fields. */
function brokenSnapshots(): fc.Arbitrary<string> {
  const anything = fc.oneof(fc.jsonValue(), fc.constant('2026-01-01'));
  const reading = { seenOn: anything, hash: anything, base: anything, packed: anything };
  return fc
    .record({ v: fc.constantFrom(1, 2, '1', null), ...reading, prev: fc.record(reading) })
    .map((value) => JSON.stringify(value));
}
