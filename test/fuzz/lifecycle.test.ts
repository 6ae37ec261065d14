import fc from 'fast-check';
import { HostilePage, type FrameElement } from '../attacks/hostile-page.ts';
import { type LifecycleEvent, lifecycleEvent } from './lifecycle-events.ts';
import { fuzzSettings, TIMEOUT_MS } from './settings.ts';

type Element = FrameElement & Record<string, unknown> & { readonly renderRoot: ParentNode };

/** Returns a version of a policy. Versions differ in words, sections and date. */
function policyOf(version: number): string {
  const cookies = version % 2 ? '## Cookies\n\nThere are none.\n\n' : '';
  const rights = version > 2 ? 'You may ask us at any time.' : 'You may ask us.';
  return `---
title: Privacy policy
updated: 2026-0${version}-01
---

An introduction.

## What we keep

We keep logs for ${10 * version} days, and [tell you](#rights).

- one
- two

## Rights {#rights}

${rights}

${cookies}## Contact

Write to us.
`;
}

let page: HostilePage;
let version = 1;
/** Functions that answer the waiting requests, or null if requests are answered at once. */
let waiting: (() => void)[] | null = [];

function answer(address: string): Response {
  const { Response } = page.window;
  const name = address.slice(address.lastIndexOf('/') + 1);
  const said = (body: string, type: string, status = 200) =>
    new Response(body, { status, headers: { 'content-type': type } });
  switch (name) {
    case 'one':
      return said(policyOf(version), 'text/markdown');
    case 'former':
      return said(policyOf(4), 'text/markdown');
    case 'two':
      return said(
        JSON.stringify({ title: 'Two', sections: [{ heading: 'A', text: 'b' }] }),
        'application/json',
      );
    case 'german':
      return said(
        '# Datenschutz\n\n## Was\n\nWir speichern wenig.\n\n## Wo\n\nHier.\n',
        'text/markdown',
      );
    case 'empty':
      return said('', 'text/markdown');
    case 'broken':
      return said('no', 'text/plain', 500);
    default:
      throw new page.window.TypeError('Failed to fetch');
  }
}

async function answerInOrder(address: string, signal?: AbortSignal | null): Promise<Response> {
  await new Promise<void>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    if (waiting) waiting.push(resolve);
    else resolve();
  });
  return answer(address);
}

function frame(): Promise<unknown> {
  return new Promise((resolve) => page.window.requestAnimationFrame(resolve));
}

/** Removes only the stored values of these tests, because other tests share the storage. */
function clearStored(): void {
  for (const storage of [page.window.localStorage, page.window.sessionStorage])
    for (const key of Object.keys(storage)) if (key.includes('fuzz')) storage.removeItem(key);
}

/** Attributes that are compared. The others can depend on earlier clicks. */
const ATTRIBUTES = 'part lang dir hidden role href aria-label aria-disabled aria-hidden'.split(' ');

/** Describes the rendered nodes of an element. Ignores which sections are current or targeted. */
function describeRendered(element: Element): string {
  const view = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return (node as Text).data.replace(/\s+/g, ' ');
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const { localName, attributes, childNodes } = node as HTMLElement;
    if (localName === 'style') return '';
    const told = ATTRIBUTES.map((name) =>
      attributes.getNamedItem(name)?.value.replace(/ (current|target)\b/g, ''),
    ).join('|');
    return `<${localName} ${told}>${[...childNodes].map(view).join('')}</>\n`;
  };
  return [...element.renderRoot.childNodes, ...element.childNodes].map(view).join('');
}

describe('Random events in the life of the built element', function () {
  this.timeout(TIMEOUT_MS);

  beforeEach(async () => {
    page = await HostilePage.open();
    page.window.fetch = (address, init) => answerInOrder(address as string, init?.signal);
  });

  afterEach(async () => {
    clearStored();
    const findings = await page.close();
    if (findings.length) throw new Error(findings.join('\n'));
  });

  it('After any events the element finishes loading and shows what a new element shows', async () => {
    const isAsNew = async (acts: readonly LifecycleEvent[]): Promise<void> => {
      version = 1;
      waiting = [];
      const element = page.create({ src: '/fuzz/one' }) as Element;
      const clones: globalThis.Element[] = [];
      for (const happens of acts) await perform(happens, element, clones);
      for (const clone of clones) clone.remove();
      if (!element.isConnected) page.window.document.body.append(element);
      for (const resolve of waiting) resolve();
      waiting = null;
      await page.settled(element);
      await resetElement(element);
      const fresh = page.create({ src: '/fuzz/one', storage: 'none' }) as Element;
      await page.settled(fresh);
      await frame();
      const [one, other] = [describeRendered(element), describeRendered(fresh)];
      element.remove();
      fresh.remove();
      const findings = page.findings();
      if (one !== other) findings.push(`${one}\nwhere a new one shows\n${other}`);
      if (findings.length) throw new Error(findings.join('\n'));
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(lifecycleEvent, { minLength: 5, maxLength: 40, size: 'max' }),
        isAsNew,
      ),
      fuzzSettings(20),
    );
  });
});

/** Undoes everything that was done to an element, and loads it again. */
async function resetElement(element: Element): Promise<void> {
  version = 3;
  clearStored();
  for (const name of element.getAttributeNames()) element.removeAttribute(name);
  element.replaceChildren();
  element['policy'] = undefined;
  element.setAttribute('storage', 'none');
  element.setAttribute('src', '/fuzz/one');
  await element.updateComplete;
  await (element['load'] as () => Promise<void>)();
  (element['expandAll'] as () => void)();
  await element.updateComplete;
  await frame();
}

async function perform(
  given: LifecycleEvent,
  element: Element,
  clones: globalThis.Element[],
): Promise<void> {
  const { document: owner } = page.window;
  switch (given[0]) {
    case 'attribute':
      if (given[2] === null) element.removeAttribute(given[1]);
      else element.setAttribute(given[1], given[2]);
      break;
    case 'policy':
      element['policy'] = given[1];
      break;
    case 'call':
      void (element[given[1]] as (argument?: string) => unknown)(given[2]);
      break;
    case 'child':
      element.append(childOf(owner, given[1]));
      break;
    case 'childless':
      element.replaceChildren();
      break;
    case 'press': {
      const buttons = [...element.renderRoot.querySelectorAll('button')].filter(
        // Skips buttons that write to the clipboard or open a dialog. Also skips downloads, because
        // in Firefox they take the focus from all later pages.
        (button) =>
          !button.matches('[part~=permalink]') && !/print|save a copy/i.test(button.textContent),
      );
      buttons[given[1] % (buttons.length || 1)]?.click();
      break;
    }
    case 'event':
      page.window.dispatchEvent(new page.window.Event(given[1]));
      break;
    case 'stored':
      for (const key of Object.keys(page.window.localStorage).filter((name) =>
        name.includes('fuzz'),
      ))
        if (given[1] === null) page.window.localStorage.removeItem(key);
        else page.window.localStorage.setItem(key, given[1]);
      break;
    case 'version':
      version = given[1];
      break;
    case 'move':
      owner.body.prepend(element);
      break;
    case 'away':
      element.remove();
      break;
    case 'back':
      owner.body.append(element);
      break;
    case 'clone': {
      const clone = element.cloneNode(true) as globalThis.Element;
      owner.body.append(clone);
      clones.push(clone);
      break;
    }
    case 'answer':
      waiting?.shift()?.();
      break;
    case 'frame':
      await frame();
      break;
  }
}

function childOf(owner: Document, kind: string): HTMLElement {
  const child = owner.createElement(kind === 'markdown' ? 'script' : kind);
  if (kind === 'markdown') child.setAttribute('type', 'text/markdown');
  child.textContent =
    kind === 'markdown' ? '# Inside\n\n## One\n\nsaid\n' : `A ${kind} of the page.`;
  return child;
}
