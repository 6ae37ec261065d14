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
import { tried } from '../../fuzz/settings.ts';

const TODAY = '2026-11-22';

const READING: Reading = {
  text: '# Privacy\n\nWe keep logs for 30 days.\n',
  hints: { base: 'https://example.org/privacy.md?visitor=7#logs', format: 'auto', language: 'en' },
  updated: '2026-03-04',
  effective: null,
  version: '2.1',
};

describe('a remembered reading', () => {
  it('comes back with its text, its day and what it said of itself', async () => {
    const baseline = await reopened(READING);
    expect(baseline).to.deep.include({
      seenOn: '2026-11-20',
      text: READING.text,
      updated: '2026-03-04',
      effective: null,
      version: '2.1',
    });
    expect(baseline?.hints.language).to.equal('en');
  });

  it('comes back whatever its text is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect((await reopened({ ...READING, text }))?.text).to.equal(text);
      }),
      tried(100),
    );
  });

  it('does not keep the query of its address, which can name a visitor', async () => {
    expect(await encoded(READING)).not.to.contain('visitor');
    expect((await reopened(READING))?.hints.base).to.equal('https://example.org/privacy.md');
  });

  it('keeps no time of day and no number of visits', async () => {
    const fields = Object.keys(JSON.parse(await encoded(READING)));
    expect(fields).to.have.members(
      'v seenOn hash updated version base format language packed'.split(' '),
    );
  });

  it('comes back from a browser that could not compress', async () => {
    const stored = encodeSnapshot(kept(READING, { text: READING.text }))!;
    const found = decodeSnapshot(stored) as StoredReading;
    expect((await openStored(found, TODAY))?.text).to.equal(READING.text);
  });

  it('brings the reading before it, and no more than that one', async () => {
    const first = kept({ ...READING, text: 'one' }, { text: 'one' });
    const second = { ...kept({ ...READING, text: 'two' }, { text: 'two' }), prev: first };
    const third = kept({ ...READING, text: 'three' }, { text: 'three' });
    const found = JSON.parse(encodeSnapshot(third, second)!);
    expect(found.prev.text).to.equal('two');
    expect(found.prev.prev).to.equal(undefined);
  });

  it('is refused when it takes more room than a policy may have', () => {
    expect(encodeSnapshot(kept(READING, { text: 'x'.repeat(200_000) }))).to.equal(null);
  });

  it('is not said to be of a day to come', async () => {
    expect((await reopened(READING, '2026-11-19'))?.seenOn).to.equal(null);
  });
});

describe('a stored value that is not what was stored', () => {
  it('counts as a first visit, whatever it is', () => {
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

  it('is not even parsed when it is gigantic', () => {
    const value = encodeSnapshot(kept(READING, { text: 'x' }))!;
    expect(decodeSnapshot(value + ' '.repeat(200_000))).to.equal(null);
  });

  it('is known as newer when a newer element wrote it', () => {
    expect(decodeSnapshot('{"v":2,"days":[1]}')).to.equal('newer');
  });

  it('loses the fields of a wrong type and keeps the others', async () => {
    const value = JSON.parse(encodeSnapshot(kept(READING, { text: READING.text }))!);
    const poisoned = { ...value, updated: 7, version: ['x'], format: 5, prev: 'x', more: 1 };
    const found = decodeSnapshot(JSON.stringify(poisoned)) as StoredReading;
    expect(found).to.have.all.keys('seenOn', 'hash', 'base', 'language', 'text');
    expect((await openStored(found, TODAY))?.updated).to.equal(null);
  });

  it('gives no text when the text is not the one that was put there', async () => {
    const value = kept(READING, await compressText(READING.text));
    for (const body of [{ packed: '\u4e00\u4e01' }, { packed: 'abc' }, { text: 'other' }, {}]) {
      const { packed: _, ...rest } = value;
      expect(await openStored({ ...rest, ...body }, TODAY)).to.equal(null);
    }
  });

  it('never makes decoding throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), brokenSnapshots()), (value) => {
        decodeSnapshot(value);
      }),
      tried(100),
    );
  });
});

describe('the order of dates', () => {
  it('is told as far as both are precise', () => {
    expect(isEarlier('2026-03-04', '2026-03-05')).to.equal(true);
    expect(isEarlier('2026-03-05', '2026-03-04')).to.equal(false);
    expect(isEarlier('2026-03', '2026-03-04')).to.equal(false);
    expect(isEarlier('2026-02', '2026-03-04')).to.equal(true);
    expect(isEarlier('2026-03-04T08:00:00Z', '2026-03-04T10:00:00Z')).to.equal(false);
    expect(isEarlier(null, '2026-03-04')).to.equal(false);
    expect(isEarlier('2026-03-04', undefined)).to.equal(false);
  });
});

describe('the short name of a text', () => {
  it('differs between texts that differ little', () => {
    const names = new Set<string>();
    for (let days = 0; days < 20_000; days++) names.add(hashText(`We keep logs for ${days} days.`));
    expect(names.size).to.equal(20_000);
    expect(hashText('ab')).not.to.equal(hashText('ba'));
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

/** Values that look like ours, with anything in their fields. */
function brokenSnapshots(): fc.Arbitrary<string> {
  const anything = fc.oneof(fc.jsonValue(), fc.constant('2026-01-01'));
  const reading = { seenOn: anything, hash: anything, base: anything, packed: anything };
  return fc
    .record({ v: fc.constantFrom(1, 2, '1', null), ...reading, prev: fc.record(reading) })
    .map((value) => JSON.stringify(value));
}
