import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/index.ts';
import { errorView, skeletonView } from './notice.ts';
import { onElement } from './on-element.ts';
import type { PolicyViews } from './policy.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Draws everything: the policy where there is one and its views are there, else what stands in. */
export function pageView(
  state: ViewState,
  actions: ViewActions,
  views: PolicyViews | null,
): TemplateResult {
  const { policy, prerendered, status } = state;
  const isMarked = hasMarks(state);
  const isBlank = status === 'loading' && !policy && !prerendered;
  return shellView(
    state,
    `${isMarked ? 'marked' : ''} ${isBlank ? 'loading' : ''} ${state.mount}`,
    policy && views ? views.policy(policy, isMarked, state, actions) : standInView(state, actions),
  );
}

/**
 * Draws what is around everything. A server draws it as well: of what was prerendered Lit takes the
 * attributes for granted, so there is none that depends on the visitor.
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
    ${onElement(messages, (base) => setMessages(base, messages))}
  >
    <div part="status" role="status">${announcement}</div>
    ${content}
  </div>`;
}

/** Draws what the page put into the element, after what there is to say of the policy. */
export function fallbackView(notice: unknown): TemplateResult {
  return html`${notice}<slot></slot>`;
}

function hasMarks({ changes }: ViewState): boolean {
  return changes !== null && changes.visible && changes.read !== 'here';
}

function standInView(state: ViewState, actions: ViewActions): unknown {
  const { status, error, showError, retrying, hasFallback, prerendered } = state;
  const isLoading = status === 'loading';
  const failure =
    error && showError && (!isLoading || retrying) ? errorView(error, state, actions) : null;
  if (prerendered) return failure ? [failure, prerendered] : prerendered;
  return fallbackView(failure ?? (isLoading && !hasFallback ? skeletonView() : nothing));
}

/** Words that style sheets put around marked runs, for screen readers that do not name them. */
const MARK_KEYS = ['addedStart', 'addedEnd', 'removedStart', 'removedEnd'] as const;

function setMessages(base: HTMLElement, messages: Messages): void {
  base.lang = messages.language;
  base.dir = messages.direction;
  for (const key of MARK_KEYS) {
    base.style.setProperty(`--_${key}`, JSON.stringify(messages.t(key)));
  }
}
