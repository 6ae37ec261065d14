import { expect } from '@open-wc/testing';
import { VisitMemory } from '../../src/controllers/visit-memory.ts';
import { FakeHost } from './fake-host.ts';

const KEY = 'visit-memory-test';
const STORED = `privacy-policy:${KEY}`;

describe('VisitMemory', () => {
  let host: FakeHost;
  let memory: VisitMemory;

  beforeEach(() => {
    host = new FakeHost();
    memory = new VisitMemory(host);
    document.body.append(host);
  });

  afterEach(() => {
    host.remove();
    localStorage.removeItem(STORED);
  });

  it('Nothing is remembered before a reading is open', () => {
    expect([memory.reading, memory.canPersist]).to.deep.equal([null, null]);
    memory.noteInteraction();
    memory.close();
  });

  it('open() returns null and loads no code if nothing is stored', async () => {
    expect(await memory.open(KEY, 'local')).to.equal(null);
    expect([memory.reading, memory.isAvailable]).to.deep.equal([null, true]);
  });

  it('open() returns the reading if something is stored, and close() replaces it', async () => {
    localStorage.setItem(STORED, '{}');
    const reading = await memory.open(KEY, 'local');
    expect(reading).to.not.equal(null);
    expect(memory.reading).to.equal(reading);
    memory.close();
    expect(memory.reading).not.to.equal(reading);
  });

  it('load() returns the reading of a first visit, and null without storage', async () => {
    await memory.open(KEY, 'local');
    const reading = await memory.load();
    expect(reading).to.not.equal(null);
    expect(memory.reading).to.equal(reading);
    const other = new VisitMemory(new FakeHost());
    await other.open(KEY, 'none');
    expect(await other.load()).to.equal(null);
  });

  it('load() returns null if another policy is opened while the code loads', async () => {
    await memory.open(KEY, 'local');
    const loading = memory.load();
    await memory.open(`${KEY}-other`, 'local');
    expect(await loading).to.equal(null);
  });

  it('Copying and printing are interactions of a connected element only', async () => {
    await memory.open(KEY, 'local');
    const reading = (await memory.load())!;
    let interactions = 0;
    reading.noteInteraction = () => void interactions++;
    host.dispatchEvent(new Event('copy'));
    dispatchEvent(new Event('beforeprint'));
    host.remove();
    host.dispatchEvent(new Event('copy'));
    dispatchEvent(new Event('beforeprint'));
    expect(interactions).to.equal(2);
  });

  it('An interaction before the reading is noted again on request', async () => {
    await memory.open(KEY, 'local');
    memory.noteInteraction();
    const reading = (await memory.load())!;
    let interactions = 0;
    reading.noteInteraction = () => void interactions++;
    memory.noteEarlierInteraction();
    expect(interactions).to.equal(1);
  });
});
