/** A page with the built element. It records everything that must not happen. */

import { forbiddenIn } from './inspect.ts';

/** A document of the attack suite, without its text. */
export interface Case {
  readonly name: string;
  /** Codes of errors that may be shown instead of the document. */
  readonly codes?: readonly string[];
  /** Value of `src`, if it is not the URL of the document. */
  readonly attribute?: string;
  /** Whether the document may hide its own text. */
  readonly mayLose?: boolean;
  /** Whether the document is loaded as the earlier version of a harmless one. */
  readonly isEarlier?: boolean;
  /** Whether the document is put into a script inside the element. */
  readonly isInside?: boolean;
}

/** An element in a frame. It is an instance of the frame's own copy of the class. */
export type FrameElement = HTMLElement & {
  readonly complete: Promise<void>;
  readonly updateComplete: Promise<unknown>;
  readonly status: string;
  readonly error: { readonly code: string; readonly message: string } | null;
};

/** Maximum number of requests in the browser's resource timing. One page makes a few thousand. */
const MAX_REQUESTS = 100_000;

type Page = Window & typeof globalThis;

const BUILD = '<script src="/dist/privacy-policy.min.js"></script>';
const GUARD = '<p id="guard">guard</p><form id="own"><input name="field"></form>';

/** Error codes for a `src` that is invalid or unreachable. */
const ADDRESS_CODES = new Set(['address', 'network', 'http', 'type']);

/** Matches names of cases to repeat with `light-content`. Other cases are not affected by it. */
const MOUNTED_LIGHT = /^(?:\w+, (?:page|native JSON|Markdown|document|HTML)):/;

/** Shows hostile documents in one page and reports findings: everything that went wrong. */
export class HostilePage {
  readonly window: Page;
  /** URL that hostile documents contain, and that the browser must never request. */
  readonly canary: string;
  readonly #frame: HTMLIFrameElement;
  readonly #run = crypto.randomUUID();
  #noticed: string[] = [];
  /** Origins that may be requested: the page's origin, and the origins of its elements' `src`. */
  readonly #ownOrigins = new Set([location.origin]);
  readonly #globals: ReadonlySet<string>;
  readonly #address: string;

  static async open(): Promise<HostilePage> {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'inline-size: 800px; block-size: 600px';
    frame.src = `/__attack/page?${new URLSearchParams({ body: GUARD + BUILD })}`;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    return new HostilePage(frame);
  }

  private constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
    this.window = frame.contentWindow as Page;
    this.canary = `http://localhost:${location.port}/__attack/canary/${this.#run}`;
    this.#address = this.window.location.href;
    this.#watch();
    this.#globals = new Set(Object.getOwnPropertyNames(this.window));
  }

  /** Shows documents at the same time. Returns a line for each finding. */
  async show(cases: readonly (Case & { readonly index: number })[]): Promise<string[]> {
    const shown = await Promise.all(
      cases.flatMap((given) =>
        (MOUNTED_LIGHT.test(given.name) ? ['shadow', 'light'] : ['shadow']).map(async (mount) => ({
          given,
          mount,
          element: await this.#shownCase(given, mount),
        })),
      ),
    );
    const findings = this.findings().map((what) => `${cases.map(brief).join('\n')}\n    ${what}`);
    for (const { given, mount, element } of shown) {
      const wrong = [...this.forbidden(element), ...unexpected(given, element)];
      findings.push(...wrong.map((what) => `${brief(given)}\n    ${mount}: ${what}`));
      element.remove();
    }
    return findings;
  }

  async #shownCase(given: Case & { readonly index: number }, mount: string): Promise<FrameElement> {
    const { attribute } = given;
    if (attribute && URL.canParse(attribute, location.href))
      this.#ownOrigins.add(new URL(attribute, location.href).origin);
    const address = attribute ?? `/__attack/case/${given.index}/${this.#run}`;
    const element = this.document.createElement('privacy-policy') as FrameElement;
    element.setAttribute('storage', 'none');
    if (mount === 'light') element.setAttribute('light-content', '');
    if (given.isInside) {
      const script = this.document.createElement('script');
      script.type = 'text/markdown';
      script.textContent = await (await fetch(address)).text();
      element.append(script);
    } else if (given.isEarlier) {
      element.setAttribute('src', '/__fault/answer?body=%23%20Privacy%20policy%0A%0Akept');
      element.setAttribute('previous-src', address);
    } else element.setAttribute('src', address);
    this.document.body.append(element);
    await this.settled(element);
    element.querySelector(':scope > script')?.remove();
    return element;
  }

  /**
   * Navigates to each hash, and checks an element that was opened before the navigation and one
   * that is opened after it. Returns all findings.
   */
  async showHashes(hashes: readonly string[]): Promise<string[]> {
    const findings: string[] = [];
    const src = '/test/fixtures/plain.md';
    for (const hash of hashes) {
      const arrived = await this.#shown({ src, storage: 'none' });
      this.window.location.hash = hash;
      await nextFrame(this.window);
      const opened = await this.#shown({ src, storage: 'none' });
      for (const element of [arrived, opened]) {
        const wrong = [...this.findings(), ...this.forbidden(element)];
        if (element.status !== 'ready') wrong.push(`status is ${element.status}`);
        findings.push(...wrong.map((what) => `${hash}: ${what}`));
        element.remove();
      }
    }
    return findings;
  }

  /** Shows a policy with a stored reading from an attacker. Returns a line for each finding. */
  async showSnapshot(snapshot: string): Promise<string[]> {
    const key = 'privacy-policy:attacked';
    this.window.localStorage.setItem(key, snapshot.replaceAll('CANARY', `${this.canary}/snapshot`));
    const element = await this.#shown({
      src: '/test/fixtures/plain.md',
      'storage-key': 'attacked',
    });
    const wrong = [...this.findings(), ...this.forbidden(element)];
    if (element.status !== 'ready') wrong.push(`status is ${element.status}`);
    element.remove();
    this.window.localStorage.removeItem(key);
    return wrong.map((what) => `${snapshot.slice(0, 120)}: ${what}`);
  }

  /** Shows a document. Returns the findings, and the element's error code or else its status. */
  async endOf(
    src: string,
  ): Promise<{ readonly end: string; readonly problems: readonly string[] }> {
    // Skips layout, because a line of a million letters would take most of the test's time.
    const style = 'content-visibility: hidden';
    const element = await this.#shown({ src, storage: 'none', style });
    await nextFrame(this.window);
    const end = element.error?.code ?? element.status;
    const problems = this.findings();
    element.remove();
    return { end, problems };
  }

  /** Checks the page, and returns the findings since the last call. */
  findings(): string[] {
    const { document: page, window } = this;
    const found = this.#noticed;
    this.#noticed = [];
    const guard = page.getElementById('guard');
    const box = guard?.getBoundingClientRect();
    if (page.elementFromPoint((box?.x ?? 0) + 2, (box?.y ?? 0) + 2) !== guard)
      found.push('the page is covered');
    if (page.title !== 'Page') found.push('the title is another');
    if (window.location.href.replace(/#.*/s, '') !== this.#address)
      found.push('the page went elsewhere');
    if ('polluted' in {}) found.push('the prototype of objects is polluted');
    if ('polluted' in window.Object.prototype) found.push('the prototype of objects is polluted');
    const globals = Object.getOwnPropertyNames(window).filter((name) => !this.#globals.has(name));
    if (globals.length) found.push(`new globals: ${globals.join()}`);
    const form = page.getElementById('own') as HTMLFormElement;
    if (form.elements.length !== 1) found.push('the page’s form has another field');
    for (const name of ['evil', 'pwned', '__proto__'])
      if (page.getElementsByName(name).length) found.push(`an element is named ${name}`);
    if (typeof window.document.getElementById !== 'function')
      found.push('the document is clobbered');
    return found;
  }

  /**
   * Removes the page.
   *
   * @returns a line for each request to the canary, and for each logged request to an origin that
   *   may not be requested.
   */
  async close(): Promise<string[]> {
    await nextFrame(this.window);
    await nextFrame(this.window);
    const foreign = this.window.performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('data:') && !this.#ownOrigins.has(new URL(name).origin));
    const requests = (await (await fetch(`/__attack/seen/${this.#run}`)).json()) as string[];
    this.#frame.remove();
    return [...requests, ...foreign].map((at) => `asked for ${at}`);
  }

  private get document(): Document {
    return this.window.document;
  }

  /** Returns a line for each forbidden node in an element or its shadow root. */
  forbidden(element: FrameElement): string[] {
    return [element.shadowRoot!, element].flatMap((root) => forbiddenIn(root, this.window));
  }

  /** Adds an element to the page. */
  create(attributes: Record<string, string>): FrameElement {
    const element = this.document.createElement('privacy-policy') as FrameElement;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    this.document.body.append(element);
    return element;
  }

  /** Waits until an element shows its policy or an error. */
  async settled(element: FrameElement): Promise<FrameElement> {
    await element.updateComplete;
    await element.complete;
    await element.updateComplete;
    return element;
  }

  #shown(attributes: Record<string, string>): Promise<FrameElement> {
    return this.settled(this.create(attributes));
  }

  #watch() {
    const page = this.window as Page & { pwn?: () => void };
    page.performance.setResourceTimingBufferSize(MAX_REQUESTS);
    const notice = (what: string) => this.#noticed.push(what);
    page.pwn = page.alert = page.print = () => notice('a script ran');
    page.open = () => (notice('a window was opened'), null);
    page.addEventListener('error', (event) => notice(`error: ${event.message}`));
    page.addEventListener('unhandledrejection', (event) => notice(`rejection: ${event.reason}`));
    for (const level of ['log', 'info', 'warn', 'error'] as const)
      page.console[level] = (...said: unknown[]) => notice(`console: ${said.join(' ')}`);
  }
}

function unexpected(given: Case, element: FrameElement): string[] {
  const code = element.error?.code;
  if (given.attribute !== undefined)
    return code && ADDRESS_CODES.has(code) ? [] : [`taken for an address: ${code}`];
  if (code) return given.codes?.includes(code) ? [] : [`refused: ${code}`];
  const text = `${element.shadowRoot?.textContent} ${element.textContent}`;
  return given.mayLose || text.includes('kept') ? [] : ['words are lost'];
}

function brief({ name }: Case): string {
  return name.slice(0, 200);
}

function nextFrame(page: Page): Promise<void> {
  return new Promise((resolve) => page.requestAnimationFrame(() => page.setTimeout(resolve)));
}
