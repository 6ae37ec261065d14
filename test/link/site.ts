/** A small site that a test publishes and visits in a frame. `test/runner/site.js` serves it. */

import type { PrivacyPolicyLinkElement } from '../../src/link.ts';
import type { ChangeSummary } from '../../src/core/diff/comparison.ts';

/** The window of a page of the site. */
export interface SitePage {
  readonly window: Window &
    typeof globalThis & {
      /** Resolves once the link's check of the policy is over. */
      readonly checked: (src: string, storage?: string) => Promise<void>;
      /** The summaries of all `policy-changes` events so far. */
      readonly changes: readonly ChangeSummary[];
      /** The sum of all layout shifts, or 0 if the browser does not report them. */
      readonly shift: number;
      readonly problems: readonly string[];
    };
  readonly document: Document;
  readonly link: PrivacyPolicyLinkElement;
}

/** A script that records events, problems and layout shifts of a page from its start. */
const WATCH = `<script>
  window.changes = []; window.shift = 0; window.problems = [];
  addEventListener('policy-changes', (event) => changes.push(event.summary));
  addEventListener('error', ({ message }) => problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
  for (const name of ['error', 'warn'])
    console[name] = (...words) => problems.push(words.join(' '));
  if (window.PerformanceObserver?.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  window.checked = async (src, storage = 'local') => {
    const { checkOf } = await import('/src/link/policy-check.ts');
    await checkOf(new URL(src, location.href), storage, null).start();
    // The link loads its texts before it shows them.
    await import('/src/link/updated-words.ts');
    await new Promise((resolve) => setTimeout(resolve));
  };
</script>`;

/** A site with a unique address. {@link Site.close} removes its stored values. */
export class Site {
  readonly name = `site-${crypto.randomUUID()}`;
  #visits = 0;
  readonly #frame = document.createElement('iframe');

  constructor(width = 600, height = 400) {
    this.#frame.width = String(width);
    this.#frame.height = String(height);
    document.body.append(this.#frame);
  }

  /** Returns the absolute URL of a path. */
  url(path: string): string {
    return new URL(`/__site/${this.name}${path}`, location.href).href;
  }

  /** Publishes a file. */
  async publish(path: string, body: string, type = 'text/markdown'): Promise<void> {
    await fetch(this.url(path), { method: 'PUT', body, headers: { 'content-type': type } });
  }

  /** Publishes a page with this body, in English. */
  publishPage(path: string, body: string, scripts: readonly string[] = ['link']): Promise<void> {
    const tags = scripts.map((name) => `<script type="module" src="/src/${name}.ts"></script>`);
    return this.publish(
      path,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Site</title>${WATCH}${tags.join('')}<body>${body}`,
      'text/html',
    );
  }

  /** Visits a page, and waits until it has loaded. */
  async visit(path: string): Promise<SitePage> {
    const loaded = new Promise((resolve) => {
      this.#frame.addEventListener('load', resolve, { once: true });
    });
    // A new query for each visit, because the test runner caches pages by address.
    this.#frame.src = `${this.url(path)}?visit=${this.#visits++}`;
    await loaded;
    return this.page();
  }

  /** Returns the page that is currently in the frame. */
  page(): SitePage {
    const page = this.#frame.contentWindow as SitePage['window'];
    return {
      window: page,
      document: page.document,
      link: page.document.querySelector('privacy-policy-link')!,
    };
  }

  /** Returns the paths that were requested since the last call. */
  async requests(): Promise<readonly string[]> {
    const address = `/__site/${this.name}?requests`;
    const paths = (await (await fetch(address)).json()) as string[];
    await fetch(address, { method: 'PUT' });
    return paths;
  }

  /** Removes the frame and the stored values of the site. */
  close(): void {
    this.#frame.remove();
    for (const area of [localStorage, sessionStorage]) {
      for (const key of Object.keys(area)) if (key.includes(this.name)) area.removeItem(key);
    }
  }
}
