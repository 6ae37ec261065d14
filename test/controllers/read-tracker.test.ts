import { expect } from '@open-wc/testing';
import type { OpenReading } from '../../src/controllers/open-reading.ts';
import { ReadTracker } from '../../src/controllers/read-tracker.ts';
import { VisitStorage, type StorageKind } from '../../src/browser/visit-storage.ts';
import type { PolicyRememberEvent, RememberReason } from '../../src/events.ts';
import { MemoryStorage } from '../memory-storage.ts';
import { waitForCompression } from '../wait-for-compression.ts';
import { FakeEnvironment, waitForIntersections } from './fake-environment.ts';
import { FakeHost } from './fake-host.ts';

const KEY = 'https://example.org/privacy.md';
const STORED = `privacy-policy:${KEY}`;
const OLD = '# Privacy\n\nWe keep logs for 30 days.\n';
const NEW = '# Privacy\n\nWe keep logs for 90 days.\n';

interface Meta {
  updated?: string;
  effective?: string;
  isUnchanged?: boolean;
}

/** A browser tab: one element with its own time, events and reading. */
class Tab {
  readonly reasons: RememberReason[] = [];
  /** Called when `policy-remember` is dispatched. */
  whenAsked: () => void = () => {};
  allowsStoring = true;
  readonly environment = new FakeEnvironment();
  readonly host = new FakeHost();
  readonly block = document.createElement('p');
  readonly tracker: ReadTracker;
  readonly #area: () => Storage;
  reading!: OpenReading;

  constructor(storage: Storage | (() => Storage), day = '2026-11-22') {
    this.environment.day = day;
    this.#area = typeof storage === 'function' ? storage : () => storage;
    this.tracker = new ReadTracker(this.host, this.environment);
    this.host.addEventListener('policy-remember', (event: PolicyRememberEvent) => {
      this.reasons.push(event.reason);
      this.whenAsked();
      if (!this.allowsStoring) event.preventDefault();
    });
    this.host.style.display = 'block';
    this.block.textContent = 'We keep logs for 90 days.';
    this.host.append(this.block);
    document.body.prepend(this.host);
    tabs.push(this);
  }

  /** Opens the reading stored under a key. */
  openMemory(key: string, kind: StorageKind): Promise<OpenReading> {
    const visits = new VisitStorage(key, kind, this.#area);
    return this.tracker.open(visits, visits.read());
  }

  /** Shows a text. With `changes`, it has a changed block that the visitor has to see. */
  async open(
    text: string,
    { changes = false, key = KEY, ...meta }: Meta & Partial<{ changes: boolean; key: string }> = {},
  ) {
    this.reading = await this.openMemory(key, 'local');
    const options = { base: 'https://example.org/privacy.md', format: 'markdown' } as const;
    const { isUnchanged = this.reading.matches(text), ...stated } = meta;
    const shown = { text, options, updated: null, effective: null, version: null, ...stated };
    this.reading.observe(shown, isUnchanged, changes ? [this.block] : []);
    await waitForIntersections();
    return this;
  }

  /** Advances the time by ten seconds while the page is visible. */
  async passTime() {
    this.environment.pass(10_000);
    await waitForCompression();
    return this;
  }

  leave() {
    this.environment.setVisible(false);
    this.environment.fire('pagehide', { persisted: false });
    this.host.remove();
  }
}

let tabs: Tab[] = [];

describe('ReadTracker', () => {
  let storage: MemoryStorage;
  const stored = () => JSON.parse(storage.getItem(STORED) ?? 'null');

  beforeEach(() => {
    tabs = [];
    storage = new MemoryStorage();
    storage.setItem('theirs', 'kept');
  });

  afterEach(() => {
    for (const tab of tabs) tab.host.remove();
    expect(storage.getItem('theirs')).to.equal('kept');
    const touched = storage.log.filter(
      (line) => !line.endsWith(STORED) && !line.endsWith('theirs'),
    );
    expect(touched).to.deep.equal([]);
  });

  /** Reads a text on the given day, and leaves the page. */
  async function visit(text: string, day: string, meta: Meta & { changes?: boolean } = {}) {
    const tab = await new Tab(storage, day).open(text, meta);
    await tab.passTime();
    tab.leave();
    tab.host.remove();
    return tab;
  }

  describe('A first visit', () => {
    it('The text and the day are stored after five seconds', async () => {
      const tab = await new Tab(storage).open(OLD);
      expect(tab.reading.lastSeen).to.equal(null);
      expect(tab.reading.state).to.deep.include({ isUnchanged: false, storedOn: null });
      expect(stored()).to.equal(null);
      await tab.passTime();
      expect(tab.reasons).to.deep.equal(['first']);
      expect(stored()).to.deep.include({ v: 1, seenOn: '2026-11-22' });
      expect(tab.reading.state).to.deep.include({ lastSeen: null, storedOn: '2026-11-22' });
    });

    it('A reading stored in this page view does not count as an earlier visit', async () => {
      const tab = await new Tab(storage).open(OLD);
      await tab.passTime();
      await tab.open(OLD, { key: 'another' });
      await tab.open(OLD);
      expect(tab.reading.lastSeen).to.equal(null);
      expect(tab.reading.state).to.deep.include({ isUnchanged: false, storedOn: '2026-11-22' });
      storage.removeItem('privacy-policy:another');
      storage.log.length = 0;
    });

    it('The text is stored at once after an interaction', async () => {
      const tab = await new Tab(storage).open(OLD);
      tab.reading.noteInteraction();
      await waitForCompression();
      expect(stored()).not.to.equal(null);
    });

    it('Nothing is stored if the visitor leaves sooner', async () => {
      const tab = await new Tab(storage).open(OLD);
      tab.environment.pass(4000);
      tab.leave();
      await waitForCompression();
      expect(stored()).to.equal(null);
      expect(tab.reasons).to.deep.equal([]);
    });

    it('Nothing is stored if policy-remember is cancelled, and the event fires once', async () => {
      const tab = new Tab(storage);
      tab.allowsStoring = false;
      await tab.open(OLD);
      await tab.passTime();
      tab.reading.noteInteraction();
      await tab.passTime();
      expect(tab.reasons).to.deep.equal(['first']);
      expect(stored()).to.equal(null);
    });

    it('The stored text is compressed', async () => {
      await visit(OLD.repeat(100), '2026-11-20');
      expect(storage.getItem(STORED)!.length).to.be.below(500);
    });
  });

  describe('A visit to an unchanged text', () => {
    it('The reading is recognised, and its day becomes today', async () => {
      await visit(OLD, '2026-05-12');
      const tab = await new Tab(storage).open(OLD);
      expect(tab.reading.matches(OLD)).to.equal(true);
      expect(tab.reading.matches(NEW)).to.equal(false);
      expect(tab.reading.state).to.deep.include({ lastSeen: '2026-05-12', isUnchanged: true });
      await tab.passTime();
      expect(tab.reasons).to.deep.equal(['dwell']);
      expect(stored().seenOn).to.equal('2026-11-22');
    });

    it('Nothing is asked or written twice on one day', async () => {
      await visit(OLD, '2026-11-22');
      const tab = await new Tab(storage).open(OLD);
      const writes = storage.log.filter((line) => line.startsWith('setItem')).length;
      await tab.passTime();
      tab.leave();
      expect(tab.reasons).to.deep.equal([]);
      expect(storage.log.filter((line) => line.startsWith('setItem')).length).to.equal(writes);
    });

    it('A text with other markup replaces the stored one', async () => {
      await visit(OLD, '2026-05-12');
      const reformatted = OLD.replace('\n\n', '\n\n\n');
      await visit(reformatted, '2026-11-22', { isUnchanged: true });
      const tab = await new Tab(storage).open(reformatted);
      expect(tab.reading.matches(reformatted)).to.equal(true);
      expect(stored().prev).to.equal(undefined);
    });
  });

  describe('A visit to a changed text', () => {
    beforeEach(() => visit(OLD, '2026-05-12'));

    it('The baseline is the stored text', async () => {
      const tab = await new Tab(storage).open(NEW, { changes: true });
      expect(tab.reading.baseline?.text).to.equal(OLD);
      expect(tab.reading.baseline?.options).to.deep.include({ format: 'markdown' });
      expect(tab.reading.lastSeen).to.equal('2026-05-12');
      expect(tab.reading.state?.isUnchanged).to.equal(false);
    });

    it('The new text is stored when all changes were seen and the page is left', async () => {
      const tab = await new Tab(storage).open(NEW, { changes: true });
      await tab.passTime();
      expect(tab.reasons).to.deep.equal(['dwell']);
      expect(stored().seenOn).to.equal('2026-05-12');
      tab.environment.setVisible(false);
      expect(stored().seenOn).to.equal('2026-11-22');
      const next = await new Tab(storage).open(NEW);
      expect(next.reading.state?.isUnchanged).to.equal(true);
    });

    it('All changes are shown again after they were partly seen', async () => {
      const tab = await new Tab(storage).open(NEW, { changes: true });
      tab.environment.pass(900);
      tab.leave();
      await waitForCompression();
      const next = await new Tab(storage).open(NEW + 'More.', { changes: true });
      expect(next.reading.baseline?.text).to.equal(OLD);
      expect(next.reading.lastSeen).to.equal('2026-05-12');
    });

    it('The new text is stored when the element is removed, but not when it is moved', async () => {
      const tab = await new Tab(storage).open(NEW, { changes: true });
      await tab.passTime();
      document.body.append(tab.host);
      await waitForIntersections();
      expect(stored().seenOn).to.equal('2026-05-12');
      tab.host.remove();
      await waitForIntersections();
      expect(stored().seenOn).to.equal('2026-11-22');
    });

    it('Nothing is stored if policy-remember is cancelled', async () => {
      const tab = new Tab(storage);
      tab.allowsStoring = false;
      await tab.open(NEW, { changes: true });
      await tab.passTime();
      tab.leave();
      expect(stored().seenOn).to.equal('2026-05-12');
      expect(await tab.reading.markAsRead()).to.equal(false);
      expect(tab.reasons).to.deep.equal(['dwell']);
    });

    it('The previous reading is kept, so that its changes can be shown again', async () => {
      await visit(NEW, '2026-11-20', { changes: true });
      const tab = await new Tab(storage).open(NEW);
      expect(tab.reading.state).to.deep.include({
        isUnchanged: true,
        canShowAgain: true,
        showAgainSince: '2026-05-12',
      });
      await tab.passTime();
      expect((await tab.reading.readingBefore())?.text).to.equal(OLD);
      expect((await tab.reading.readingBefore())?.seenOn).to.equal('2026-05-12');
    });

    it('The stored text is available when the policy cannot be loaded', async () => {
      const tab = new Tab(storage);
      const { baseline } = await tab.openMemory(KEY, 'local');
      expect(baseline).to.deep.include({ text: OLD, seenOn: '2026-05-12' });
    });
  });

  describe('Mark as read', () => {
    beforeEach(() => visit(OLD, '2026-05-12'));

    it('The text is stored at once', async () => {
      const tab = await new Tab(storage).open(NEW, { changes: true });
      expect(await tab.reading.markAsRead()).to.equal(true);
      expect(tab.reasons).to.deep.equal(['explicit']);
      expect(stored().seenOn).to.equal('2026-11-22');
      expect(tab.reading.state?.canUndo).to.equal(true);
      expect(tab.reading.state?.showAgainSince).to.equal('2026-05-12');
    });

    it('The text is stored uncompressed at once and compressed afterwards', async () => {
      const tab = await new Tab(storage).open(NEW, { changes: true });
      void tab.reading.markAsRead();
      expect(stored()).to.deep.include({ text: NEW });
      await waitForCompression();
      expect(stored()).to.not.have.property('text');
      const next = await new Tab(storage).open(NEW);
      expect(next.reading.baseline?.text).to.equal(NEW);
      expect(tab.reading.undo()).to.equal(true);
      expect((await new Tab(storage).open(NEW)).reading.baseline?.text).to.equal(OLD);
    });

    it('The previous reading is kept even if both fit only when compressed', async () => {
      const long = `# Privacy\n\n${'We keep logs for 30 days. '.repeat(7000)}\n`;
      await visit(long, '2026-06-01');
      const longer = long.replace('30', '90');
      const tab = await new Tab(storage).open(longer, { changes: true });
      void tab.reading.markAsRead();
      expect(stored()).to.deep.include({ text: longer });
      await waitForCompression();
      expect((await tab.reading.readingBefore())?.text).to.equal(long);
    });

    it('Undo at once restores an uncompressed reading exactly', async () => {
      const { packed: _packed, ...reading } = stored();
      const before = JSON.stringify({ ...reading, text: OLD });
      storage.setItem(STORED, before);
      const tab = await new Tab(storage).open(NEW, { changes: true });
      void tab.reading.markAsRead();
      expect(tab.reading.undo()).to.equal(true);
      await waitForCompression();
      expect(JSON.parse(storage.getItem(STORED)!)).to.deep.equal(JSON.parse(before));
    });

    it('The dismissed version is kept, also by undo', async () => {
      const value = JSON.parse(storage.getItem(STORED)!);
      storage.setItem(STORED, JSON.stringify({ ...value, dismissed: 'abc' }));
      const tab = await new Tab(storage).open(NEW, { changes: true });
      await tab.reading.markAsRead();
      await waitForCompression();
      expect(stored().dismissed).to.equal('abc');
      storage.setItem(STORED, JSON.stringify({ ...stored(), dismissed: 'def' }));
      expect(tab.reading.undo()).to.equal(true);
      expect(stored()).to.deep.include({ seenOn: '2026-05-12', dismissed: 'def' });
    });

    it('Undo restores the stored reading, which then stays', async () => {
      const before = storage.getItem(STORED);
      const tab = await new Tab(storage).open(NEW, { changes: true });
      await tab.reading.markAsRead();
      expect(tab.reading.undo()).to.equal(true);
      expect(tab.reading.state?.canUndo).to.equal(false);
      expect(storage.getItem(STORED)).to.equal(before);
      await tab.passTime();
      tab.leave();
      expect(storage.getItem(STORED)).to.equal(before);
      expect(tab.reading.undo()).to.equal(false);
    });

    it('Undo restores the reading from before the changes, even after all were seen', async () => {
      const before = storage.getItem(STORED);
      const tab = await new Tab(storage).open(NEW, { changes: true });
      await tab.passTime();
      tab.environment.setVisible(false);
      tab.environment.setVisible(true);
      expect(stored().seenOn).to.equal('2026-11-22');
      await tab.reading.markAsRead();
      expect(tab.reading.undo()).to.equal(true);
      expect(storage.getItem(STORED)).to.equal(before);
    });

    it('Undo is not possible after the page was left', async () => {
      const tab = await new Tab(storage).open(NEW, { changes: true });
      await tab.reading.markAsRead();
      tab.environment.fire('pagehide', { persisted: true });
      expect(tab.reading.state?.canUndo).to.equal(false);
      expect(tab.reading.undo()).to.equal(false);
      expect(stored().seenOn).to.equal('2026-11-22');
    });

    it('Undo restores the reading of an unchanged text', async () => {
      const tab = await new Tab(storage, '2026-05-12').open(OLD);
      const before = storage.getItem(STORED);
      await tab.reading.markAsRead();
      tab.reading.undo();
      expect(storage.getItem(STORED)).to.equal(before);
    });

    it('Undo does not overwrite a value that was stored since', async () => {
      const tab = await new Tab(storage).open(NEW, { changes: true });
      await tab.reading.markAsRead();
      storage.setItem(STORED, 'theirs by now');
      expect(tab.reading.undo()).to.equal(false);
      expect(storage.getItem(STORED)).to.equal('theirs by now');
    });
  });

  describe('Forget', () => {
    it('The stored reading is deleted, and nothing is stored until the next page view', async () => {
      await visit(OLD, '2026-05-12');
      const tab = await new Tab(storage).open(OLD);
      tab.reading.forget();
      expect(storage.getItem(STORED)).to.equal(null);
      expect(tab.reading.lastSeen).to.equal(null);
      expect(tab.reading.state).to.deep.include({
        isForgotten: true,
        storedOn: null,
        isUnchanged: true,
      });
      await tab.passTime();
      await tab.open(OLD);
      await tab.passTime();
      tab.leave();
      expect(storage.getItem(STORED)).to.equal(null);
    });

    it('Marking as read stores the text again', async () => {
      const tab = await new Tab(storage).open(OLD);
      tab.reading.forget();
      expect(await tab.reading.markAsRead()).to.equal(true);
      expect(tab.reading.state).to.deep.include({ isForgotten: false, storedOn: '2026-11-22' });
    });

    it('Undo after forgetting and marking as read leaves nothing stored', async () => {
      await visit(OLD, '2026-05-12');
      const tab = await new Tab(storage).open(NEW, { changes: true });
      await tab.reading.markAsRead();
      tab.reading.forget();
      await tab.reading.markAsRead();
      expect(tab.reading.undo()).to.equal(true);
      expect(storage.getItem(STORED)).to.equal(null);
    });
  });

  describe('Several tabs', () => {
    beforeEach(() => visit(OLD, '2026-05-12'));

    const tell = (tab: Tab) => tab.environment.fire('storage', { key: STORED });

    it('A tab notices that another one marked the changes as read, and stops its timer', async () => {
      const here = await new Tab(storage).open(NEW, { changes: true });
      const there = await new Tab(storage).open(NEW, { changes: true });
      there.host.remove();
      await there.reading.markAsRead().catch(() => {});
      document.body.append(there.host);
      await there.reading.markAsRead();
      tell(here);
      expect(here.reading.externalChange).to.equal('read');
      await here.passTime();
      here.leave();
      expect(here.reasons).to.deep.equal([]);
    });

    it('Elements of one page notice each other’s changes and undo', async () => {
      const here = await new Tab(storage).open(NEW, { changes: true });
      const there = await new Tab(storage).open(NEW, { changes: true });
      const updates = here.host.updates;
      await there.reading.markAsRead();
      expect(here.reading.externalChange).to.equal('read');
      expect(there.reading.externalChange).to.equal('no');
      expect(here.host.updates).to.be.above(updates);
      there.reading.undo();
      expect(here.reading.externalChange).to.equal('no');
    });

    it('A notice dismissed in another tab does not count as a reading', async () => {
      const here = await new Tab(storage).open(NEW, { changes: true });
      storage.setItem(STORED, JSON.stringify({ ...stored(), dismissed: 'abc' }));
      tell(here);
      expect(here.reading.externalChange).to.equal('no');
      await here.passTime();
      here.leave();
      expect(stored()).to.deep.include({ seenOn: '2026-11-22', dismissed: 'abc' });
    });

    it('The marks stay and nothing is stored after another tab forgot the reading', async () => {
      const here = await new Tab(storage).open(NEW, { changes: true });
      storage.removeItem(STORED);
      tell(here);
      expect(here.reading.externalChange).to.equal('forgot');
      expect(here.reading.baseline?.text).to.equal(OLD);
      await here.passTime();
      here.leave();
      expect(storage.getItem(STORED)).to.equal(null);
    });

    it('Changes are noticed on return from the back-forward cache', async () => {
      const here = await new Tab(storage).open(NEW, { changes: true });
      here.environment.fire('pagehide', { persisted: true });
      storage.removeItem(STORED);
      here.environment.fire('pageshow', { persisted: true });
      expect(here.reading.externalChange).to.equal('forgot');
    });

    it('Two elements of one policy fire policy-remember once on a first visit', async () => {
      storage.removeItem(STORED);
      const here = await new Tab(storage).open(OLD);
      const there = await new Tab(storage).open(OLD);
      await here.passTime();
      await there.passTime();
      expect(here.reasons).to.deep.equal(['first']);
      expect(there.reasons).to.deep.equal([]);
      expect(there.reading.externalChange).to.equal('no');
    });

    it('A newer stored version is not replaced by an older one', async () => {
      const old = await new Tab(storage).open(NEW, { changes: true, updated: '2026-06-01' });
      await visit('# Newest', '2026-11-22', { updated: '2026-11-01' });
      const value = storage.getItem(STORED);
      await old.passTime();
      old.leave();
      expect(await old.reading.markAsRead()).to.equal(false);
      expect(storage.getItem(STORED)).to.equal(value);
    });

    it('An older version is stored only if the visitor marks it as read', async () => {
      await visit(NEW, '2026-11-20', { updated: '2026-11-01' });
      const value = storage.getItem(STORED);
      const tab = await new Tab(storage).open(OLD, { changes: true, updated: '2026-05-01' });
      await tab.passTime();
      tab.environment.setVisible(false);
      expect(storage.getItem(STORED)).to.equal(value);
      expect(await tab.reading.markAsRead()).to.equal(true);
      expect(stored().updated).to.equal('2026-05-01');
    });

    it('A stored date in the future does not make a version newer', async () => {
      await visit(NEW, '2026-11-20', { updated: '2062-11-01' });
      await visit(OLD, '2026-11-22', { updated: '2026-05-01', changes: true });
      expect(stored().updated).to.equal('2026-05-01');
    });
  });

  describe('Storage that does not work', () => {
    it('With blocked storage every visit is a first one, and the state says so', async () => {
      const tab = await new Tab(() => {
        throw new DOMException('denied', 'SecurityError');
      }).open(OLD);
      expect(tab.reading.isAvailable).to.equal(false);
      expect(tab.reading.state).to.equal(null);
      await tab.passTime();
      expect(await tab.reading.markAsRead()).to.equal(false);
      tab.reading.forget();
      tab.leave();
      expect(tab.reasons).to.deep.equal([]);
    });

    it('The old reading stays if the new one does not fit', async () => {
      await visit(OLD, '2026-05-12');
      const value = storage.getItem(STORED);
      storage.quota = value!.length;
      const tab = await new Tab(storage).open(NEW.repeat(50), { changes: true });
      expect(await tab.reading.markAsRead()).to.equal(false);
      expect(tab.reading.isAvailable).to.equal(false);
      expect(storage.getItem(STORED)).to.equal(value);
    });

    it('The previous reading is dropped if the new one fits only without it', async () => {
      await visit(OLD, '2026-05-12');
      storage.quota = storage.getItem(STORED)!.length + STORED.length + 20;
      await visit(NEW, '2026-11-22', { changes: true });
      expect(stored()).to.deep.include({ seenOn: '2026-11-22' });
      expect(stored().prev).to.equal(undefined);
    });

    it('With "none" no storage is touched', async () => {
      const tab = new Tab(() => expect.fail('storage was touched'));
      tab.reading = await tab.openMemory(KEY, 'none');
      expect(tab.reading.baseline).to.equal(null);
      expect(tab.reading.state).to.equal(null);
      expect(await tab.reading.markAsRead()).to.equal(false);
      expect(tab.reasons).to.deep.equal([]);
    });
  });

  describe('Values of other origin', () => {
    it('An invalid value counts as a first visit and is replaced', async () => {
      for (const value of ['', '{', '[]', '{"v":1,"seenOn":7}', 'x'.repeat(300_000)]) {
        storage.setItem(STORED, value);
        const tab = await new Tab(storage).open(OLD);
        expect(tab.reading.baseline).to.equal(null);
        expect(tab.reading.state?.isUnchanged).to.equal(false);
        await tab.passTime();
        expect(stored().seenOn).to.equal('2026-11-22');
        tab.host.remove();
      }
    });

    it('A reading with corrupt text is replaced, even by the same text', async () => {
      await visit(OLD, '2026-05-12');
      const spoilt = JSON.stringify({ ...stored(), packed: '\u4e00\u4e01' });
      storage.setItem(STORED, spoilt);
      const tab = await visit(OLD, '2026-11-22');
      expect(tab.reasons).to.deep.equal(['first']);
      const next = await new Tab(storage).open(OLD);
      expect(next.reading.baseline?.text).to.equal(OLD);
    });

    it('A value of a newer version of the element is replaced only by Mark as read', async () => {
      const newer = '{"v":2,"anything":true}';
      storage.setItem(STORED, newer);
      const tab = await new Tab(storage).open(OLD);
      expect(tab.reading.baseline).to.equal(null);
      await tab.passTime();
      tab.leave();
      expect(storage.getItem(STORED)).to.equal(newer);
      expect(tab.reasons).to.deep.equal([]);
      const next = await new Tab(storage).open(OLD);
      expect(await next.reading.markAsRead()).to.equal(true);
      expect(stored().v).to.equal(1);
    });
  });

  describe('A very long text', () => {
    /** State of a pseudo-random generator. Its text is fixed but does not compress. */
    let state = 1;
    const large = Array.from({ length: 260_000 }, () => {
      state = Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5;
      return String.fromCharCode(0x4e00 + ((state >>> 8) % 20_000));
    }).join('');

    it('A text that does not fit is not stored, and the state says so', async () => {
      const tab = await new Tab(storage, '2026-05-12').open(large);
      const told = new Promise<void>((resolve) => {
        tab.host.whenUpdated = () => tab.reading.state?.isTooLong && resolve();
      });
      tab.environment.pass(10_000);
      await told;
      tab.leave();
      expect(storage.getItem(STORED)).to.equal(null);
      expect(tab.reading.state).to.deep.include({ storedOn: null, isTooLong: true });
    });
  });

  it('Each policy is stored under its own key', async () => {
    await visit(OLD, '2026-05-12');
    const own = new MemoryStorage();
    const tab = new Tab(own);
    await tab.open(OLD);
    await tab.passTime();
    await tab.open(NEW, { key: 'https://example.org/other.md' });
    expect(tab.reading.baseline).to.equal(null);
    await tab.passTime();
    expect(tab.reasons).to.deep.equal(['first', 'first']);
    expect(own.length).to.equal(2);
  });
});
