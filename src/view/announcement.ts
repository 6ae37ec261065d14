/** What a screen reader is told, once, when a policy is on screen. */

import { formerTitle, weightOf } from '../core/diff/comparison.ts';
import { upcomingSentence } from './banner.ts';
import { staleSentence } from './notice.ts';
import type { ViewState } from './view-state.ts';

/** The sentences for what is on screen; empty where there is nothing to say. */
export function arrivalSentence(state: ViewState): string {
  const { status, policy, changes, messages } = state;
  if (status === 'stale') return staleSentence(state);
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
