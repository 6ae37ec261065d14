import { html, nothing, type TemplateResult } from 'lit';
import { ownEntry, unnamedVersion } from '../core/model/policy.ts';
import type { HistoryEntry, Policy } from '../core/model/policy.ts';
import { buttonView } from './button.ts';
import { relFor } from './text/inlines.ts';
import { timeView } from './updated-badge.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/**
 * Renders links about the policy, the list of versions, what this page remembers, and a note for
 * printed copies.
 */
export function footerView(policy: Policy, state: ViewState, actions: ViewActions): TemplateResult {
  const { messages, address, today, changes, origin, copyFailed } = state;
  const { source, changeLog, licence, contact, canonical } = policy.links;
  const from = address ?? canonical;
  const date = messages.date(today);
  const since = changes?.summary.since;
  const links = [
    [source, messages.t('viewSource')],
    [changeLog, messages.t('changeLog')],
    [policy.previousUrl, messages.t('previousVersion')],
    [licence?.url, licence && messages.t('licence', licence)],
    [contact, messages.t('contact')],
  ] as const;
  return html`<div part="footer">
    <div class="wrap links">
      ${links.map(([href, text]) =>
        href
          ? html`<a
              href=${href}
              rel=${relFor(href, origin) ?? nothing}
              @click=${(event: MouseEvent) =>
                href === policy.previousUrl && actions.openVersion(event, unnamedVersion(href))}
              >${text}</a
            >`
          : nothing,
      )}${
        licence && !licence.url ? html`<span>${messages.t('licence', licence)}</span>` : nothing
      }${buttonView(messages.t('print'), () => actions.print(), { name: 'link' })}${buttonView(
        messages.t('saveCopy'),
        () => actions.saveCopy(),
        { name: 'link' },
      )}${copyFailed ? html`<span>${messages.t('copyFailed')}</span>` : nothing}
    </div>
    ${historyView(policy, state, actions)}${memoryView(state, actions)}<slot name="footer"></slot>
    <div class="colophon">
      ${
        changes
          ? html`<p class="legend">
              ${since ? messages.t('legend', { date: messages.date(since) }) : messages.t('legendPrevious')}
            </p>`
          : nothing
      }
      <p>
        ${
          from
            ? messages.tParts('printed', {
                date,
                address: html`<bdi dir="ltr" translate="no">${from}</bdi>`,
              })
            : messages.t('printedUndated', { date })
        }
      </p>
    </div>
  </div>`;
}

/**
 * Renders the list of versions, with a button to compare for each earlier version whose text is
 * available. A version without a date may be an earlier one.
 */
function historyView(
  policy: Policy,
  { messages, origin, versionBar }: ViewState,
  actions: ViewActions,
): unknown {
  const own = ownEntry(policy, !versionBar);
  const entries = policy.history.filter(({ url, version }) => url || version);
  const nameOf = ({ version, date }: HistoryEntry): unknown =>
    version ? messages.t('version', { version }) : date && timeView(date, messages);
  if (!entries.length) return nothing;
  return html`<details class="memory">
    <summary>${messages.t('changeLog')}</summary>
    <ul>
      ${entries.map((entry) => {
        const { url, version, date, note } = entry;
        return html`<li>
          ${
            url && entry !== own
              ? html`<a
                  href=${url}
                  rel=${relFor(url, origin) ?? nothing}
                  @click=${(event: MouseEvent) => actions.openVersion(event, entry)}
                  >${nameOf(entry)}</a
                >`
              : nameOf(entry)
          }
          ${note}
          ${
            url && entry !== own && !(date && own?.date && own.date < date)
              ? buttonView(
                  date
                    ? messages.t('showAgain', { date: messages.date(date) })
                    : messages.t('changedSincePrevious'),
                  () => actions.compareWith(entry),
                  { name: 'link' },
                )
              : date && version && timeView(date, messages)
          }
        </li>`;
      })}
    </ul>
  </details>`;
}

function memoryView(
  { messages, memory, storage }: ViewState,
  actions: ViewActions,
): TemplateResult | typeof nothing {
  if (storage === 'paused') return nothing;
  if (storage === 'blocked') return html`<p class="memory">${messages.t('storageBlocked')}</p>`;
  const { storedOn, isForgotten, isTooLong } = memory ?? {};
  const isStored = storedOn && !isForgotten;
  const date = isStored && timeView(storedOn, messages);
  return html`<details class="memory">
    <summary>${messages.t('remembers')}</summary>
    <p>
      ${
        isStored
          ? messages.tParts('remembersText', { date })
          : messages.t(
              storage === 'off'
                ? 'storageOff'
                : isForgotten
                  ? 'forgotten'
                  : isTooLong
                    ? 'remembersTooLong'
                    : 'remembersNothing',
            )
      }
    </p>
    ${isStored && isTooLong ? html`<p>${messages.t('remembersTooLong')}</p>` : nothing}
    ${isStored ? buttonView(messages.t('forget'), () => actions.forget()) : nothing}
  </details>`;
}
