import { expect } from '@open-wc/testing';
import { textAddress } from '../attacks/page.ts';
import { until, waitForFrames } from '../test-element.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import type { PrivacyPolicyLinkElement } from '../../src/link.ts';
import { hashText } from '../../src/core/storage/hash-text.ts';
import { encodeSnapshot } from '../../src/core/storage/snapshot.ts';

/** The window of a page with one element. */
type PageWindow = Window &
  typeof globalThis & { readonly problems: string[]; readonly saved: number };

interface Page {
  readonly window: PageWindow;
  readonly element: PrivacyPolicyElement;
  readonly link: PrivacyPolicyLinkElement;
}

/** A chunk that loads after the text, and what needs it: a visitor's action, or the page itself. */
interface LateChunk {
  /** A module that the chunk contains. */
  readonly module: string;
  readonly need: string;
  /** The page's script, body and language. By default, it shows a policy in English. */
  readonly script?: string;
  readonly body?: string;
  readonly lang?: string;
  /** Prepares the visitor's storage. */
  readonly prepare?: () => void;
  /** Whether everything that does not need the chunk has loaded. By default, the text is shown. */
  readonly isOpen?: (page: Page) => boolean;
  readonly act?: (page: Page) => unknown;
  /** Needs the chunk again after it could not be loaded. */
  readonly actAgain?: (page: Page) => unknown;
  readonly isAnswered: (page: Page) => boolean;
  /** Whether the action had its effect in another way, without the chunk. */
  readonly hasFallback?: (page: Page) => boolean;
}

const STORED = 'privacy-policy:late';

const EARLIER = '# Old privacy policy\n\n## A\n\nOld.\n';
const OLD = textAddress(EARLIER, 'text/markdown');

const POLICY = elementFor(
  `---\nversion: 2\nhistory:\n  - version: 1\n    date: 2025-03-04\n    url: ${OLD}\n---\n\n# Privacy policy\n\n## A\n\nWe keep it.\n\n## B\n\nMore.\n`,
);

const GERMAN = elementFor(
  '# Datenschutz\n\nGültig ab 4. März 2025\n\n## A\n\nWir speichern Ihre Anschrift und sonst nichts.\n',
);

const LINK = `<privacy-policy-link src="${policyAddress('# Privacy policy\n\n## A\n\nNew.\n')}" storage-key="late"`;
const TODAY = new Date().toLocaleDateString('sv');
const ANCHOR = '<a href="/privacy">Privacy policy</a></privacy-policy-link>';

/** A script that records problems and saved files. */
const WATCH = `<script>
  window.problems = []; window.saved = 0;
  addEventListener('error', ({ message }) => problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
  HTMLAnchorElement.prototype.click = () => { saved++; };
</script>`;

/** A script that shortens the five seconds for which a text waits for a chunk to a tenth. */
const HURRY = `<script>{
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (time) => timeout.call(AbortSignal, time === 5000 ? 500 : time);
}</script>`;

const press = ({ element }: Page, selector: string, text: string): void =>
  [...element.renderRoot.querySelectorAll<HTMLElement>(selector)]
    .find((each) => each.textContent.includes(text))!
    .click();

const follow = ({ element }: Page, selector: string): void =>
  void element.renderRoot
    .querySelector(selector)!
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));

const isStored = (): boolean => localStorage.getItem(STORED) !== null;

/** Stores a reading of the earlier text. */
function storeReading(): void {
  const reading = {
    seenOn: '2025-05-12',
    hash: hashText(EARLIER),
    base: 'https://example.org/privacy.md',
    format: 'markdown',
    text: EARLIER,
  } as const;
  localStorage.setItem(STORED, encodeSnapshot(reading)!);
}

const isLinkDefined = ({ window }: Page): boolean =>
  window.customElements.get('privacy-policy-link') !== undefined;

const markerOf = ({ link }: Page): string =>
  link.shadowRoot?.querySelector('[part~=marker]')?.textContent ?? '';

const CHUNKS: readonly LateChunk[] = [
  {
    module: 'controllers/read-tracker',
    need: 'closing a section',
    act: (page) => press(page, '[part~=toggle]', 'A'),
    isAnswered: isStored,
  },
  {
    module: 'controllers/read-tracker',
    need: 'markAsRead()',
    act: ({ element }) => void element.markAsRead(),
    actAgain: ({ element }) => void element.markAsRead(),
    isAnswered: isStored,
  },
  {
    module: 'controllers/section-navigation',
    need: 'following a link to a section',
    act: (page) => follow(page, '[part~=permalink][href$="#b"]'),
    actAgain: (page) => follow(page, '[part~=permalink][href$="#b"]'),
    isAnswered: ({ element }) => element.renderRoot.querySelector('.target') !== null,
  },
  {
    module: 'element/save-copy',
    need: 'saving a copy',
    act: (page) => press(page, '[part~=button]', 'Save a copy'),
    actAgain: (page) => press(page, '[part~=button]', 'Save a copy'),
    isAnswered: ({ window }) => window.saved === 1,
  },
  {
    module: 'element/version-actions',
    need: 'opening a version',
    act: (page) => {
      for (const box of page.element.renderRoot.querySelectorAll('details')) box.open = true;
      follow(page, 'details a');
    },
    isAnswered: ({ element }) => element.loadedPolicy?.title === 'Old privacy policy',
    hasFallback: ({ window }) => window.location.href.includes('Old'),
  },
  {
    module: 'core/diff/summary',
    need: 'comparing with the last visit',
    prepare: storeReading,
    actAgain: ({ element }) => void element.load(),
    isAnswered: ({ element }) => element.changeSummary !== null,
  },
  {
    module: 'i18n/languages',
    need: 'translating the element',
    lang: 'de',
    actAgain: ({ element }) => (element.lang = 'de-AT'),
    isAnswered: ({ element }) => element.renderRoot.textContent.includes('Kopie speichern'),
  },
  {
    module: 'core/vocabulary/all',
    need: 'telling dates apart in another language',
    body: GERMAN,
    // The text waits for the words, but not for long.
    isOpen: ({ element }) => /ready|loading/.test(element?.status),
    actAgain: ({ element }) => void element.load(),
    isAnswered: ({ element }) => element.loadedPolicy?.effective === '2025-03-04',
  },
  {
    module: 'link/updated-words',
    need: 'the marker of the footer link',
    script: 'link.js',
    body: `${LINK} updated="${TODAY}">${ANCHOR}`,
    isOpen: isLinkDefined,
    isAnswered: (page) => markerOf(page).startsWith('updated'),
  },
  {
    module: 'link/compare-reading',
    need: 'the changes at the footer link',
    script: 'link.js',
    body: `${LINK}>${ANCHOR}`,
    prepare: storeReading,
    isOpen: isLinkDefined,
    isAnswered: (page) => markerOf(page) === 'updated',
  },
];

describe('A chunk that loads after the text', () => {
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    clear();
    frame = document.createElement('iframe');
    frame.style.cssText = 'width: 600px; height: 400px';
  });

  afterEach(() => {
    frame.remove();
    clear();
  });

  /** Opens a page whose module build has a fault, and waits until its text is shown. */
  async function openPage(late: LateChunk, fault: string): Promise<Page> {
    const { script = 'privacy-policy.js', body = POLICY, lang = 'en', isOpen = isReady } = late;
    late.prepare?.();
    const tag = `<script type="module" src="/__fault/${fault}:${late.module}/${script}"></script>`;
    frame.src = textAddress(
      `<!doctype html><html lang="${lang}">${WATCH}${isOpen === isReady ? HURRY : ''}${tag}${body}`,
      'text/html',
    );
    document.body.append(frame);
    const page = (): Page => {
      const window = frame.contentWindow as PageWindow;
      const find = <Name extends keyof HTMLElementTagNameMap>(name: Name) =>
        window.document.querySelector(name)!;
      return { window, element: find('privacy-policy'), link: find('privacy-policy-link') };
    };
    // The page may not be complete yet, because some engines wait for all chunks.
    await until(() => isOpen(page()));
    return page();
  }

  for (const late of CHUNKS) {
    const { need, act, actAgain, isAnswered, hasFallback } = late;

    it(`A missing chunk costs only ${need}${actAgain ? ', and the next need loads it' : ''}`, async () => {
      const key = crypto.randomUUID();
      const page = await openPage(late, `failing/${key}`);
      act?.(page);
      await requested(key);
      if (hasFallback) return until(() => hasFallback(page));
      await waitForFrames(5);
      expect(isAnswered(page)).to.equal(false);
      if (page.element) await until(() => page.element.status === 'ready');
      else expect(page.link.textContent).to.equal('Privacy policy');
      if (actAgain) {
        await release(key);
        actAgain(page);
        await until(() => isAnswered(page));
      }
      return expect(page.window.problems).to.deep.equal([]);
    });

    it(`Until its chunk arrives, ${need} waits and is done then`, async () => {
      const key = crypto.randomUUID();
      const page = await openPage(late, `late/${key}`);
      act?.(page);
      await requested(key);
      expect(isAnswered(page)).to.equal(false);
      await release(key);
      await until(() => isAnswered(page));
      expect(page.window.problems).to.deep.equal([]);
    });

    it(`Removing the element before the chunk arrives causes no error (${need})`, async () => {
      const key = crypto.randomUUID();
      const page = await openPage(late, `late/${key}`);
      act?.(page);
      await requested(key);
      (page.element ?? page.link).remove();
      await release(key);
      await waitForFrames(5);
      expect(page.window.problems).to.deep.equal([]);
      // With any other chunk missing, the action itself may store the visit.
      if (late.module === 'controllers/read-tracker') expect(isStored()).to.equal(false);
    });
  }

  it('“Try again” loads the code for a format that could not be loaded', async () => {
    const key = crypto.randomUUID();
    const page = await openPage(
      {
        module: 'core/parse/markdown/index',
        need: 'a Markdown policy',
        isOpen: ({ element }) => element?.status === 'error',
        isAnswered: isReady,
      },
      `failing/${key}`,
    );
    await release(key);
    press(page, '[part~=button]', 'Try again');
    await until(() => isReady(page));
    expect(page.window.problems).to.deep.equal([]);
  });
});

const isReady = ({ element }: Page): boolean =>
  element?.status === 'ready' && element.renderRoot.querySelector('[part~=footer] button') !== null;

const release = (key: string): Promise<Response> => fetch(`/__fault/release/${key}`);

/** Waits until the chunk has been requested. */
async function requested(key: string): Promise<void> {
  for (;;) {
    const response = await fetch(`/__fault/seen/${key}`);
    const { requests } = (await response.json()) as { requests: number };
    if (requests > 0) return;
    await waitForFrames(1);
  }
}

function clear(): void {
  for (const area of [localStorage, sessionStorage])
    for (const key of Object.keys(area)) if (key.startsWith('privacy-policy')) area.removeItem(key);
}

function policyAddress(text: string): string {
  return textAddress(text, 'text/markdown').replaceAll('&', '&amp;');
}

function elementFor(text: string): string {
  return `<privacy-policy src="${policyAddress(text)}" storage-key="late"></privacy-policy>`;
}
