import { html, nothing, type TemplateResult } from 'lit';
import type { Policy, PolicyDate } from '../core/model/policy.ts';
import { daysBetween } from '../i18n/formats.ts';
import type { Messages } from '../i18n/index.ts';

/** Number of days for which the date of an update is also shown relative to today. */
const RECENT_DAYS = 30;

/** Renders the date of the last update, or nothing if the policy states none. */
export function updatedBadgeView(
  policy: Policy,
  messages: Messages,
  today: string,
  isUnseen: boolean,
): TemplateResult | typeof nothing {
  const stated = policy.dates.find(({ kind }) => kind === 'updated');
  const iso = policy.updated;
  if (!iso && !stated) return nothing;
  // The link belongs to the date in the document, so it is left out if the page set another date.
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

/**
 * Renders a date stated in the document, as a link if it has an address. An ambiguous date is shown
 * as written.
 */
export function linkedTimeView({ iso, text, url }: PolicyDate, messages: Messages): unknown {
  const time = iso ? timeView(iso, messages) : text;
  return url ? html`<a href=${url} rel="noopener noreferrer">${time}</a>` : time;
}

/** Renders a date as a `<time>` element. Text that is not a date is shown as it is. */
export function timeView(iso: string, messages: Messages): unknown {
  const text = messages.date(iso);
  return text === iso ? text : html`<time datetime=${iso}>${text}</time>`;
}
