import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { HeadChange } from '../core/diff/comparison.ts';
import { offeredSentence } from './announcement.ts';
import type { Policy } from '../core/model/policy.ts';
import { readingMinutes } from '../core/model/reading-time.ts';
import { isAhead, languageName } from '../i18n/formats.ts';
import { buttonView } from './button.ts';
import { headingView } from './heading.ts';
import { directionOfText } from './text/direction.ts';
import { relFor } from './text/inlines.ts';
import { appendSummary } from './summary.ts';
import { linkedTimeView, timeView, updatedBadgeView } from './updated-badge.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Renders the title and, under it, what is known of the policy's dates, length and languages. */
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
  const { messages, status, today, changes, isComparing, offered, memory, newerOriginal } = state;
  const { effective, version, updated, alternates } = policy;
  const former = (field: HeadChange['field']): unknown => {
    const { before, after } =
      changes?.comparison.head.find((change) => change.field === field) ?? {};
    // What is gone altogether leaves nothing to say it beside.
    if (!before || !after) return null;
    return field === 'title'
      ? messages.t('renamedNote', { heading: before })
      : messages.t('formerly', { value: field === 'version' ? before : messages.date(before) });
  };
  const date = effective && timeView(effective, messages);
  const start =
    effective &&
    (isAhead(effective, today)
      ? messages.tParts('takesEffect', { date, relative: messages.relative(today, effective) })
      : effective !== updated && messages.tParts('inEffectSince', { date }));
  // What a file is dated is not what its policy says; where the two part, both are said.
  const file = policy.dates.find(({ kind, iso }) => kind === 'file' && iso);
  const isOther = file && file.iso!.slice(0, 10) !== updated?.slice(0, 10);
  const { lastSeen, unchanged, canShowAgain, showAgainSince } = memory ?? {};
  const items = [
    former('title'),
    former('updated'),
    isOther && messages.tParts('fileChanged', { date: linkedTimeView(file, messages) }),
    start ? [start, ' ', former('effective')] : former('effective'),
    policy.words && messages.t('minutesRead', { count: readingMinutes(policy) }),
    version && [
      messages.tParts('version', { version: html`<bdi translate="no">${version}</bdi>` }),
      ' ',
      former('version'),
    ],
    alternates.length && languagesView(policy, state, actions),
    newerOriginal &&
      version &&
      messages.t('olderTranslation', { version, original: newerOriginal }),
    changes?.comparison.dateUnchanged && changes.summary.material && messages.t('dateUnchanged'),
    status === 'ready' &&
      unchanged &&
      lastSeen &&
      !changes &&
      messages.tParts('noChangesSince', { date: timeView(lastSeen, messages) }),
    isComparing && messages.t('comparing'),
    offered && [
      offeredSentence(offered, messages),
      ' ',
      buttonView(messages.t('showChanges'), () => actions.showOffered(), { name: 'link' }),
    ],
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
    updatedBadgeView(policy, messages, today, changes?.read === 'no'),
    ...items.map((item) => (item ? html`<span>${item}</span>` : nothing)),
  ];
}

function languagesView(
  { alternates, language }: Policy,
  { messages, origin }: ViewState,
  actions: ViewActions,
): TemplateResult {
  return html`${messages.t('languages')}${alternates.map((alternate) => {
    const { language: tag, url } = alternate;
    return tag === language
      ? html` <span aria-current="true" lang=${tag}>${languageName(tag)}</span>`
      : html` <a
          href=${url}
          rel=${relFor(url, origin) ?? nothing}
          hreflang=${tag}
          lang=${tag}
          @click=${(event: MouseEvent) => actions.chooseLanguage(event, alternate)}
          >${languageName(tag)}</a
        >`;
  })}`;
}
