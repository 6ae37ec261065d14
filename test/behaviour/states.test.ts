import { expect } from '@open-wc/testing';
import { next, waitForFrames, textOf, until } from '../test-element.ts';
import {
  AFTER,
  BEFORE,
  button,
  clear,
  isClosed,
  open,
  openChanged,
  part,
  parts,
  addElement,
  storeReading,
  topOf,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

const inDays = (days: number): string => {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return date.toLocaleDateString('sv');
};

/** Returns a policy with these fields in its front matter. */
const stating = (fields: string, body = BEFORE.replace(/^---[^]*?---\n/, '')): string =>
  `---\n${fields}\n---\n${body}`;

const answer = (body: string): string => `/__fault/answer?body=${encodeURIComponent(body)}`;

/** Returns an array that collects every text of the status region from now on. */
function listen(element: PrivacyPolicyElement): string[] {
  const heard: string[] = [];
  const status = part(element, 'status');
  new MutationObserver(() => {
    if (textOf(status)) heard.push(textOf(status));
  }).observe(status, { characterData: true, childList: true, subtree: true });
  return heard;
}

describe('An element that is loading', () => {
  afterEach(clear);

  it('The page’s fallback is shown while the policy loads', async () => {
    const element = addElement({ src: '/__fault/hang' });
    element.innerHTML = '<a href="/privacy.md">Read our privacy policy</a>';
    await element.updateComplete;
    await waitForFrames();
    expect(element.status).to.equal('loading');
    expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
    expect(part(element, 'skeleton')).to.equal(null);
  });

  it('A static skeleton appears after 200 ms, hidden from screen readers', async () => {
    const element = addElement({ src: '/__fault/hang' });
    await element.updateComplete;
    await waitForFrames();
    const skeleton = part(element, 'skeleton');
    const style = getComputedStyle(skeleton);
    expect(skeleton.getAttribute('aria-hidden')).to.equal('true');
    expect(style.animationDelay).to.equal('0.2s');
    expect(style.animationDuration).to.equal('0s');
    expect(skeleton.children.length).to.be.within(8, 12);
  });

  it('A comment node does not count as fallback', async () => {
    const element = addElement({ src: '/__fault/hang' });
    element.append(document.createComment('nothing'));
    await element.updateComplete;
    await waitForFrames();
    expect(part(element, 'skeleton')).not.to.equal(null);
  });

  it('A loading element is as high as the window and is marked as busy', async () => {
    const element = addElement({ src: '/__fault/hang' });
    await element.updateComplete;
    await waitForFrames();
    const base = part(element, 'base');
    expect(base.getAttribute('aria-busy')).to.equal('true');
    expect(base.getBoundingClientRect().height).to.be.at.least(innerHeight - 1);
    expect(textOf(part(element, 'status'))).to.equal('');
    document.body.style.setProperty('--policy-loading-block-size', '123px');
    expect(getComputedStyle(base).minBlockSize).to.equal('123px');
    document.body.style.removeProperty('--policy-loading-block-size');
  });

  for (const [what, before] of [
    ['for the first time', null],
    ['with changes', BEFORE],
  ] as const)
    it(`Late loading moves nothing on the page ${what}`, async function test() {
      // Only Chromium reports layout shifts.
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
      if (before) storeReading(before);
      const below = document.createElement('p');
      below.textContent = 'What the page has below.';
      const key = crypto.randomUUID();
      let moved = 0;
      const count = (entries: PerformanceEntry[]): void => {
        for (const entry of entries) moved += (entry as PerformanceEntry & { value: number }).value;
      };
      await waitForFrames();
      const observer = new PerformanceObserver((list) => count(list.getEntries()));
      observer.observe({ type: 'layout-shift' });
      const element = addElement({
        src: `/__fault/hold/${key}?body=${encodeURIComponent(AFTER)}`,
        'storage-key': 'interaction',
      });
      document.body.append(below);
      await waitForFrames(20);
      await fetch(`/__fault/release/${key}`);
      await element.complete;
      await waitForFrames(20);
      count(observer.takeRecords());
      observer.disconnect();
      below.remove();
      expect(element.changeSummary !== null).to.equal(before !== null);
      expect(moved).to.be.at.most(0.02);
    });
});

describe('An earlier version that arrives after the policy', () => {
  afterEach(clear);

  for (const [what, width, before, expected] of [
    ['changes, in a narrow column', 300, BEFORE, 'Changed since 4 March 2025. Show changes'],
    ['changes, in a wide column', 700, BEFORE, 'Changed since 4 March 2025. Show changes'],
    ['nothing to compare', 700, '', ''],
  ] as const) {
    it(`An earlier version that arrives late takes a reserved line and moves nothing (${what})`, async () => {
      const key = crypto.randomUUID();
      const element = await open(AFTER, {
        'previous-src': `/__fault/hold/${key}?body=${encodeURIComponent(before)}`,
        style: `display: block; inline-size: ${width}px`,
      });
      const line = (): string => textOf(element.renderRoot.querySelector('.late'));
      const places = (): number[] => parts(element, 'heading').map(topOf);
      const awaited = places();
      expect([element.status, line()]).to.deep.equal([
        'ready',
        'Comparing with the earlier version…',
      ]);
      await fetch(`/__fault/release/${key}`);
      await until(() => line() === expected);
      await waitForFrames();
      expect(places()).to.deep.equal(awaited);
      expect(parts(element, 'banner')).to.deep.equal([]);
      if (!before) return;
      button(element, 'Show changes').click();
      await until(() => parts(element, 'banner').length === 1);
    });
  }

  it('A chosen version that cannot be loaded ends the wait for the earlier version', async () => {
    const history = `history:\n  - version: 3\n    date: 2025-03-04\n    url: ${location.origin}/none.md`;
    const element = await open(stating(history), { 'previous-src': '/__fault/hang' });
    const line = (): string => textOf(element.renderRoot.querySelector('.late'));
    expect(line()).to.equal('Comparing with the earlier version…');
    button(element, 'Show what changed since 4 March 2025').click();
    await until(() => line() === '');
  });
});

describe('A policy that is ready', () => {
  afterEach(clear);

  it('A first visit says nothing about changes', async () => {
    const element = await open();
    const all = textOf(part(element, 'base'));
    expect(part(element, 'banner')).to.equal(null);
    expect(parts(element, 'tag')).to.have.length(0);
    expect(all).not.to.match(/\bnew\b|no changes|since your last/i);
    expect(textOf(part(element, 'status'))).to.equal('');
  });

  it('An unchanged policy says so in one line, without an announcement', async () => {
    const element = await openChanged(BEFORE);
    expect(textOf(part(element, 'meta'))).to.contain(
      'No changes since your last visit on 12 May 2025.',
    );
    expect(part(element, 'banner')).to.equal(null);
    await waitForFrames(5);
    expect(textOf(part(element, 'status'))).to.equal('');
  });

  it('A changed policy has a banner, marks and counts, and its changed sections are open', async () => {
    const element = await openChanged(AFTER, BEFORE, { expanded: 'none' });
    expect(textOf(part(element, 'banner'))).to.contain('5 sections changed since 12 May 2025');
    expect(textOf(part(element, 'banner'))).to.contain(
      'Collection: 30 days → 90 days Sharing (renamed) new: Cookies',
    );
    expect(element.renderRoot.querySelectorAll('ins[part~="added"]').length).to.be.at.least(2);
    const counts = parts(element, 'toc-link').map(textOf);
    expect(counts).to.include('Collection 1 change');
    expect(counts).to.include('Cookies Added');
    for (const heading of ['Collection', 'Cookies', 'Contact'])
      expect(isClosed(element, heading), heading).to.equal(false);
    expect(isClosed(element, 'Use')).to.equal(true);
  });

  it('The changes are announced once, after they are rendered', async () => {
    storeReading(BEFORE);
    const element = addElement();
    await element.updateComplete;
    const status = part(element, 'status');
    const heard = listen(element);
    element.policy = AFTER;
    await next(element, 'policy-load');
    expect(textOf(status)).to.equal('');
    await until(() => textOf(status));
    await waitForFrames(10);
    const { total } = element.changeSummary!;
    expect(heard).to.deep.equal([
      `Privacy policy: ${total} changes since your last visit on 12 May 2025.`,
    ]);
    expect(part(element, 'status')).to.equal(status);
  });

  it('A policy that takes effect later says when, and that the previous one applies until then', async () => {
    const element = await open(
      stating(`updated: 2025-03-04\neffective: ${inDays(10)}\nprevious: https://example.org/old`),
    );
    expect(textOf(part(element, 'banner'))).to.match(
      /This version takes effect on .+ \(in 10 days\)\. Until then the previous version applies\./,
    );
    expect(element.matches(':state(upcoming)')).to.equal(true);
  });

  it('A policy that takes effect in a future month says so', async () => {
    const month = inDays(62).slice(0, 7);
    const element = await open(stating(`updated: 2025-03-04\neffective: ${month}`));
    expect(textOf(part(element, 'banner'))).to.match(
      /This version takes effect on .+ \(in \d months\)/,
    );
    expect(element.matches(':state(upcoming)')).to.equal(true);
  });

  it('A policy that takes effect today is in effect', async () => {
    const element = await open(stating(`effective: ${inDays(0)}T23:59:59Z`));
    expect(textOf(part(element, 'meta'))).to.contain('In effect since');
    expect(element.matches(':state(upcoming)')).to.equal(false);
  });

  it('A policy that takes effect later links to the previous version', async () => {
    const later = `effective: ${inDays(10)}`;
    const link = (element: Element): string | undefined =>
      part(element as PrivacyPolicyElement, 'banner')?.querySelector('a')?.href;
    const named = await open(stating(later), { 'previous-src': answer(BEFORE) });
    expect(link(named)).to.equal(location.origin + answer(BEFORE));
    const history = `history:\n  - version: 4\n    url: https://example.org/4\n  - version: 3\n    url: https://example.org/3`;
    const listed = await open(stating(`version: 4\n${later}\n${history}`));
    expect(link(listed)).to.equal('https://example.org/3');
  });

  it('An invalid date is shown as written, if it is words and the text states no other', async () => {
    const element = await open(stating('updated: some day soon'));
    expect(textOf(part(element, 'badge'))).to.equal('Last updated some day soon');
    expect(part(element, 'badge').querySelector('time')).to.equal(null);
    for (const words of ['1767225600', 'true', '{{ page.date }}']) {
      element.policy = stating(`updated: "${words}"`);
      await next(element, 'policy-load');
      expect(part(element, 'badge'), words).to.equal(null);
    }
    element.policy = stating('updated: some day soon', '\n\nLast updated: 4 March 2026\n');
    await next(element, 'policy-load');
    expect(element.loadedPolicy!.updated).to.equal('2026-03-04');
  });

  it('Changes and a later effective date share one banner and one announcement', async () => {
    const element = await openChanged(stating(`effective: ${inDays(10)}`, AFTER.slice(27)));
    expect(parts(element, 'banner')).to.have.length(1);
    expect(textOf(part(element, 'banner'))).to.match(/sections changed since.*takes effect on/);
    await until(() => textOf(part(element, 'status')));
    expect(textOf(part(element, 'status'))).to.match(/changes since .*takes effect on/);
  });

  it('A policy in effect says since when', async () => {
    const element = await open(stating('updated: 2025-01-04\neffective: 2025-06-01'));
    expect(textOf(part(element, 'meta'))).to.contain('In effect since 1 June 2025');
    expect(part(element, 'banner')).to.equal(null);
  });

  it('An invalid date of the page is shown as written, without a time element', async () => {
    const element = await open(BEFORE, { updated: 'Spring 2026' });
    expect(textOf(part(element, 'badge'))).to.equal('Last updated Spring 2026');
    expect(part(element, 'badge').querySelector('time')).to.equal(null);
  });

  it('A policy without a date has no badge and no gap', async () => {
    const element = await open(BEFORE.replace(/^---[^]*?---\n/, ''));
    expect(part(element, 'badge')).to.equal(null);
    const [first] = part(element, 'meta').children;
    expect(textOf(first)).to.match(/min read/);
    expect(first!.getBoundingClientRect().left).to.be.closeTo(
      part(element, 'meta').getBoundingClientRect().left,
      1,
    );
  });

  it('Banner and text are rendered together with the title', async () => {
    storeReading(BEFORE);
    const element = addElement();
    await element.updateComplete;
    let renders: string[] = [];
    const observer = new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
      renders.push(
        added
          .flatMap((node) =>
            node instanceof Element ? [node, ...node.querySelectorAll('[part]')] : [],
          )
          .map((node) => node.getAttribute('part'))
          .filter((name) => name && /^(header|banner|toolbar|content|footer)$/.test(name))
          .join(' '),
      );
    });
    observer.observe(element.renderRoot, { childList: true, subtree: true });
    element.policy = AFTER;
    await element.complete;
    await waitForFrames(5);
    observer.disconnect();
    renders = renders.filter(Boolean);
    expect(renders).to.deep.equal(['header banner content footer']);
  });
});

describe('A policy that cannot be shown', () => {
  afterEach(clear);

  for (const [what, src, sentence] of [
    ['is missing', '/__fault/status/404', 'The policy is not where this page expects it.'],
    ['is refused by the server', '/__fault/status/503', /error \(503\)/],
    ['is out of reach', '/__fault/reset', 'The policy could not be reached.'],
    ['is no text', '/__fault/type/image/png', 'This type of file cannot be shown.'],
    ['is empty', '/__fault/answer?body=%20', 'This policy is empty.'],
  ] as const)
    it(`An alert explains the error and offers two ways on: the policy ${what}`, async () => {
      const element = await open(null, { src });
      const box = part(element, 'error');
      expect(box.getAttribute('role')).to.equal('alert');
      expect(parts(element, 'error')).to.have.length(1);
      expect(textOf(box)).to.match(sentence instanceof RegExp ? sentence : new RegExp(sentence));
      expect(button(element, 'Try again').checkVisibility()).to.equal(true);
      expect(box.querySelector('a')!.href).to.equal(new URL(src, location.href).href);
      expect(textOf(box.querySelector('a'))).to.equal('Open the policy file');
    });

  it('The page’s fallback is shown below the error', async () => {
    const element = addElement({ src: '/__fault/status/404' });
    element.innerHTML = '<a href="/privacy.md">Read our privacy policy</a>';
    await element.complete;
    await waitForFrames();
    const link = element.querySelector('a')!;
    expect(link.checkVisibility()).to.equal(true);
    expect(link.getBoundingClientRect().top).to.be.at.least(
      part(element, 'error').getBoundingClientRect().bottom,
    );
    // The error box has no link of its own if the page's link leads to the same address.
    expect(part(element, 'error').querySelector('a')).not.to.equal(null);
    link.href = '/__fault/status/404';
    element.requestUpdate();
    await element.updateComplete;
    expect(part(element, 'error').querySelector('a')).to.equal(null);
  });

  it('The visitor’s copy replaces the policy, and is announced as a copy', async () => {
    storeReading(BEFORE);
    const element = await open(null, { src: '/__fault/reset' });
    expect(element.status).to.equal('stale');
    expect(textOf(part(element, 'error'))).to.contain('the version you saw on 12 May 2025');
    expect(part(element, 'banner')).to.equal(null);
    expect(parts(element, 'tag')).to.have.length(0);
    await until(() => textOf(part(element, 'status')).includes('12 May 2025'));
  });

  it('The text stays on screen if reloading fails', async () => {
    const element = await open(null, { src: answer(BEFORE) });
    const original = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    await element.load();
    globalThis.fetch = original;
    await waitForFrames();
    expect(textOf(part(element, 'error'))).to.contain('the last version that was loaded');
    expect(parts(element, 'section')).to.have.length(8);
  });
});

describe('A browser that blocks storage', () => {
  afterEach(clear);

  it('Every visit is a first one, the footer says why, and nothing is logged', async () => {
    const errors: unknown[] = [];
    const { error, warn } = console;
    console.error = console.warn = (...said: unknown[]) => errors.push(said);
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      const element = await open(AFTER);
      expect(part(element, 'banner')).to.equal(null);
      expect(button(element, 'Mark as read')).to.equal(undefined);
      expect(textOf(part(element, 'footer'))).to.contain(
        'This browser does not let this page remember your last visit.',
      );
    } finally {
      Object.defineProperty(window, 'localStorage', own);
      Object.assign(console, { error, warn });
    }
    expect(errors).to.deep.equal([]);
  });
});
