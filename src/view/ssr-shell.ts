import { nothing, type TemplateResult } from 'lit';
import { loadedMessages } from '../i18n/index.ts';
import { fallbackView, shellView } from './page.ts';
import type { ViewState } from './view-state.ts';

/**
 * Renders the element on a server: the frame with the policy in it, or with the element's children
 * if there is no policy.
 */
export function ssrShellView(toc: ViewState['toc'], policy: unknown): TemplateResult {
  const state = { messages: loadedMessages(), status: 'idle', toc, announcement: '' } as const;
  return shellView(state, ' ', policy ?? fallbackView(nothing));
}
