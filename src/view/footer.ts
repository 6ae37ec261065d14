import { html, nothing, type TemplateResult } from 'lit';
import type { Policy } from '../core/policy.ts';
import { relFor } from './inlines.ts';
import { timeView } from './updated-badge.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Draws where the policy comes from, what this page remembers of the visit, and the colophon of a print. */
export function footerView(policy: Policy, state: ViewState, actions: ViewActions): TemplateResult {
  const { words, address, today, changes } = state;
  const { source, changeLog, licence, contact } = policy.links;
  const from = address ?? policy.links.canonical;
  const date = words.date(today);
  const since = changes?.summary.since;
  return html`<div part="footer">
    <div class="links">
      ${linkView(source, words.say('viewSource'), state)}${linkView(changeLog, words.say('changeLog'), state)}${linkView(policy.previousUrl, words.say('previousVersion'), state)}${
        licence ? licenceView(licence, state) : nothing
      }${linkView(contact, words.say('contact'), state)}<button
        type="button"
        part="button"
        class="link"
        @click=${() => actions.print()}
      >
        ${words.say('print')}
      </button>
    </div>
    ${memoryView(state, actions)}<slot name="footer"></slot>
    <div class="colophon">
      ${
        changes
          ? html`<p class="legend">
              ${since ? words.say('legend', { date: words.date(since) }) : words.say('legendPrevious')}
            </p>`
          : nothing
      }
      <p>
        ${from ? words.fill('printed', { date, address: html`<bdi dir="ltr" translate="no">${from}</bdi>` }) : words.say('printedUndated', { date })}
      </p>
    </div>
  </div>`;
}

function linkView(href: string | null, text: unknown, { origin }: ViewState): unknown {
  return href ? html`<a href=${href} rel=${relFor(href, origin)}>${text}</a>` : nothing;
}

function licenceView(licence: NonNullable<Policy['links']['licence']>, state: ViewState): unknown {
  const text = state.words.say('licence', { name: licence.name });
  return licence.url ? linkView(licence.url, text, state) : html`<span>${text}</span>`;
}

function memoryView({ words, memory, storage }: ViewState, actions: ViewActions): unknown {
  if (storage === 'blocked') return html`<p class="memory">${words.say('storageBlocked')}</p>`;
  const kept = memory?.kept;
  const date = memory?.lastSeen ? timeView(memory.lastSeen, words) : null;
  const text =
    storage === 'off'
      ? words.say('storageOff')
      : memory?.forgotten
        ? words.say('forgotten')
        : kept && date
          ? words.fill(kept === 'text' ? 'remembersText' : 'remembersFingerprints', { date })
          : words.say('remembersNothing');
  return html`<details class="memory">
    <summary>${words.say('remembers')}</summary>
    <p>${text}</p>
    ${
      kept && !memory?.forgotten
        ? html`<button type="button" part="button" @click=${() => actions.forget()}>
            ${words.say('forget')}
          </button>`
        : nothing
    }
  </details>`;
}
