/** The one place that decides where the policy's text is mounted. */

import { html } from 'lit';
import { inLight } from './light-dom.ts';
import type { ViewState } from './view-state.ts';

/** Puts a piece of the policy's text where the page wants it: here, or in the page's own DOM. */
export function mounted({ mount }: ViewState, name: string, content: unknown): unknown {
  return mount === 'light' ? inLight(`policy ${name}`, html`${content}`) : content;
}
