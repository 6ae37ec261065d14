import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/index.ts';
import { errorView, skeletonView } from './notice.ts';
import { onElement } from './directives.ts';
import { policyView } from './policy.ts';
import { hasVisibleMarks } from './text/context.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Renders the whole element: the policy once it has loaded, and a placeholder until then. */
export function pageView(state: ViewState, actions: ViewActions): TemplateResult {
  const { policy, prerendered, status } = state;
  const isBlank = status === 'loading' && !policy && !prerendered;
  return shellView(
    state,
    `${hasVisibleMarks(state) ? 'marked' : ''} ${isBlank ? 'loading' : ''} ${state.mount}`,
    policy ? policyView(policy, state, actions) : placeholderView(state, actions),
  );
}

/**
 * Renders the element's frame. None of its attributes may depend on the visitor: servers render the
 * frame too, and Lit does not update the attributes of hydrated nodes.
 */
export function shellView(
  {
    messages,
    status,
    toc,
    announcement,
  }: Pick<ViewState, 'messages' | 'status' | 'toc' | 'announcement'>,
  classes: string,
  content: unknown,
): TemplateResult {
  return html`<div
    part="base"
    class="${classes} toc-${toc}"
    aria-busy=${status === 'loading' || nothing}
    ${onElement(messages, (base) => setLanguage(base, messages))}
  >
    <div part="status" role="status">${announcement}</div>
    ${content}
  </div>`;
}

/** Renders a notice, followed by the element's own children. */
export function fallbackView(notice: unknown): TemplateResult {
  return html`${notice}<slot></slot>`;
}

function placeholderView(state: ViewState, actions: ViewActions): unknown {
  const { status, error, showError, retrying, hasFallback, prerendered } = state;
  const isLoading = status === 'loading';
  const failure =
    error && showError && (!isLoading || retrying) ? errorView(error, state, actions) : null;
  if (prerendered) return failure ? [failure, prerendered] : prerendered;
  return fallbackView(failure ?? (isLoading && !hasFallback ? skeletonView() : nothing));
}

/**
 * Messages for the words before and after marked runs. They are for screen readers that do not
 * announce `ins` and `del`.
 */
const MARK_MESSAGES = ['addedStart', 'addedEnd', 'removedStart', 'removedEnd'] as const;

function setLanguage(base: HTMLElement, messages: Messages): void {
  base.lang = messages.language;
  base.dir = messages.direction;
  for (const key of MARK_MESSAGES) {
    base.style.setProperty(`--_${key}`, JSON.stringify(messages.t(key)));
  }
}
