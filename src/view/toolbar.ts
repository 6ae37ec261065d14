import { html, nothing, type TemplateResult } from 'lit';
import { buttonView } from './button.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Renders the controls above the text: what is shown of the changes, and all sections at once. */
export function toolbarView(
  state: ViewState,
  actions: ViewActions,
  total: number,
  hasCollapseAll: boolean,
): TemplateResult | typeof nothing {
  const { messages, changes, closed } = state;
  const hasChanges = changes !== null && changes.read !== 'here';
  if (!hasChanges && !hasCollapseAll) return nothing;
  return html`<div part="toolbar">
    ${hasChanges ? changes.renderer.controls(changes, total, state, actions) : nothing}${
      hasCollapseAll
        ? buttonView(
            messages.t(closed.size ? 'expandAll' : 'collapseAll'),
            () => actions.toggleAll(),
            // Alone it is to be found, not to be looked at.
            { name: hasChanges ? 'all' : 'all link' },
          )
        : nothing
    }
  </div>`;
}
