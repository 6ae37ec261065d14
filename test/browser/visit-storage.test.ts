import { expect } from '@open-wc/testing';
import { VisitStorage, type StorageArea } from '../../src/browser/visit-storage.ts';
import { MemoryStorage } from '../memory-storage.ts';

const KEY = 'https://example.org/privacy.md';

describe('VisitStorage', () => {
  let storage: MemoryStorage;
  const area: StorageArea = () => storage;

  beforeEach(() => {
    storage = new MemoryStorage();
    storage.setItem('theirs', 'kept');
  });

  it('A value is stored under one key named after the policy, and no other key is used', () => {
    const visits = new VisitStorage(KEY, 'local', area);
    expect(visits.read()).to.equal(null);
    expect(visits.write('value')).to.equal(true);
    expect(visits.read()).to.equal('value');
    expect(storage.getItem(`privacy-policy:${KEY}`)).to.equal('value');
    expect(storage.length).to.equal(2);
    expect(visits.write(null)).to.equal(true);
    expect(storage.length).to.equal(1);
    expect(storage.getItem('theirs')).to.equal('kept');
  });

  it('The page chooses the storage area', () => {
    const kinds: string[] = [];
    const asked: StorageArea = (kind) => (kinds.push(kind), storage);
    new VisitStorage(KEY, 'session', asked).read();
    new VisitStorage(KEY, 'local', asked).read();
    expect(kinds).to.deep.equal(['session', 'local']);
  });

  it('With "none" no storage is touched', () => {
    const visits = new VisitStorage(KEY, 'none', () => expect.fail('storage was touched'));
    expect(visits.read()).to.equal(null);
    expect(visits.write('value')).to.equal(false);
    expect(visits.write(null)).to.equal(false);
    expect(visits.available).to.equal(false);
  });

  it('The old value stays if a new one does not fit', () => {
    const visits = new VisitStorage(KEY, 'local', area);
    visits.write('old');
    storage.quota = 60;
    expect(visits.write('new'.repeat(20))).to.equal(false);
    expect(visits.available).to.equal(false);
    expect(visits.read()).to.equal('old');
    expect(visits.available).to.equal(true);
    expect(storage.getItem('theirs')).to.equal('kept');
  });

  it('A blocked or broken storage returns null without an exception', () => {
    const thrower = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const areas: StorageArea[] = [
      thrower,
      () => null,
      () => undefined as never,
      () => 7 as never,
      () => ({}) as Storage,
      () => ({ getItem: thrower, setItem: thrower, removeItem: thrower }) as never,
    ];
    for (const broken of areas) {
      const visits = new VisitStorage(KEY, 'local', broken);
      expect(visits.read()).to.equal(null);
      expect(visits.available).to.equal(false);
      expect(visits.write('value')).to.equal(false);
      expect(visits.write(null)).to.equal(false);
    }
  });

  it('A value that is not a string is null', () => {
    const strange = { getItem: () => ({ length: 3 }) } as never;
    expect(new VisitStorage(KEY, 'local', () => strange).read()).to.equal(null);
  });

  it('Changes of other tabs are observed', () => {
    const events = new EventTarget();
    let changes = 0;
    const stop = new VisitStorage(KEY, 'local', area).watch(() => changes++, events);
    const fire = (key: string | null) => events.dispatchEvent(new StorageEvent('storage', { key }));
    fire('theirs');
    expect(changes).to.equal(0);
    fire(`privacy-policy:${KEY}`);
    fire(null);
    expect(changes).to.equal(2);
    stop();
    fire(null);
    expect(changes).to.equal(2);
  });

  it('Changes of other documents are observed', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const visits = new VisitStorage('watched', 'local');
    const changed = new Promise<void>((resolve) => {
      const stop = visits.watch(() => (stop(), resolve()), window);
    });
    frame.contentWindow!.localStorage.setItem('privacy-policy:watched', 'value');
    await changed;
    expect(visits.read()).to.equal('value');
    frame.remove();
    visits.write(null);
  });

  it('Changes of other elements with the same key and area are observed', () => {
    const changes: string[] = [];
    const watch = (name: string, key: string, kind: 'local' | 'session') => {
      const visits = new VisitStorage(key, kind, area);
      return { visits, stop: visits.watch(() => changes.push(name), new EventTarget()) };
    };
    const watched = [
      watch('writer', KEY, 'local'),
      watch('neighbour', KEY, 'local'),
      watch('other policy', 'x', 'local'),
      watch('other storage', KEY, 'session'),
    ];
    watched[0]?.visits.write('value');
    expect(changes).to.deep.equal(['neighbour']);
    for (const { stop } of watched) stop();
    watched[0]?.visits.write(null);
    expect(changes).to.deep.equal(['neighbour']);
  });
});
