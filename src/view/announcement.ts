/** Sentences that screen readers announce once a policy is on screen. */

import type { ChangeSummary } from '../core/diff/comparison.ts';
import type { Messages } from '../i18n/index.ts';
import { upcomingSentence } from './banner.ts';
import { staleSentence } from './notice.ts';
import type { ViewState } from './view-state.ts';

/** Returns the sentences to announce when a policy appears on screen, or an empty string. */
export function arrivalSentence(state: ViewState): string {
  const { status, policy, changes, messages, offered } = state;
  if (status === 'stale') return staleSentence(state);
  if (offered) return offeredSentence(offered, messages);
  if (!policy || changes?.read !== 'no') return '';
  const sentence = changes.renderer.sentence(changes, policy.title ?? '', messages);
  return [sentence, upcomingSentence(policy, state)].filter(Boolean).join(' ');
}

/**
 * Returns the sentence about the changes found by a comparison that finished after the first
 * render.
 */
export function offeredSentence({ since, material }: ChangeSummary, messages: Messages): string {
  if (!since) return messages.t(material ? 'differsFromEarlier' : 'onlyMinorChangedPrevious');
  return messages.t(material ? 'differsSince' : 'onlyMinorChanged', { date: messages.date(since) });
}
