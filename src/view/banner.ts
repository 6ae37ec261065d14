import { html, nothing } from 'lit';
import { earlierVersions, unnamedVersion, type Policy } from '../core/model/policy.ts';
import { isAhead } from '../i18n/formats.ts';
import { relFor } from './text/inlines.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Renders the banner for returning visitors: what changed, and what is about to take effect. */
export function bannerView(policy: Policy, state: ViewState, actions: ViewActions): unknown {
  const { changes, versionBar, firstHistory } = state;
  const known = firstHistory ? { ...policy, history: firstHistory } : policy;
  const upcoming = upcomingView(known, state, actions);
  if (versionBar && !changes) return versionBar(upcoming, actions);
  if (changes) {
    const bar = versionBar?.(null, actions);
    const { renderer, comparison } = changes;
    const { total } = renderer.count(comparison);
    return [bar, renderer.banner({ policy: known, changes, total, upcoming }, state, actions)];
  }
  return upcoming ? html`<div part="banner">${upcoming}</div>` : nothing;
}

/**
 * Returns a sentence that states when the policy or its next version takes effect. Null if neither
 * date is in the future.
 */
export function upcomingSentence(
  { effective, next }: Policy,
  { messages, today }: ViewState,
): string | null {
  const isNext = !isAhead(effective, today);
  const date = isNext ? next?.effective : effective;
  if (!isAhead(date, today)) return null;
  return messages.t(isNext ? 'nextVersion' : 'takesEffectLong', {
    date: messages.date(date),
    relative: messages.relative(today, date),
  });
}

function upcomingView(policy: Policy, state: ViewState, actions: ViewActions): unknown {
  const sentence = upcomingSentence(policy, state);
  if (!sentence) return null;
  const { messages, today, origin, versionBar } = state;
  const isNext = !isAhead(policy.effective, today);
  const [earlier] = earlierVersions(policy);
  const entry = isNext
    ? unnamedVersion(policy.next!.url, policy.next!.effective)
    : policy.previousUrl
      ? unnamedVersion(policy.previousUrl)
      : earlier;
  // The bar of an opened version already has a button that leads back.
  const href = versionBar ? null : entry?.url;
  const text = messages.t(isNext ? 'readNextVersion' : 'readPreviousVersion');
  return html`<p class="on-paper">
    ${sentence}${
      href
        ? html` <a
            href=${href}
            rel=${relFor(href, origin) ?? nothing}
            @click=${(event: MouseEvent) => actions.openVersion(event, entry!)}
            >${text}</a
          >`
        : nothing
    }
  </p>`;
}
