import { html, nothing, type TemplateResult } from 'lit';
import type { HeadChange } from '../core/diff/changes.ts';
import type { Policy } from '../core/policy.ts';
import { readingMinutes } from '../core/reading-time.ts';
import { daysBetween, directionOf, languageName } from '../messages/formats.ts';
import { headingView } from './heading.ts';
import { timeView, updatedBadgeView } from './updated-badge.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Draws the title and, under it, what is known of the policy's dates, length and languages. */
export function headerView(policy: Policy, state: ViewState, actions: ViewActions): TemplateResult {
  const { headingLevel, noTitle, changes } = state;
  const { title, language } = policy;
  const former = changes?.comparison.head.find(({ field }) => field === 'title');
  return html`<div part="header">
    ${
      noTitle
        ? nothing
        : html`<slot name="title"
            >${
              title
                ? headingView(headingLevel, title, {
                    part: 'title',
                    language,
                    direction: language && directionOf(language),
                  })
                : nothing
            }</slot
          >`
    }
    <div part="meta">
      ${metaItems(policy, state, actions)}${former ? formerView(former, state) : nothing}<slot
        name="meta"
      ></slot>
    </div>
  </div>`;
}

function metaItems(policy: Policy, state: ViewState, actions: ViewActions): unknown[] {
  const { words, today, changes, memory } = state;
  const head = (field: HeadChange['field']): unknown => {
    const change = changes?.comparison.head.find((each) => each.field === field);
    return change ? formerView(change, state) : nothing;
  };
  const { effective, version, updated } = policy;
  const days = effective ? daysBetween(today, effective) : null;
  const isUnseen = changes !== null && changes.read === 'no';
  return [
    updatedBadgeView(policy, words, today, isUnseen),
    head('updated'),
    effective && effective !== updated && (days === null || days <= 0)
      ? itemView(words.fill('inEffectSince', { date: timeView(effective, words) }))
      : nothing,
    effective && days !== null && days > 0
      ? itemView(
          words.fill('takesEffect', {
            date: timeView(effective, words),
            relative: words.relativeDays(days),
          }),
        )
      : nothing,
    head('effective'),
    policy.words ? itemView(words.say('minutesRead', { count: readingMinutes(policy) })) : nothing,
    version
      ? itemView(words.fill('version', { version: html`<bdi translate="no">${version}</bdi>` }))
      : nothing,
    head('version'),
    languagesView(policy, state),
    changes?.comparison.dateUnchanged && changes.summary.material
      ? itemView(words.say('dateUnchanged'))
      : nothing,
    memory?.unchanged && memory.lastSeen
      ? itemView(words.fill('noChangesSince', { date: timeView(memory.lastSeen, words) }))
      : nothing,
    memory?.canShowAgain && !changes
      ? html`<button type="button" part="button" class="link" @click=${() => actions.showAgain()}>
          ${
            memory.showAgainSince
              ? words.say('showAgain', { date: words.date(memory.showAgainSince) })
              : words.say('showAgainUndated')
          }
        </button>`
      : nothing,
  ];
}

function itemView(content: unknown): TemplateResult {
  return html`<span class="item">${content}</span>`;
}

function formerView({ field, before }: HeadChange, { words }: ViewState): unknown {
  if (!before) return nothing;
  const value = field === 'updated' || field === 'effective' ? words.date(before) : before;
  return html`<span class="item former">${words.say('formerly', { value })}</span>`;
}

function languagesView({ alternates, language }: Policy, { words }: ViewState): unknown {
  if (!alternates.length) return nothing;
  return html`<span class="item languages"
    ><span>${words.say('otherLanguages')}</span>${alternates.map((alternate) =>
      alternate.language === language
        ? html` <span aria-current="true" lang=${alternate.language}
            >${languageName(alternate.language)}</span
          >`
        : html` <a href=${alternate.url} hreflang=${alternate.language} lang=${alternate.language}
            >${languageName(alternate.language)}</a
          >`,
    )}</span
  >`;
}
