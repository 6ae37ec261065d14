/** What the element draws on a server: it can load nothing there, and is asked only once. */

import { nothing, type TemplateResult } from 'lit';
import type { PolicyAttributes } from '../properties.ts';
import { loadedMessages } from '../i18n/index.ts';
import { fallbackView, shellView } from '../view/page.ts';

/** What draws a whole policy on a server, where `server.ts` brought it in. */
export const ssrRenderer: { policyView: (element: PolicyAttributes) => unknown } = {
  policyView: () => null,
};

/** Draws the policy where that can be had at once; else what the page put into the element. */
export function prerenderedView(element: PolicyAttributes): TemplateResult {
  const state = {
    messages: loadedMessages(),
    status: 'idle',
    toc: element.toc,
    announcement: '',
  } as const;
  return shellView(state, ' ', ssrRenderer.policyView(element) ?? fallbackView(nothing));
}
