import { html, nothing, type TemplateResult } from 'lit';

/** Draws a button. One that is inert keeps its place and the focus, and says so. */
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
