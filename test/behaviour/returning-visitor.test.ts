import { expect } from '@open-wc/testing';
import '../../src/index.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { waitForIntersections } from '../controllers/fake-environment.ts';
import { next } from '../test-element.ts';
import { waitForCompression } from '../wait-for-compression.ts';
import { FakePageTime } from '../fake-visit-time.ts';

const KEY = 'returning-visitor';
const STORED = `privacy-policy:${KEY}`;

const sections = (days: number, more = ''): string => `# Privacy policy

Last updated: May 15, 2023

## What we collect

We keep logs for ${days} days.

## Who sees it

Nobody but us.

## Contact

Write to privacy@example.org.
${more}`;

const OLD = sections(30);
const NEW = sections(90);

describe('A returning visitor', () => {
  let time: FakePageTime;
  let elements: PrivacyPolicyElement[];
  let requests: string[];

  beforeEach(() => {
    localStorage.removeItem(STORED);
    sessionStorage.removeItem(STORED);
    time = new FakePageTime();
    elements = [];
    requests = [];
  });

  afterEach(() => {
    for (const element of elements) element.remove();
    time.restore();
    localStorage.removeItem(STORED);
    sessionStorage.removeItem(STORED);
  });

  /** Opens the page with this policy. */
  async function open(
    policy: unknown,
    attributes: Record<string, string> = {},
  ): Promise<PrivacyPolicyElement> {
    const element = document.createElement('privacy-policy');
    const all = { 'storage-key': KEY, ...attributes };
    for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
    element.addEventListener('policy-remember', ({ reason }) => requests.push(reason));
    if (!('src' in attributes)) element.policy = policy;
    elements.push(element);
    document.body.prepend(element);
    const isFirst = attributes['storage'] !== 'none' && isEmpty(attributes['storage']);
    await element.complete;
    if (isFirst && element.status === 'ready') await time.timerStarted();
    await waitForIntersections();
    return element;
  }

  /** Advances the time until the visit counts as a reading. */
  async function read(): Promise<void> {
    time.pass(10_000);
    await waitForCompression();
  }

  /** Leaves the page. */
  function leave(element: PrivacyPolicyElement): void {
    time.leave();
    element.remove();
  }

  /** Reads a text and leaves, as if on an earlier day. */
  async function visited(text: string, day = '2025-05-12'): Promise<void> {
    const element = await open(text);
    await read();
    leave(element);
    const value = JSON.parse(localStorage.getItem(STORED)!);
    localStorage.setItem(STORED, JSON.stringify({ ...value, seenOn: day }));
    requests = [];
  }

  const stored = () => JSON.parse(localStorage.getItem(STORED) ?? 'null');

  /** Whether a storage contains no reading. False if the browser blocks the storage. */
  function isEmpty(kind = 'local'): boolean {
    try {
      return (kind === 'local' ? localStorage : sessionStorage).getItem(STORED) === null;
    } catch {
      return false;
    }
  }

  describe('A first visit', () => {
    it('A first visit shows nothing about changes', async () => {
      const element = await open(OLD);
      expect(element.changeSummary).to.equal(null);
      expect(element.lastSeen).to.equal(null);
      expect(part(element, 'banner')).to.equal(null);
      expect(part(element, 'status')?.textContent.trim()).to.equal('');
      expect(words(element)).not.to.match(/what changed since|changes since|last visit/i);
    });

    it('A first visit is stored after five seconds', async () => {
      const element = await open(OLD);
      time.pass(4000);
      await waitForCompression();
      expect(stored()).to.equal(null);
      time.pass(2000);
      await waitForCompression();
      expect(requests).to.deep.equal(['first']);
      expect(Object.keys(stored())).not.to.include('id');
      await element.updateComplete;
      expect(words(element)).to.match(/The version you last saw .* on this device only/);
    });

    it('A first visit is stored at once when a section is closed', async () => {
      const element = await open(OLD);
      const asked = next(element, 'policy-remember');
      element.renderRoot.querySelector<HTMLElement>('[part~="toggle"]')!.click();
      expect((await asked).reason).to.equal('first');
      expect(stored()).not.to.equal(null);
    });

    it('A first visit is not stored if a consent manager cancels policy-remember', async () => {
      const element = await open(OLD);
      document.addEventListener('policy-remember', (event) => event.preventDefault(), {
        once: true,
      });
      await read();
      leave(element);
      expect(requests).to.deep.equal(['first']);
      expect(stored()).to.equal(null);
    });
  });

  describe('A visit to an unchanged policy', () => {
    beforeEach(() => visited(OLD));

    it('An unchanged policy shows the day of the last visit', async () => {
      const element = await open(OLD);
      expect(element.lastSeen).to.equal('2025-05-12');
      expect(element.changeSummary).to.equal(null);
      expect(words(element)).to.contain('No changes since your last visit on May 12, 2025');
      await read();
      expect(stored().seenOn).to.equal(day());
    });

    it('A policy with other markup and the same text counts as unchanged', async () => {
      const element = await open(OLD.replace('# Privacy policy', 'Privacy policy\n===') + '\n\n');
      expect(element.changeSummary).to.equal(null);
      expect(words(element)).to.contain('No changes since your last visit on May 12, 2025');
      await read();
      leave(element);
      const again = await open(OLD.replace('# Privacy policy', 'Privacy policy\n===') + '\n\n');
      expect(again.changeSummary).to.equal(null);
      expect(button(again, /what changed/)).to.equal(undefined);
    });
  });

  it('A visit on which only a date changed hides the marks and is stored like an unchanged one', async () => {
    await visited(OLD);
    const element = await open(OLD.replace('May 15, 2023', 'May 16, 2023'));
    expect(element.changeSummary).to.include({ material: false });
    expect(element.matches(':state(changes-visible)')).to.equal(false);
    await read();
    expect(requests).to.deep.equal(['dwell']);
    expect(stored().seenOn).to.equal(day());
  });

  it('Mark as read stores the text on a first visit, as soon as policy-load fires', async () => {
    const marked = new Promise<void>((resolve) => {
      const mark = ({ target }: Event): void =>
        resolve((target as PrivacyPolicyElement).markAsRead());
      addEventListener('policy-load', mark, { once: true });
    });
    void open(OLD);
    await marked;
    expect(stored()).to.include({ seenOn: day() });
  });

  it('Mark as read stores the text of a later visit at once, as soon as policy-load fires', async () => {
    await visited(OLD);
    let atOnce: unknown = null;
    const mark = ({ target }: Event): void => {
      void (target as PrivacyPolicyElement).markAsRead();
      atOnce = stored();
    };
    addEventListener('policy-load', mark, { once: true });
    await open(OLD);
    expect(atOnce).to.include({ seenOn: day() });
  });

  it('A visit is stored although the element has display: contents', async () => {
    const element = await open(OLD, { style: 'display: contents' });
    await read();
    expect(element.getClientRects()).to.have.length(0);
    expect(requests).to.deep.equal(['first']);
  });

  describe('A visit to a changed policy', () => {
    beforeEach(() => visited(OLD));

    it('The changes since the last visit are marked', async () => {
      const element = await open(NEW);
      const summary = element.changeSummary!;
      expect(summary.since).to.equal('2025-05-12');
      expect(summary.baseline).to.equal('visit');
      expect(summary.sections.map(({ id }) => id)).to.deep.equal(['what-we-collect']);
      expect(markedWords(element)).to.deep.equal({ added: ['90'], removed: ['30'] });
      expect(part(element, 'banner')?.textContent).to.contain('May 12, 2025');
    });

    it('Changes are shown again after a visit that was too short', async () => {
      const element = await open(NEW);
      time.pass(750);
      leave(element);
      await waitForCompression();
      expect((await open(NEW)).changeSummary?.since).to.equal('2025-05-12');
      expect(requests).to.deep.equal([]);
    });

    it('Changes are shown again after the policy is reloaded', async () => {
      const element = await open(NEW);
      await element.load();
      expect(element.changeSummary?.since).to.equal('2025-05-12');
    });

    it('Changes count as read when all were in view and the page is left', async () => {
      const element = await open(NEW);
      await read();
      expect(requests).to.deep.equal(['dwell']);
      expect(markedWords(element)).to.deep.equal({ added: ['90'], removed: ['30'] });
      leave(element);
      const again = await open(NEW);
      expect(again.changeSummary).to.equal(null);
      expect(again.lastSeen).to.equal(day());
    });

    it('Changes in a closed section do not count as read', async () => {
      const element = await open(NEW);
      element.collapseAll();
      await element.updateComplete;
      await waitForIntersections();
      await read();
      leave(element);
      expect(stored().seenOn).to.equal('2025-05-12');
    });

    it('Hidden changes do not count as read', async () => {
      const element = await open(NEW);
      button(element, /Show changes/)!.click();
      await element.updateComplete;
      await read();
      leave(element);
      expect(stored().seenOn).to.equal('2025-05-12');
    });

    it('Changes shown by loading the policy again can be read', async () => {
      const element = await open(NEW);
      button(element, /Show changes/)!.click();
      await element.updateComplete;
      await element.load();
      await waitForIntersections();
      expect(markedWords(element)).to.deep.equal({ added: ['90'], removed: ['30'] });
      await read();
      expect(requests).to.deep.equal(['dwell']);
    });

    it('Changes since the last reading are shown across several versions', async () => {
      const between = await open(NEW);
      time.pass(500);
      leave(between);
      const element = await open(sections(90, '\n## Children\n\nWe do not ask for your age.\n'));
      expect(element.changeSummary).to.deep.include({ since: '2025-05-12', added: 1, changed: 1 });
      await read();
    });
  });

  describe('Mark as read', () => {
    beforeEach(() => visited(OLD));

    it('Marking as read removes the changes now and on the next visit', async () => {
      const element = await open(NEW);
      await element.markAsRead();
      expect(requests).to.deep.equal(['explicit']);
      expect(part(element, 'banner')?.textContent).to.contain('Marked as read');
      expect(stored().seenOn).to.equal(day());
      leave(element);
      expect((await open(NEW)).changeSummary).to.equal(null);
    });

    it('Undo restores the changes and the stored reading', async () => {
      const element = await open(NEW);
      await element.markAsRead();
      button(element, /^Undo$/)!.click();
      await element.updateComplete;
      expect(stored().seenOn).to.equal('2025-05-12');
      expect(markedWords(element).added).to.deep.equal(['90']);
      await read();
      leave(element);
      expect((await open(NEW)).changeSummary?.since).to.equal('2025-05-12');
    });

    it('The changes can be shown again on a later visit', async () => {
      const element = await open(NEW);
      await element.markAsRead();
      leave(element);
      const later = await open(NEW);
      button(later, /what changed since May 12, 2025/i)!.click();
      await waitForRender(later, () => later.changeSummary !== null);
      expect(later.changeSummary?.since).to.equal('2025-05-12');
      expect(markedWords(later)).to.deep.equal({ added: ['90'], removed: ['30'] });
    });
  });

  it('Forget deletes the stored reading, and nothing is stored until the next visit', async () => {
    await visited(OLD);
    const element = await open(OLD);
    button(element, /^Forget$/)!.click();
    await element.updateComplete;
    expect(localStorage.getItem(STORED)).to.equal(null);
    expect(element.lastSeen).to.equal(null);
    expect(words(element)).to.contain('Forgotten');
    await read();
    leave(element);
    expect(localStorage.getItem(STORED)).to.equal(null);
    expect((await open(NEW)).changeSummary).to.equal(null);
  });

  it('Marking as read in one element is shown in another with the same key', async () => {
    await visited(OLD);
    const here = await open(NEW);
    const there = await open(NEW);
    await there.markAsRead();
    await here.updateComplete;
    expect(part(here, 'banner')?.textContent).to.contain('Marked as read in another tab');
    expect(markedWords(here)).to.deep.equal({ added: ['90'], removed: ['30'] });
  });

  it('Marking as read in another tab is shown in this one', async () => {
    await visited(OLD);
    const here = await open(NEW);
    const before = localStorage.getItem(STORED)!;
    const there = await open(NEW);
    await there.markAsRead();
    const after = localStorage.getItem(STORED)!;
    there.remove();
    localStorage.setItem(STORED, before);
    dispatchEvent(new StorageEvent('storage', { key: STORED }));
    await here.updateComplete;
    expect(part(here, 'banner')?.textContent).not.to.contain('another tab');
    localStorage.setItem(STORED, after);
    dispatchEvent(new StorageEvent('storage', { key: STORED }));
    await here.updateComplete;
    expect(part(here, 'banner')?.textContent).to.contain('Marked as read in another tab');
  });

  describe('Storage that does not work', () => {
    it('With blocked storage every visit is a first one, and the footer says why', async () => {
      const restore = blockStorage(() => {
        throw new DOMException('denied', 'SecurityError');
      });
      try {
        const element = await open(OLD);
        expect(element.changeSummary).to.equal(null);
        expect(words(element)).to.contain(
          'This browser does not let this page remember your last visit.',
        );
        await read();
        await element.markAsRead();
        element.forget();
        leave(element);
        expect(requests).to.deep.equal([]);
      } finally {
        restore();
      }
    });

    it('With full storage the old reading stays', async () => {
      await visited(OLD);
      const before = localStorage.getItem(STORED);
      const set = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      try {
        const element = await open(NEW);
        expect(element.changeSummary?.since).to.equal('2025-05-12');
        await element.markAsRead();
        leave(element);
      } finally {
        Object.defineProperty(Storage.prototype, 'setItem', set);
      }
      expect(localStorage.getItem(STORED)).to.equal(before);
    });

    it('An invalid stored value counts as a first visit', async () => {
      await visited(OLD);
      const value = stored();
      const spoilt = [
        '{',
        'null',
        JSON.stringify({ ...value, packed: 'not packed' }),
        JSON.stringify({ ...value, hash: 'other' }),
        JSON.stringify({ ...value, seenOn: { day: 1 } }),
        JSON.stringify({ ...value, v: 99 }),
        'x'.repeat(400_000),
      ];
      for (const text of spoilt) {
        localStorage.setItem(STORED, text);
        const element = await open(NEW);
        expect(element.changeSummary, text.slice(0, 20)).to.equal(null);
        expect(element.lastSeen).to.equal(null);
        expect(element.status).to.equal('ready');
        element.remove();
      }
    });

    it('A stored date in the future is not shown', async () => {
      await visited(OLD, '2999-01-01');
      const element = await open(NEW);
      expect(element.lastSeen).to.equal(null);
      expect(element.changeSummary?.since).to.equal(null);
      expect(part(element, 'banner')?.textContent).not.to.contain('2999');
      expect(part(element, 'meta')?.textContent).not.to.contain('2999');
    });
  });

  it('The policy is requested before the storage is read', async () => {
    const steps: string[] = [];
    const { fetch } = globalThis;
    const restore = blockStorage(() => {
      steps.push('storage');
      throw new DOMException('denied', 'SecurityError');
    });
    globalThis.fetch = () => {
      steps.push('request');
      return Promise.resolve(new Response(OLD, { headers: { 'content-type': 'text/markdown' } }));
    };
    const element = document.createElement('privacy-policy');
    element.src = '/privacy.md';
    elements.push(element);
    document.body.prepend(element);
    try {
      await element.complete;
      expect(element.status).to.equal('ready');
      expect(steps.slice(0, 2)).to.deep.equal(['request', 'storage']);
    } finally {
      globalThis.fetch = fetch;
      restore();
    }
  });

  it('With storage="none" no storage is touched', async () => {
    const restore = blockStorage(() => expect.fail('storage was touched'));
    try {
      const element = await open(OLD, { storage: 'none' });
      element.renderRoot.querySelector<HTMLElement>('[part~="toggle"]')!.click();
      await read();
      await element.markAsRead();
      element.forget();
      leave(element);
      expect(requests).to.deep.equal([]);
      expect(element.status).to.equal('ready');
    } finally {
      restore();
    }
  });

  it('With storage="session" the reading is stored for the tab', async () => {
    const element = await open(OLD, { storage: 'session' });
    await read();
    leave(element);
    expect(localStorage.getItem(STORED)).to.equal(null);
    expect(sessionStorage.getItem(STORED)).not.to.equal(null);
    const again = await open(NEW, { storage: 'session' });
    expect(again.changeSummary?.changed).to.equal(1);
  });

  it('A policy that is too long to be stored is not stored, and the footer says so', async () => {
    // Sections are closed, because engines take long to find a font for this text.
    const closed = { expanded: 'none' };
    const element = await open(`${OLD}\n## Annex\n\n${incompressible(240_000)}\n`, closed);
    const told = waitForRender(element, () =>
      words(element).includes('too long to be kept on this device'),
    );
    await read();
    await told;
    leave(element);
    expect(localStorage.getItem(STORED)).to.equal(null);
  });

  it('The stored copy is shown when the policy cannot be loaded', async () => {
    await visited(OLD);
    const element = await open(null, { src: '/__fault/reset' });
    expect(element.status).to.equal('stale');
    expect(element.changeSummary).to.equal(null);
    expect(words(element)).to.contain('We keep logs for 30 days.');
    expect(words(element)).to.contain('the version you saw on May 12, 2025');
    await read();
    leave(element);
    expect(stored().seenOn).to.equal('2025-05-12');
  });

  it('The error is set before policy-error and policy-load fire for a stored copy', async () => {
    await visited(OLD);
    const told: unknown[] = [];
    const hear = ({ type, target }: Event): void => {
      told.push([type, (target as PrivacyPolicyElement).error?.code]);
    };
    addEventListener('policy-error', hear);
    addEventListener('policy-load', hear);
    const element = await open(null, { src: '/__fault/reset' });
    removeEventListener('policy-error', hear);
    removeEventListener('policy-load', hear);
    expect(told).to.deep.equal([
      ['policy-error', 'network'],
      ['policy-load', 'network'],
    ]);
    expect(element.error?.code).to.equal('network');
  });
});

function part(element: PrivacyPolicyElement, name: string): HTMLElement | null {
  return element.renderRoot.querySelector<HTMLElement>(`[part~="${name}"]`);
}

function words(element: PrivacyPolicyElement): string {
  return (part(element, 'base')?.textContent ?? '').replace(/\s+/g, ' ');
}

function button(element: PrivacyPolicyElement, label: RegExp): HTMLElement | undefined {
  const buttons = [...element.renderRoot.querySelectorAll<HTMLElement>('button, label')];
  return buttons.find(({ textContent }) => label.test(textContent.trim()));
}

function markedWords(element: PrivacyPolicyElement): { added: string[]; removed: string[] } {
  const runs = (name: string) =>
    [...element.renderRoot.querySelectorAll(`[part~="${name}"]`)].map(({ textContent }) =>
      textContent.trim(),
    );
  return { added: runs('added'), removed: runs('deleted') };
}

/** Waits for a change of the DOM that makes the condition true. */
function waitForRender(element: PrivacyPolicyElement, isDone: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isDone()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element.renderRoot, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
  });
}

function day(): string {
  return new Date().toLocaleDateString('sv');
}

function blockStorage(get: () => Storage): () => void {
  const names = ['localStorage', 'sessionStorage'] as const;
  const own = names.map((name) => Object.getOwnPropertyDescriptor(window, name));
  for (const name of names) Object.defineProperty(window, name, { configurable: true, get });
  return () => {
    names.forEach((name, index) => {
      Reflect.deleteProperty(window, name);
      if (own[index]) Object.defineProperty(window, name, own[index]);
    });
  };
}

/** Returns pseudo-random Hangul that does not compress. It is the same in every run. */
function incompressible(length: number): string {
  let state = 1;
  const letters = Array.from({ length }, () => {
    state = Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5;
    return String.fromCharCode(0xac00 + ((state >>> 8) % 11_000));
  });
  return letters.join('').replace(/(.{9})/g, '$1 ');
}
