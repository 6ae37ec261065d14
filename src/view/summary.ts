import { html, nothing } from 'lit';
import { directionOf } from '../i18n/formats.ts';
import type { Messages } from '../i18n/index.ts';

/** Draws what the publisher says in short, of a section or of the whole policy; nothing for null. */
export function summaryView(
  summary: string | null,
  messages: Messages,
  language: string | null = null,
): unknown {
  return summary
    ? html`<p
        class="summary"
        lang=${language ?? nothing}
        dir=${language ? directionOf(language) : nothing}
      >
        <strong lang=${messages.language}>${messages.t('summaryLabel')}</strong> ${summary}
      </p>`
    : nothing;
}
