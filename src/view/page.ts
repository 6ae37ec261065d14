import { html, nothing, type TemplateResult } from 'lit';
import type { Policy } from '../core/policy.ts';
import { directionOf } from '../messages/formats.ts';
import type { Words } from '../messages/index.ts';
import { bannerView } from './banner.ts';
import { contentsView } from './contents.ts';
import { footerView } from './footer.ts';
import { headerView } from './header.ts';
import { errorView, skeletonView, staleView } from './notice.ts';
import { onElement } from './on-element.ts';
import { removedView } from './removed.ts';
import { bodyView, sectionView } from './section.ts';
import { countStops } from './stops.ts';
import { toolbarView } from './toolbar.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Fewest sections that are worth contents and a button for all, and fewest that fold at all. */
const CONTENTS_FROM = 3;
const TOGGLES_FROM = 2;

/** Draws everything: the policy where there is one, else what stands in for it. */
export function pageView(state: ViewState, actions: ViewActions): TemplateResult {
  const { words, policy, status, error, showError, toc, changes, announcement } = state;
  const isLoading = status === 'loading';
  const classes = [
    `toc-${toc}`,
    policy ? '' : status,
    changes && changes.read !== 'here' && changes.visible ? 'marked' : '',
  ];
  return html`<div
    part="base"
    class=${classes.join(' ')}
    lang=${words.language}
    dir=${words.direction}
    aria-busy=${isLoading ? 'true' : nothing}
    ${onElement(words, (base) => setMarkWords(base, words))}
  >
    <div part="status" role="status">${announcement}</div>
    ${
      policy
        ? policyView(policy, state, actions)
        : html`${
              (error && showError && !isLoading) || (error && state.retrying)
                ? errorView(error, state, actions)
                : nothing
            }${isLoading && !state.hasFallback && !error ? skeletonView() : nothing}<slot></slot>`
    }
  </div>`;
}

function policyView(policy: Policy, state: ViewState, actions: ViewActions): TemplateResult {
  const { status, noTitle, headingLevel, toc, changes } = state;
  const { sections, intro, language } = policy;
  const level = noTitle ? headingLevel : headingLevel + 1;
  const comparison = changes?.comparison ?? null;
  const counts = comparison && countStops(comparison);
  const total = counts?.total ?? 0;
  const direction = policy.direction ?? (language ? directionOf(language) : 'auto');
  const hasContents = sections.length >= CONTENTS_FROM;
  const introBlocks = comparison?.intro.blocks ?? intro;
  return html`${headerView(policy, state, actions)}${status === 'stale' ? staleView(state, actions) : nothing}${bannerView(policy, state, actions)}
    <div class="layout">
      ${toolbarView(state, actions, total, hasContents)}${
        hasContents && toc !== 'none' ? contentsView(policy, state, actions) : nothing
      }
      <div part="content" lang=${language ?? nothing} dir=${direction}>
        ${
          introBlocks.length
            ? html`<div part="intro">
                ${bodyView(introBlocks, { level: level - 1, before: 0, total }, state, actions)}
              </div>`
            : nothing
        }${sections.map((section, index) =>
          sectionView(
            {
              section,
              comparison: comparison?.sections[index] ?? null,
              isRemoved: false,
              level,
              stops: { before: counts?.sections[index] ?? 0, total },
              hasToggle: sections.length >= TOGGLES_FROM,
            },
            state,
            actions,
          ),
        )}${removedView(state, actions, level, counts)}
      </div>
    </div>
    ${footerView(policy, state, actions)}`;
}

/** Words that style sheets put around marked runs, for screen readers that do not name them. */
const MARK_WORDS = ['addedStart', 'addedEnd', 'removedStart', 'removedEnd'] as const;

function setMarkWords(base: HTMLElement, words: Words): void {
  for (const key of MARK_WORDS) {
    base.style.setProperty(`--_${key}`, JSON.stringify(words.say(key)));
  }
}
