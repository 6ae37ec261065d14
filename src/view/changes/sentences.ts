/** Sentences that state how much changed. */

import { changesOnlyDetails, formerTitle } from '../../core/diff/summary.ts';
import type { Messages } from '../../i18n/index.ts';
import type { ChangesState } from '../change-renderer.ts';

/** Returns the sentence that screen readers announce, or an empty string if none is needed. */
export function changesSentence(changes: ChangesState, title: string, messages: Messages): string {
  const { since, baseline, total: count, material } = changes.summary;
  const heading = formerTitle(changes.comparison);
  if (heading) return messages.t('renamedNote', { heading });
  if (!count) return '';
  if (!material) return quietSentence(changes, messages);
  return baseline === 'visit' && since
    ? messages.t('changesAnnounced', { title, count, date: messages.date(since) })
    : messages.t('changesAnnouncedPrevious', { title, count });
}

/** Returns the sentence that states that only immaterial changes were made. */
export function quietSentence({ summary, comparison }: ChangesState, messages: Messages): string {
  const { since, baseline } = summary;
  if (!since) return messages.t('onlyMinorChangedPrevious');
  const isDetail = baseline === 'visit' && changesOnlyDetails(comparison);
  const date = messages.date(since);
  return messages.t(isDetail ? 'onlyDetailsChanged' : 'onlyMinorChanged', { date });
}
