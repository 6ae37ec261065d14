/** Renders views from Markdown, without the element. */

import { fixtureCleanup } from '@open-wc/testing';
import { render } from 'lit';
import { comparePolicies } from '../../src/core/diff/index.ts';
import type { Policy } from '../../src/core/model/policy.ts';
import { runSync, parsePolicy } from '../../src/core/index.ts';
import { loadedMessages } from '../../src/i18n/index.ts';
import { policyStyles, styles } from '../../src/styles/index.ts';
import { changeRenderer } from '../../src/view/changes/index.ts';
import { pageView } from '../../src/view/page.ts';
import {
  emptyViewState,
  type ChangesState,
  type ViewActions,
  type ViewState,
} from '../../src/view/view-state.ts';
import { textOf } from '../test-element.ts';

/** Parses a policy in Markdown. */
export function policyFrom(markdown: string, more: Partial<Policy> = {}): Policy {
  const base = 'https://example.org/privacy.md';
  return { ...runSync(parsePolicy(markdown, { base, format: 'markdown' })), ...more };
}

/** Compares two versions. Returns the state of changes for a returning visitor. */
export function changesBetween(before: Policy, after: Policy): ChangesState {
  const comparison = runSync(comparePolicies(before, after));
  const summary = { since: '2025-05-12', baseline: 'visit' as const, ...comparison.summary };
  return { comparison, summary, visible: true, position: 0, read: 'no', renderer: changeRenderer };
}

/** Returns the view state of a first visit, with the given fields changed. */
export function stateOf(given: Partial<ViewState>): ViewState {
  return {
    ...emptyViewState(loadedMessages('en-GB')),
    status: 'ready',
    address: 'https://example.org/privacy.md',
    origin: location.origin,
    sourceOrigin: location.origin,
    memory: {
      lastSeen: null,
      isUnchanged: false,
      canShowAgain: false,
      showAgainSince: null,
      isForgotten: false,
      storedOn: null,
      isTooLong: false,
      canUndo: true,
    },
    storage: 'on',
    today: '2026-11-21',
    ...given,
  };
}

/** A rendered policy, and the actions that its controls called. */
export interface RenderedPolicy {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** The actions that were called, each with its arguments. */
  readonly calls: [name: string, ...values: unknown[]][];
  /** Renders another state in the same place. */
  update(state: ViewState): void;
  /** Returns the texts of all elements with this part, with collapsed white space. */
  texts(part: string): string[];
  part(name: string): HTMLElement;
}

/** Renders a policy in a shadow root with the element's styles. */
export function renderPolicy(state: ViewState): RenderedPolicy {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...styles, ...policyStyles, ...changeRenderer.styles.shadow].map(
    ({ styleSheet }) => styleSheet!,
  );
  document.body.append(host);
  const calls: RenderedPolicy['calls'] = [];
  const actions = new Proxy({} as ViewActions, {
    get:
      (_, name: string) =>
      (...values: unknown[]) => {
        for (const value of values) if (value instanceof Event) value.preventDefault();
        calls.push([name, ...values.filter((value) => !(value instanceof Event))]);
      },
  });
  const all = (part: string): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(`[part~="${part}"]`),
  ];
  const rendered: RenderedPolicy = {
    host,
    root,
    calls,
    update: (next) => void render(pageView(next, actions), root),
    texts: (part) => all(part).map((element) => textOf(element)),
    part: (name) => all(name)[0]!,
  };
  rendered.update(state);
  return rendered;
}

/** Removes everything from the page. */
export function clear(): void {
  fixtureCleanup();
  document.body.replaceChildren();
}

/** Returns the colour, width and left edge of the bar beside a changed block or row. */
export function barOf(element: Element): { color: string; width: number; left: number } {
  const { borderImageSource, borderImageOutset, backgroundImage, backgroundSize } =
    getComputedStyle(element);
  const { left } = element.getBoundingClientRect();
  const colorIn = (gradient: string): string => /(rgba?|color)\([^()]*\)/.exec(gradient)?.[0] ?? '';
  if (borderImageSource === 'none')
    return { color: colorIn(backgroundImage), width: parseFloat(backgroundSize), left };
  const outsets = borderImageOutset.split(' ').map((length) => parseFloat(length));
  return {
    color: colorIn(borderImageSource),
    width: parseFloat(/\) ([\d.]+)px/.exec(borderImageSource)![1]!),
    left: left - outsets.at(-1)!,
  };
}
