import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import { buttonView } from '../button.ts';
import type { ChangesState } from '../change-renderer.ts';
import type { ScreenState, ViewActions } from '../screen-state.ts';

/**
 * Renders the controls for changes: previous and next change, "Show changes" and "Mark as read".
 */
export function changeControlsView(
  { visible, position, read, summary }: ChangesState,
  total: number,
  { messages, memory }: ScreenState,
  actions: ViewActions,
): TemplateResult {
  const isInert = read === 'elsewhere';
  return html`<div class="wrap buttons">
    ${
      visible && summary.total
        ? html`<span class="wrap steps">
            ${
              position > 1
                ? buttonView(messages.t('previousChange'), () => actions.previousChange())
                : nothing
            }${buttonView(messages.t('nextChange'), () => actions.nextChange(), {
              name: 'primary',
              isInert: position >= total,
            })}<span class="position">${messages.t('changeOf', { position, total })}</span>
          </span>`
        : nothing
    }
    ${visible && summary.material ? detailsButton(messages) : nothing}
    <span class="wrap more">
      <label class="check"
        ><input
          type="checkbox"
          .checked=${visible}
          @change=${() => actions.showChanges(!visible)}
        />${messages.t('showChanges')}</label
      >${
        memory && visible
          ? buttonView(messages.t('markAsRead'), () => isInert || actions.markAsRead(), {
              name: 'link',
              isInert,
            })
          : nothing
      }
    </span>
  </div>`;
}

/** Renders the button that shows the rest of the banner on narrow screens. */
function detailsButton(messages: Messages): TemplateResult {
  return html`<button
    type="button"
    part="button"
    class="link narrow"
    aria-expanded="false"
    @click=${(event: MouseEvent) => toggleMore(event.currentTarget as Element)}
  >
    ${messages.t('details')}
  </button>`;
}

/** Shows or hides the part of the banner that is hidden at first on narrow screens. */
function toggleMore(button: Element): void {
  const isOpen = button.closest('[part="banner"]')!.classList.toggle('open');
  button.setAttribute('aria-expanded', `${isOpen}`);
}
