import { html, nothing } from 'lit';
import { directionOf } from '../messages/formats.ts';
import type { Words } from '../messages/index.ts';

/** Draws what the publisher says in short, of a section or of the whole policy; nothing for null. */
export function summaryView(
  summary: string | null,
  words: Words,
  language: string | null = null,
): unknown {
  return summary
    ? html`<p
        class="summary"
        lang=${language ?? nothing}
        dir=${language ? directionOf(language) : nothing}
      >
        <strong lang=${words.language}>${words.say('summaryLabel')}</strong> ${summary}
      </p>`
    : nothing;
}
