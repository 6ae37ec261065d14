import { html, nothing, type TemplateResult } from 'lit';
import { buttonView } from './button.ts';
import type { ChangesState, ViewActions, ViewState } from './view-state.ts';

/** Draws the controls above the text: what is shown of the changes, and all sections at once. */
export function toolbarView(
  state: ViewState,
  actions: ViewActions,
  total: number,
  hasCollapseAll: boolean,
): TemplateResult | typeof nothing {
  const { words, changes, closed } = state;
  const hasChanges = changes !== null && changes.read !== 'here';
  if (!hasChanges && !hasCollapseAll) return nothing;
  return html`<div part="toolbar">
    ${hasChanges ? changesView(changes, total, state, actions) : nothing}${
      hasCollapseAll
        ? buttonView(
            words.say(closed.size ? 'expandAll' : 'collapseAll'),
            () => actions.toggleAll(),
            {
              name: 'all',
            },
          )
        : nothing
    }
  </div>`;
}

function changesView(
  { visible, position }: ChangesState,
  total: number,
  { words }: ViewState,
  actions: ViewActions,
): TemplateResult {
  return html`<button
      type="button"
      part="button"
      aria-pressed=${visible}
      @click=${() => actions.showChanges(!visible)}
    >
      ${words.say('showChanges')}</button
    >${
      visible && total > 1
        ? html`<span class="wrap">
            ${buttonView(words.say('previousChange'), () => actions.previousChange(), {
              isInert: position <= 1,
            })}${
              position
                ? html`<span class="position">${words.say('changeOf', { position, total })}</span>`
                : nothing
            }${buttonView(words.say('nextChange'), () => actions.nextChange(), {
              isInert: position >= total,
            })}
          </span>`
        : nothing
    }`;
}
