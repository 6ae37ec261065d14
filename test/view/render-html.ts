/** Renders views to HTML, so that their tests need no page. They run in Node. */

import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { loadedMessages } from '../../src/i18n/index.ts';
import type { ChangesState } from '../../src/view/change-renderer.ts';
import { changeRenderer } from '../../src/view/changes/index.ts';
import { createHtmlDocument } from '../../src/view/text/html-document.ts';
import { emptyViewState, type ViewActions, type ViewState } from '../../src/view/view-state.ts';
import { compare } from '../core/diff/compare-texts.ts';

export const messages = loadedMessages('en-GB');

/** Actions for views that are only rendered, never clicked. */
export const NO_ACTIONS = {} as ViewActions;

/** Returns a view state that renders HTML, with the given fields changed. */
export function stateOf(given: Partial<ViewState> = {}): ViewState {
  return {
    ...emptyViewState(messages),
    textDocument: createHtmlDocument((text) => unsafeHTML(text)),
    status: 'ready',
    origin: 'https://example.org',
    sourceOrigin: 'https://example.org',
    today: '2026-11-21',
    ...given,
  };
}

/** Compares two texts. Returns the changes as a visitor sees who read the first on 12 May 2025. */
export function changesBetween(
  before: string,
  after: string,
  summary: Partial<ChangesState['summary']> = {},
): ChangesState {
  const comparison = compare(before, after);
  return {
    comparison,
    summary: { since: '2025-05-12', baseline: 'visit', ...comparison.summary, ...summary },
    visible: true,
    position: 0,
    read: 'no',
    renderer: changeRenderer,
  };
}

/** Renders a template to HTML without the markers of Lit. */
export function htmlOf(template: unknown): string {
  return collectResultSync(render(html`${template}`)).replace(/<!--[^]*?-->|<\?>/g, '');
}

/** Renders a template. Returns its text with collapsed white space. */
export function textOf(template: unknown): string {
  return htmlOf(template)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
