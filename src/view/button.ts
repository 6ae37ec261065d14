import { html, nothing, type TemplateResult } from 'lit';

/** Renders a button. An inert button stays visible and focusable, but is announced as disabled. */
export function buttonView(
  text: unknown,
  action: (event: Event) => void,
  { name = '', isInert = false } = {},
): TemplateResult {
  return html`<button
    type="button"
    part="button"
    class=${name}
    aria-disabled=${isInert || nothing}
    @click=${action}
  >
    ${text}
  </button>`;
}
