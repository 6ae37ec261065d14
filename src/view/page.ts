import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../messages/index.ts';
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
  const { words, policy, status, toc, announcement } = state;
  const isLoading = status === 'loading';
  const isMarked = hasMarks(state);
  return html`<div
    part="base"
    class="${isMarked ? 'marked' : ''} ${isLoading && !policy ? 'loading' : ''} toc-${toc}"
    lang=${words.language}
    dir=${words.direction}
    aria-busy=${isLoading || nothing}
    ${onElement(words, (base) => setMarkWords(base, words))}
  >
    <div part="status" role="status">${announcement}</div>
    ${policy && views ? views.policy(policy, isMarked, state, actions) : html`${standInView(state, actions)}<slot></slot>`}
  </div>`;
}

function hasMarks({ changes }: ViewState): boolean {
  return changes !== null && changes.visible && changes.read !== 'here';
}

function standInView(state: ViewState, actions: ViewActions): unknown {
  const { status, error, showError, retrying, hasFallback } = state;
  const isLoading = status === 'loading';
  if (error && showError && (!isLoading || retrying)) return errorView(error, state, actions);
  return isLoading && !hasFallback ? skeletonView() : nothing;
}

/** Words that style sheets put around marked runs, for screen readers that do not name them. */
const MARK_WORDS = ['addedStart', 'addedEnd', 'removedStart', 'removedEnd'] as const;

function setMarkWords(base: HTMLElement, words: Words): void {
  for (const key of MARK_WORDS) {
    base.style.setProperty(`--_${key}`, JSON.stringify(words.say(key)));
  }
}
