import { html, isServer, nothing, type TemplateResult } from 'lit';
import { removedKey } from '../core/diff/comparison.ts';
import type { Policy } from '../core/model/policy.ts';
import { staticContents } from './static-contents.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Draws the table of contents. */
export function contentsView(
  policy: Policy,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { messages, contentsOpen, changes } = state;
  const { title, sections } = policy;
  const removed = changes?.comparison.removed ?? [];
  const count = sections.length;
  return html`<nav
    part="toc"
    class=${contentsOpen ? 'open' : ''}
    aria-label=${title ? messages.t('contentsOf', { title }) : messages.t('contents')}
  >
    <p class="toc-title">${messages.t('contents')}</p>
    <button
      type="button"
      class="toc-toggle"
      aria-expanded=${contentsOpen}
      @click=${() => actions.toggleContents()}
    >
      <span class="chevron"></span><span>${messages.t('contentsCount', { count })}</span>
    </button>
    ${
      changes || isServer
        ? html`<ul role="list" lang=${policy.language ?? nothing} dir="auto">
            ${sections.map(({ id, heading }, index) => {
              const comparison = changes?.comparison.sections[index];
              const label = comparison ? changes.views.label(comparison, messages) : null;
              return html`<li>${linkOf(id, heading, label, state, actions)}</li>`;
            })}${
              removed[0]
                ? html`<li class="removed">
                    ${linkOf(removedKey(removed[0].section.id), messages.t('removedSections'), messages.number(removed.length), state, actions)}
                  </li>`
                : nothing
            }
          </ul>`
        : staticContents(policy, state, actions)
    }
  </nav>`;
}

function linkOf(
  id: string,
  text: string,
  label: string | null,
  { messages, page, current }: ViewState,
  actions: ViewActions,
): TemplateResult {
  return html`<a
    part="toc-link"
    href="${page}#${encodeURIComponent(id)}"
    aria-current=${id === current ? 'location' : nothing}
    @click=${(event: MouseEvent) => actions.follow(event, id)}
    ><span>${text}</span>${
      label
        ? html` <span class="count" lang=${messages.language} dir=${messages.direction}
            >${label}</span
          >`
        : nothing
    }</a
  >`;
}
