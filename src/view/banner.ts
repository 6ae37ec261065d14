import { html, nothing } from 'lit';
import type { Policy } from '../core/policy.ts';
import { daysBetween } from '../messages/formats.ts';
import { relFor } from './inlines.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Draws what a returning reader should know first: what changed, and what is about to apply. */
export function bannerView(policy: Policy, state: ViewState, actions: ViewActions): unknown {
  const { changes } = state;
  const upcoming = upcomingView(policy, state);
  if (changes) return changes.views.banner(changes, upcoming, state, actions);
  return upcoming ? html`<div part="banner">${upcoming}</div>` : nothing;
}

function upcomingView({ effective, next, previousUrl }: Policy, state: ViewState): unknown {
  const { words, today, origin } = state;
  const link = (href: string | null, key: 'readPreviousVersion' | 'readNextVersion'): unknown =>
    href ? html` <a href=${href} rel=${relFor(href, origin)}>${words.say(key)}</a>` : nothing;
  const days = effective ? daysBetween(today, effective) : null;
  if (effective && days !== null && days > 0) {
    const when = { date: words.date(effective), relative: words.relativeDays(days) };
    return html`<p>
      ${words.say('takesEffectLong', when)}${link(previousUrl, 'readPreviousVersion')}
    </p>`;
  }
  const nextDays = next ? daysBetween(today, next.effective) : null;
  if (next && nextDays !== null && nextDays > 0) {
    const when = { date: words.date(next.effective), relative: words.relativeDays(nextDays) };
    return html`<p>${words.say('nextVersion', when)}${link(next.url, 'readNextVersion')}</p>`;
  }
  return null;
}
