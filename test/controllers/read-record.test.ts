import { expect } from 'chai';
import { VisitStorage } from '../../src/browser/visit-storage.ts';
import { ReadRecord } from '../../src/controllers/read-record.ts';
import type { Reading } from '../../src/core/storage/snapshot.ts';
import { MemoryStorage } from '../memory-storage.ts';

const KEY = 'privacy-policy:key';

const reading = (text: string, updated: string | null = null): Reading => ({
  text,
  options: { base: 'https://example.org/', format: 'markdown' },
  updated,
  effective: null,
  version: null,
});

describe('ReadRecord', () => {
  let storage: MemoryStorage;

  beforeEach(() => {
    storage = new MemoryStorage();
  });

  /** Opens the record of a page view on a day, with a text on screen. */
  async function open(text: Reading, day = '2026-11-22', isUnchanged = false): Promise<ReadRecord> {
    const visits = new VisitStorage('key', 'local', () => storage);
    const record = new ReadRecord(visits, visits.read(), () => day);
    await record.open();
    record.show(text, isUnchanged);
    return record;
  }

  const allow = (): boolean => true;
  const stored = (): { seenOn: string; text?: string; prev?: { text?: string } } | null =>
    JSON.parse(storage.getItem(KEY) ?? 'null');

  it('A text is stored with its day, and the text before it is kept', async () => {
    (await open(reading('old'), '2026-05-12')).write(false, allow);
    const record = await open(reading('new'));
    expect(record.write(false, allow)).to.equal(true);
    expect([stored()!.seenOn, stored()!.text, stored()!.prev!.text]).to.deep.equal([
      '2026-11-22',
      'new',
      'old',
    ]);
    expect(record.isStored).to.equal(true);
  });

  it('A text without changes replaces the one before it', async () => {
    (await open(reading('old'), '2026-05-12')).write(false, allow);
    (await open(reading('old, with other dates'), '2026-11-22', true)).write(false, allow);
    expect(stored()!.prev).to.equal(undefined);
  });

  it('Nothing is stored if the page does not allow it', async () => {
    const record = await open(reading('text'));
    expect([record.write(false, () => false), stored()]).to.deep.equal([false, null]);
  });

  it('A text with an older date replaces a newer one only if the visitor asks for it', async () => {
    (await open(reading('new', '2026-03-01'), '2026-05-12')).write(false, allow);
    const record = await open(reading('old', '2025-03-01'));
    expect(record.write(false, allow)).to.equal(false);
    expect(record.write(true, allow)).to.equal(true);
    expect(stored()!.text).to.equal('old');
  });

  it('A value in a newer format is kept unless the visitor asks to store the text', async () => {
    storage.setItem(KEY, JSON.stringify({ v: 99, seenOn: '2026-05-12' }));
    const record = await open(reading('text'));
    expect([record.write(false, allow), record.write(true, allow)]).to.deep.equal([false, true]);
  });

  it('Undo restores the value before the first write, once', async () => {
    (await open(reading('old'), '2026-05-12')).write(false, allow);
    const before = storage.getItem(KEY);
    const record = await open(reading('new'));
    record.write(false, allow);
    record.write(true, allow);
    expect([record.undoWrite(), storage.getItem(KEY)]).to.deep.equal([true, before]);
    expect(record.undoWrite()).to.equal(false);
  });

  it('Undo changes nothing that another tab has stored since', async () => {
    const record = await open(reading('new'));
    record.write(true, allow);
    (await open(reading('newest'))).write(true, allow);
    expect([record.undoWrite(), stored()!.text]).to.deep.equal([false, 'newest']);
  });

  for (const [what, change, expected] of [
    ['stored the same text', (other: ReadRecord) => other.write(true, allow), 'read'],
    ['deleted the reading', (other: ReadRecord) => other.erase(), 'forgot'],
    ['did nothing', () => {}, 'no'],
  ] as const) {
    it(`A record finds that another tab ${what}`, async () => {
      (await open(reading('old'), '2026-05-12')).write(false, allow);
      const record = await open(reading('new'));
      change(await open(reading('new')));
      expect(record.externalChange()).to.equal(expected);
    });
  }

  it('If both texts do not fit, the new one is stored alone', async () => {
    (await open(reading('old '.repeat(300)), '2026-05-12')).write(false, allow);
    storage.quota = 2000;
    const record = await open(reading('new '.repeat(300)));
    expect(record.write(false, allow)).to.equal(true);
    expect(stored()!.prev).to.equal(undefined);
  });

  it('A compressed text replaces the uncompressed one, and can still be undone', async () => {
    const record = await open(reading('We keep the logs of our server. '.repeat(100)));
    record.write(true, allow);
    await record.compressStored();
    expect(stored()!.text).to.equal(undefined);
    expect([record.undoWrite(), stored()]).to.deep.equal([true, null]);
  });
});
