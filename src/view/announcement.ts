/** Sentences that screen readers announce once a policy is on screen. */

import { formerTitle, weightOf, type ChangeSummary } from '../core/diff/comparison.ts';
import type { Messages } from '../i18n/index.ts';
import { upcomingSentence } from './banner.ts';
import { staleSentence } from './notice.ts';
import type { ChangesState, ViewState } from './view-state.ts';

/** Returns the sentences about the policy on screen, or an empty string. */
export function arrivalSentence(state: ViewState): string {
  const { status, policy, changes, messages, offered } = state;
  if (status === 'stale') return staleSentence(state);
  if (offered) return offeredSentence(offered, messages);
  if (!policy || changes?.read !== 'no') return '';
  return [changesSentence(changes, state), upcomingSentence(policy, state)]
    .filter(Boolean)
    .join(' ');
}

/** Returns the sentence that offers a comparison which finished after the first render. */
export function offeredSentence({ since }: ChangeSummary, messages: Messages): string {
  return since
    ? messages.t('differsSince', { date: messages.date(since) })
    : messages.t('differsFromEarlier');
}

function changesSentence(changes: ChangesState, { messages, policy }: ViewState): string {
  const { since, baseline, moved, total: count, material } = changes.summary;
  const title = policy!.title ?? '';
  const heading = formerTitle(changes.comparison);
  if (heading) return messages.t('renamedNote', { heading });
  if (!count) return '';
  const date = since ? messages.date(since) : '';
  if (!material) {
    if (!since) return messages.t('onlyMinorChangedPrevious');
    const isDetail = weightOf(changes) === 'details' && !moved;
    return messages.t(isDetail ? 'onlyDetailsChanged' : 'onlyMinorChanged', { date });
  }
  return baseline === 'visit' && since
    ? messages.t('changesAnnounced', { title, count, date })
    : messages.t('changesAnnouncedPrevious', { title, count });
}
