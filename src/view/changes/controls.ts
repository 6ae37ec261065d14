import { html, nothing, type TemplateResult } from 'lit';
import { buttonView } from '../button.ts';
import type { ChangesState } from '../change-renderer.ts';
import type { ScreenState, ViewActions } from '../screen-state.ts';

/** Renders what shows and hides the marks, and leads from change to change. */
export function changeControlsView(
  { visible, position }: ChangesState,
  total: number,
  { messages }: ScreenState,
  actions: ViewActions,
): TemplateResult {
  return html`<button
      type="button"
      part="button"
      aria-pressed=${visible}
      @click=${() => actions.showChanges(!visible)}
    >
      ${messages.t('showChanges')}</button
    >${
      visible && total > 1
        ? html`<span class="wrap steps">
            ${buttonView(messages.t('previousChange'), () => actions.previousChange(), {
              isInert: position <= 1,
            })}${
              position
                ? html`<span class="position">${messages.t('changeOf', { position, total })}</span>`
                : nothing
            }${buttonView(messages.t('nextChange'), () => actions.nextChange(), {
              isInert: position >= total,
            })}
          </span>`
        : nothing
    }`;
}
