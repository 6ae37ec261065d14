/** Draws views on their own, from Markdown, without the element. */

import { fixtureCleanup } from '@open-wc/testing';
import { render } from 'lit';
import { comparePolicies } from '../../src/core/diff/index.ts';
import type { Policy } from '../../src/core/model/policy.ts';
import { runSync, parsePolicy } from '../../src/core/index.ts';
import { loadedMessages } from '../../src/i18n/index.ts';
import { styles } from '../../src/styles/index.ts';
import { changeRenderer } from '../../src/view/changes/index.ts';
import { pageView } from '../../src/view/page.ts';
import { policyViews } from '../../src/view/policy.ts';
import {
  emptyViewState,
  type ChangesState,
  type ViewActions,
  type ViewState,
} from '../../src/view/view-state.ts';

/** A policy that was written as Markdown. */
export function policyFrom(markdown: string, more: Partial<Policy> = {}): Policy {
  const base = 'https://example.org/privacy.md';
  return { ...runSync(parsePolicy(markdown, { base, format: 'markdown' })), ...more };
}

/** What a returning visitor is told of two versions. */
export function changesBetween(before: Policy, after: Policy): ChangesState {
  const comparison = runSync(comparePolicies(before, after));
  const summary = { since: '2025-05-12', baseline: 'visit' as const, ...comparison.summary };
  return { comparison, summary, visible: true, position: 0, read: 'no', renderer: changeRenderer };
}

/** The state of a first visit, with the given differences. */
export function stateOf(given: Partial<ViewState>): ViewState {
  return {
    ...emptyViewState(loadedMessages('en-GB')),
    status: 'ready',
    address: 'https://example.org/privacy.md',
    origin: location.origin,
    sourceOrigin: location.origin,
    memory: {
      lastSeen: null,
      unchanged: false,
      canShowAgain: false,
      showAgainSince: null,
      forgotten: false,
      kept: null,
      keptOn: null,
      isTooLong: false,
      canUndo: true,
    },
    storage: 'on',
    today: '2026-11-21',
    ...given,
  };
}

/** A drawn page, and what its reader asked for. */
export interface Shown {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Names of the actions that were asked for, with what was given. */
  readonly asked: [name: string, ...values: unknown[]][];
  /** Draws another state in the same place. */
  draw(state: ViewState): void;
  /** Texts of all that has this part, with white space folded. */
  texts(part: string): string[];
  part(name: string): HTMLElement;
}

/** Draws a page in a shadow root with the element's styles. */
export function show(state: ViewState): Shown {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...styles, ...policyViews.styles, ...changeRenderer.styles.shadow].map(
    ({ styleSheet }) => styleSheet!,
  );
  document.body.append(host);
  const asked: Shown['asked'] = [];
  const actions = new Proxy({} as ViewActions, {
    get:
      (_, name: string) =>
      (...values: unknown[]) => {
        for (const value of values) if (value instanceof Event) value.preventDefault();
        asked.push([name, ...values.filter((value) => !(value instanceof Event))]);
      },
  });
  const all = (part: string): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(`[part~="${part}"]`),
  ];
  const shown: Shown = {
    host,
    root,
    asked,
    draw: (next) => void render(pageView(next, actions, policyViews), root),
    texts: (part) => all(part).map((element) => folded(element)),
    part: (name) => all(name)[0]!,
  };
  shown.draw(state);
  return shown;
}

/** Takes away what was drawn. */
export function clear(): void {
  fixtureCleanup();
  document.body.replaceChildren();
}

/** The text of an element, with white space folded. */
export function folded(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** The text of an element as a reader sees it, with white space folded. */
export function seen(element: HTMLElement): string {
  return element.innerText.replace(/\s+/g, ' ').trim();
}

/** The bar beside a changed block or row: its colour, its width, and where it is in the window. */
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
