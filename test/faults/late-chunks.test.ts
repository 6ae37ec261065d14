import { expect } from '@open-wc/testing';
import { textAddress } from '../attacks/page.ts';
import { until, waitForFrames } from '../test-element.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

/** The window of a page with one element. */
type PageWindow = Window &
  typeof globalThis & { readonly problems: string[]; readonly saved: number };

interface Page {
  readonly window: PageWindow;
  readonly element: PrivacyPolicyElement;
}

/** A chunk that loads after the text, and a visitor's action that needs the chunk. */
interface LateChunk {
  readonly chunk: string;
  readonly action: string;
  readonly act: (page: Page) => unknown;
  readonly isAnswered: (page: Page) => boolean;
  /** Whether the action had its effect in another way, without the chunk. */
  readonly hasFallback?: (page: Page) => boolean;
}

const STORED = 'privacy-policy:late';

const OLD = textAddress('# Old privacy policy\n\n## A\n\nOld.\n', 'text/markdown');

const POLICY = textAddress(
  `---\nhistory:\n  - version: 1\n    date: 2025-03-04\n    url: ${OLD}\n---\n\n# Privacy policy\n\n## A\n\nWe keep it.\n\n## B\n\nMore.\n`,
  'text/markdown',
);

const WATCH = `<script>
  window.problems = []; window.saved = 0;
  addEventListener('error', ({ message }) => problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
  HTMLAnchorElement.prototype.click = () => { saved++; };
</script>`;

const press = ({ element }: Page, selector: string, text: string): void =>
  [...element.renderRoot.querySelectorAll<HTMLElement>(selector)]
    .find((each) => each.textContent.includes(text))!
    .click();

const isStored = (): boolean => localStorage.getItem(STORED) !== null;

const CHUNKS: readonly LateChunk[] = [
  {
    chunk: 'memory',
    action: 'closing a section',
    act: (page) => press(page, '[part~=toggle]', 'A'),
    isAnswered: isStored,
  },
  {
    chunk: 'memory',
    action: 'markAsRead()',
    act: ({ element }) => void element.markAsRead(),
    isAnswered: isStored,
  },
  {
    chunk: 'save-copy',
    action: 'saving a copy',
    act: (page) => press(page, '[part~=button]', 'Save a copy'),
    isAnswered: ({ window }) => window.saved === 1,
  },
  {
    chunk: 'version-actions',
    action: 'opening a version',
    act: (page) => {
      for (const box of page.element.renderRoot.querySelectorAll('details')) box.open = true;
      page.element.renderRoot
        .querySelector('details a')!
        .dispatchEvent(
          new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }),
        );
    },
    isAnswered: ({ element }) => element.loadedPolicy?.title === 'Old privacy policy',
    hasFallback: ({ window }) => window.location.href.includes('Old'),
  },
];

describe('A chunk that loads after the text', () => {
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    localStorage.removeItem(STORED);
    frame = document.createElement('iframe');
    frame.style.cssText = 'width: 600px; height: 400px';
  });

  afterEach(() => {
    frame.remove();
    localStorage.removeItem(STORED);
  });

  /** Opens a page whose module build has a fault, and waits until the policy is shown. */
  async function openPage(fault: string): Promise<Page> {
    const script = `<script type="module" src="/__fault/${fault}/privacy-policy.js"></script>`;
    const body = `<!doctype html><html lang="en">${WATCH}${script}<privacy-policy src="${POLICY.replaceAll('&', '&amp;')}" storage-key="late"></privacy-policy>`;
    frame.src = textAddress(body, 'text/html');
    document.body.append(frame);
    await until(() => frame.contentDocument?.querySelector('privacy-policy')?.status === 'ready');
    const window = frame.contentWindow as PageWindow;
    return { window, element: window.document.querySelector('privacy-policy')! };
  }

  const release = (key: string): Promise<Response> => fetch(`/__fault/release/${key}`);

  for (const { chunk, action, act, isAnswered, hasFallback } of CHUNKS) {
    it(`A missing chunk ${chunk} costs only what ${action} needs`, async () => {
      const page = await openPage(`without/${chunk}`);
      act(page);
      if (hasFallback) return until(() => hasFallback(page));
      await waitForFrames(5);
      return expect(page.window.problems).to.deep.equal([]);
    });

    it(`Until the chunk ${chunk} arrives, ${action} waits and is done then`, async () => {
      const key = crypto.randomUUID();
      const page = await openPage(`late/${key}:${chunk}`);
      act(page);
      await waitForFrames();
      expect(isAnswered(page)).to.equal(false);
      expect(page.element.status).to.equal('ready');
      await release(key);
      await until(() => isAnswered(page));
      expect(page.window.problems).to.deep.equal([]);
    });

    it(`Removing the element before the chunk ${chunk} arrives causes no error (${action})`, async () => {
      const key = crypto.randomUUID();
      const page = await openPage(`late/${key}:${chunk}`);
      act(page);
      await waitForFrames();
      page.element.remove();
      await release(key);
      await until(() => hasLoaded(page.window, chunk));
      await waitForFrames(5);
      expect(page.window.problems).to.deep.equal([]);
      if (chunk === 'memory') expect(isStored()).to.equal(false);
    });
  }
});

/** Whether a chunk has arrived in a page. */
function hasLoaded({ performance }: PageWindow, chunk: string): boolean {
  return performance.getEntriesByType('resource').some(({ name }) => name.includes(`/${chunk}-`));
}
