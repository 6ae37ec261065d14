import { directionOf } from '../i18n/formats.ts';
import { createElement, type TextParent } from './text/text-document.ts';
import type { ScreenState } from './screen-state.ts';

/** Appends the publisher's summary of a section or of the whole policy, if there is one. */
export function appendSummary(
  target: TextParent,
  summary: string | null,
  state: Pick<ScreenState, 'messages' | 'textDocument'>,
  language: string | null = null,
): void {
  if (!summary) return;
  const { messages } = state;
  const dir = language && directionOf(language);
  const label = createElement(
    state,
    'strong',
    { lang: messages.language },
    messages.t('summaryLabel'),
  );
  target.append(
    createElement(state, 'p', { class: 'summary', lang: language, dir }, label, ` ${summary}`),
  );
}
