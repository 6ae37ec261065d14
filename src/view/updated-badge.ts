import { html, nothing, type TemplateResult } from 'lit';
import type { Policy, PolicyDate } from '../core/model/policy.ts';
import { daysBetween } from '../i18n/formats.ts';
import type { Messages } from '../i18n/index.ts';

/** Days for which a date is also told as a distance from today. */
const RECENT_DAYS = 30;

/** Renders when the policy was last updated, or nothing where it does not say. */
export function updatedBadgeView(
  policy: Policy,
  messages: Messages,
  today: string,
  isUnseen: boolean,
): TemplateResult | typeof nothing {
  const stated = policy.dates.find(({ kind }) => kind === 'updated');
  const iso = policy.updated;
  if (!iso && !stated) return nothing;
  // The address belongs to the date it stands at, not to one that replaced it.
  const date =
    stated && stated.iso === iso ? linkedTimeView(stated, messages) : timeView(iso ?? '', messages);
  const age = iso ? daysBetween(iso, today) : null;
  return html`<span part="badge" class=${isUnseen ? 'unseen' : ''}
    ><span>${messages.tParts('lastUpdated', { date })}</span>${
      age !== null && age >= 0 && age < RECENT_DAYS
        ? html` <span class="age"
            >${messages.t('ago', { relative: messages.relative(today, iso!) })}</span
          >`
        : nothing
    }</span
  >`;
}

/** Renders a stated date, leading where it leads; one that nobody can read for sure is its own messages. */
export function linkedTimeView({ iso, text, url }: PolicyDate, messages: Messages): unknown {
  const time = iso ? timeView(iso, messages) : text;
  return url ? html`<a href=${url} rel="noopener noreferrer">${time}</a>` : time;
}

/** Renders a date for people and programs; text that is no date is shown as it is. */
export function timeView(iso: string, messages: Messages): unknown {
  const text = messages.date(iso);
  return text === iso ? text : html`<time datetime=${iso}>${text}</time>`;
}
