import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { offeredSentence } from './announcement.ts';
import type { Alternate, Policy } from '../core/model/policy.ts';
import { readingMinutes } from '../core/model/reading-time.ts';
import { isAhead, languageName } from '../i18n/formats.ts';
import { buttonView } from './button.ts';
import { headingView } from './heading.ts';
import { hasVisibleMarks } from './text/context.ts';
import { directionOfText } from './text/direction.ts';
import { relFor } from './text/inlines.ts';
import { appendSummary } from './summary.ts';
import { linkedTimeView, timeView, updatedBadgeView } from './updated-badge.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Renders the title, and below it the dates, version, reading time, languages and summary. */
export function headerView(policy: Policy, state: ViewState, actions: ViewActions): TemplateResult {
  const { headingLevel, noTitle, layout } = state;
  const { title, language } = policy;
  return html`<div part="header">
    ${
      noTitle && !layout?.title
        ? nothing
        : html`<slot name="title"
            >${
              layout
                ? layout.title && html`<slot name=${layout.title}></slot>`
                : title
                  ? headingView(headingLevel, title, state, {
                      part: 'title',
                      lang: language,
                      dir: directionOfText(title),
                      tabindex: -1,
                    })
                  : nothing
            }</slot
          >`
    }
    <div part="meta">${metaItems(policy, state, actions)}<slot name="meta"></slot></div>
    ${guard([policy.summary, state.messages], () => {
      const summary = state.textDocument.createFragment();
      appendSummary(summary, policy.summary, state, language);
      return state.textDocument.toRendered(summary);
    })}
  </div>`;
}

function metaItems(policy: Policy, state: ViewState, actions: ViewActions): unknown[] {
  const { messages, status, today, changes, memory, olderTranslation, binding } = state;
  const { effective, version, updated, alternates } = policy;
  const inEffect =
    effective &&
    effective !== updated &&
    !isAhead(effective, today) &&
    messages.tParts('inEffectSince', { date: timeView(effective, messages) });
  // The file's date is not the date of the policy, so it is shown separately if they differ.
  const file = policy.dates.find(({ kind, iso }) => kind === 'file' && iso);
  const isOther = file && file.iso!.slice(0, 10) !== updated?.slice(0, 10);
  const { lastSeen, isUnchanged, canShowAgain, showAgainSince } = memory ?? {};
  const items = [
    version && messages.tParts('version', { version: html`<bdi translate="no">${version}</bdi>` }),
    policy.words && messages.t('minutesRead', { count: readingMinutes(policy) }),
    inEffect,
    isOther && messages.tParts('fileChanged', { date: linkedTimeView(file, messages) }),
    alternates.length && languagesView(policy, state, actions),
    olderTranslation && messages.t('olderTranslation', olderTranslation),
    binding &&
      messages.tParts('bindingVersion', {
        language: binding.alternate
          ? languageLink(binding.alternate, state, actions)
          : html`<span lang=${binding.language}>${languageName(binding.language)}</span>`,
      }),
    status === 'ready' &&
      isUnchanged &&
      lastSeen &&
      !changes &&
      messages.tParts('noChangesSince', { date: timeView(lastSeen, messages) }),
    canShowAgain &&
      !changes &&
      buttonView(
        showAgainSince
          ? messages.t('showAgain', { date: messages.date(showAgainSince) })
          : messages.t('showAgainUndated'),
        () => actions.showAgain(),
        { name: 'link' },
      ),
  ];
  return [
    updatedBadgeView(policy, messages, today, hasVisibleMarks(state) && changes!.summary.material),
    ...items.map((item) => (item ? html` <span>${item}</span>` : nothing)),
    state.late ? html`<div class="late">${lateView(state, actions)}</div>` : nothing,
  ];
}

/** Renders the line that is reserved for a comparison, so that its result moves nothing. */
function lateView({ messages, late, offered }: ViewState, actions: ViewActions): unknown {
  if (late === 'loading') return messages.t('comparing');
  if (!offered) return nothing;
  return [
    offeredSentence(offered, messages),
    ' ',
    buttonView(messages.t('showChanges'), () => actions.showOffered(), { name: 'link' }),
  ];
}

function languagesView(
  { alternates, language }: Policy,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  return html`${state.messages.t('languages')}${alternates.map((alternate) => {
    const { language: tag } = alternate;
    return tag === language
      ? html` <span aria-current="true" lang=${tag}>${languageName(tag)}</span>`
      : html` ${languageLink(alternate, state, actions)}`;
  })}`;
}

function languageLink(
  alternate: Alternate,
  { origin }: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { language, url } = alternate;
  return html`<a
    href=${url}
    rel=${relFor(url, origin) ?? nothing}
    hreflang=${language}
    lang=${language}
    @click=${(event: MouseEvent) => actions.chooseLanguage(event, alternate)}
    >${languageName(language)}</a
  >`;
}
