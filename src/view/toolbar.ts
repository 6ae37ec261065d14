import { html, nothing, type TemplateResult } from 'lit';
import type { ViewActions, ViewState } from './view-state.ts';

/** Draws the controls above the text: what is shown of the changes, and all sections at once. */
export function toolbarView(
  state: ViewState,
  actions: ViewActions,
  total: number,
  hasCollapseAll: boolean,
): TemplateResult | typeof nothing {
  const { words, changes, closed } = state;
  const withChanges = changes && changes.read !== 'here' ? changes : null;
  if (!withChanges && !hasCollapseAll) return nothing;
  return html`<div part="toolbar">
    ${
      withChanges
        ? html`<button
              type="button"
              part="button"
              class="pressable"
              aria-pressed=${withChanges.visible ? 'true' : 'false'}
              @click=${() => actions.showChanges(!withChanges.visible)}
            >
              ${words.say('showChanges')}</button
            >${
              withChanges.visible && total > 1
                ? stepsView(withChanges.position, total, state, actions)
                : nothing
            }`
        : nothing
    }${
      hasCollapseAll
        ? html`<button type="button" part="button" class="all" @click=${() => actions.toggleAll()}>
            ${words.say(closed.size ? 'expandAll' : 'collapseAll')}
          </button>`
        : nothing
    }
  </div>`;
}

function stepsView(
  position: number,
  total: number,
  { words }: ViewState,
  actions: ViewActions,
): TemplateResult {
  return html`<span class="steps"
    ><button
      type="button"
      part="button"
      class="previous-change"
      aria-disabled=${position <= 1 ? 'true' : 'false'}
      @click=${() => actions.previousChange()}
    >
      ${words.say('previousChange')}</button
    >${
      position
        ? html`<span class="position">${words.say('changeOf', { position, total })}</span>`
        : nothing
    }<button
      type="button"
      part="button"
      class="next-change"
      aria-disabled=${position >= total ? 'true' : 'false'}
      @click=${() => actions.nextChange()}
    >
      ${words.say('nextChange')}
    </button></span
  >`;
}
