import { html, nothing, type TemplateResult } from 'lit';
import type { HeadChange } from '../core/diff/comparison.ts';
import type { Policy } from '../core/model/policy.ts';
import { readingMinutes } from '../core/model/reading-time.ts';
import { directionOf, isAhead, languageName } from '../i18n/formats.ts';
import { buttonView } from './button.ts';
import { headingView } from './heading.ts';
import { relFor } from './text/inlines.ts';
import { summaryView } from './summary.ts';
import { linkedTimeView, timeView, updatedBadgeView } from './updated-badge.ts';
import type { ViewActions, ViewState } from './view-state.ts';
import { wrappedHeadingView } from './wrapped.ts';

/** Draws the title and, under it, what is known of the policy's dates, length and languages. */
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
                ? wrappedHeadingView(layout.title)
                : title
                  ? headingView(headingLevel, title, {
                      part: 'title',
                      language,
                      direction: language && directionOf(language),
                      isTarget: true,
                    })
                  : nothing
            }</slot
          >`
    }
    <div part="meta">${metaItems(policy, state, actions)}<slot name="meta"></slot></div>
    ${summaryView(policy.summary, state.messages, language)}
  </div>`;
}

function metaItems(policy: Policy, state: ViewState, actions: ViewActions): unknown[] {
  const { messages: words, status, today, changes, memory, newerOriginal } = state;
  const { effective, version, updated, alternates } = policy;
  const former = (field: HeadChange['field']): unknown => {
    const { before, after } =
      changes?.comparison.head.find((change) => change.field === field) ?? {};
    // What is gone altogether leaves nothing to say it beside.
    if (!before || !after) return null;
    return field === 'title'
      ? words.t('renamedNote', { heading: before })
      : words.t('formerly', { value: field === 'version' ? before : words.date(before) });
  };
  const date = effective && timeView(effective, words);
  const start =
    effective &&
    (isAhead(effective, today)
      ? words.tParts('takesEffect', { date, relative: words.relative(today, effective) })
      : effective !== updated && words.tParts('inEffectSince', { date }));
  // What a file is dated is not what its policy says; where the two part, both are said.
  const file = policy.dates.find(({ kind, iso }) => kind === 'file' && iso);
  const isOther = file && file.iso!.slice(0, 10) !== updated?.slice(0, 10);
  const { lastSeen, unchanged, canShowAgain, showAgainSince } = memory ?? {};
  const items = [
    former('title'),
    former('updated'),
    isOther && words.tParts('fileChanged', { date: linkedTimeView(file, words) }),
    start ? [start, ' ', former('effective')] : former('effective'),
    policy.words && words.t('minutesRead', { count: readingMinutes(policy) }),
    version && [
      words.tParts('version', { version: html`<bdi translate="no">${version}</bdi>` }),
      ' ',
      former('version'),
    ],
    alternates.length && languagesView(policy, state, actions),
    newerOriginal && version && words.t('olderTranslation', { version, original: newerOriginal }),
    changes?.comparison.dateUnchanged && changes.summary.material && words.t('dateUnchanged'),
    status === 'ready' &&
      unchanged &&
      lastSeen &&
      !changes &&
      words.tParts('noChangesSince', { date: timeView(lastSeen, words) }),
    canShowAgain &&
      !changes &&
      buttonView(
        showAgainSince
          ? words.t('showAgain', { date: words.date(showAgainSince) })
          : words.t('showAgainUndated'),
        () => actions.showAgain(),
        { name: 'link' },
      ),
  ];
  return [
    updatedBadgeView(policy, words, today, changes?.read === 'no'),
    ...items.map((item) => (item ? html`<span>${item}</span>` : nothing)),
  ];
}

function languagesView(
  { alternates, language }: Policy,
  { messages: words, origin }: ViewState,
  actions: ViewActions,
): TemplateResult {
  return html`${words.t('languages')}${alternates.map((alternate) => {
    const { language: tag, url } = alternate;
    return tag === language
      ? html` <span aria-current="true" lang=${tag}>${languageName(tag)}</span>`
      : html` <a
          href=${url}
          rel=${relFor(url, origin)}
          hreflang=${tag}
          lang=${tag}
          @click=${(event: MouseEvent) => actions.chooseLanguage(event, alternate)}
          >${languageName(tag)}</a
        >`;
  })}`;
}
