import { nothing, type TemplateResult } from 'lit';
import { buttonView } from './button.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Renders the button that closes or opens all sections. */
export function collapseAllView(
  { messages, closed }: ViewState,
  actions: ViewActions,
): TemplateResult {
  const text = messages.t(closed.size ? 'expandAll' : 'collapseAll');
  return buttonView(text, () => actions.toggleAll(), { name: 'all link' });
}

/** Renders the bar that is shown while a visitor goes from change to change. */
export function toolbarView(total: number, state: ViewState, actions: ViewActions): unknown {
  const { changes } = state;
  return changes ? changes.renderer.toolbar(changes, total, state, actions) : nothing;
}
