/** What a screen reader is told, once, when a policy is on screen. */

import { formerTitle, weightOf, type ChangeSummary } from '../core/diff/comparison.ts';
import type { Messages } from '../i18n/index.ts';
import { upcomingSentence } from './banner.ts';
import { staleSentence } from './notice.ts';
import type { ViewState } from './view-state.ts';

/** The sentences for what is on screen; empty where there is nothing to say. */
export function arrivalSentence(state: ViewState): string {
  const { status, policy, changes, messages, offered } = state;
  if (status === 'stale') return staleSentence(state);
  if (offered) return offeredSentence(offered, messages);
  if (!policy || changes?.read !== 'no') return '';
  const { since, baseline, moved, total: count } = changes.summary;
  const title = policy.title ?? '';
  const heading = formerTitle(changes.comparison);
  const weight = weightOf(changes);
  const said = !weight
    ? ''
    : heading
      ? messages.t('renamedNote', { heading })
      : weight === 'details' && !moved
        ? messages.t('onlyDetailsChanged', { date: messages.date(since!) })
        : baseline === 'visit' && since !== null
          ? messages.t('changesAnnounced', { title, count, date: messages.date(since) })
          : messages.t('changesAnnouncedPrevious', { title, count });
  return [said, upcomingSentence(policy, state)].filter(Boolean).join(' ');
}

/** Returns the sentence that offers a comparison which came after the first render. */
export function offeredSentence({ since }: ChangeSummary, messages: Messages): string {
  return since
    ? messages.t('differsSince', { date: messages.date(since) })
    : messages.t('differsFromEarlier');
}
