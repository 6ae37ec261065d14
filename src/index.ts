/** Defines `<privacy-policy>` once, and exports the public API. */

import { html, isServer, render } from 'lit';
import { queryDocument } from './browser/dom/unclobbered.ts';
import { PrivacyPolicyElement } from './privacy-policy.ts';

// A second copy of the script, or another element with this name, must not make the script throw.
if (!customElements.get('privacy-policy') && (isServer || canRender())) {
  customElements.define('privacy-policy', PrivacyPolicyElement);
  // For CMS editors that strip unknown tags. Searches for `<div>`s only on pages that ask for it.
  if (!isServer && queryDocument(document, 'script[data-privacy-policy]')) void upgradeMarked();
}

async function upgradeMarked(): Promise<void> {
  const { upgradeMarked } = await import('./browser/dom/upgrade-divs.ts');
  upgradeMarked('privacy-policy', PrivacyPolicyElement.observedAttributes);
}

/**
 * Whether Lit can render on this page. It cannot if the page's Trusted Types rules forbid Lit's
 * templates. The element's children then stay visible.
 */
function canRender(): boolean {
  try {
    render(html`<p></p>`, document.createDocumentFragment());
    return true;
  } catch {
    return false;
  }
}

export { PrivacyPolicyElement };
export type { ChangeSummary, SectionChange } from './core/diff/comparison.ts';
export { PolicyError, type PolicyErrorCode } from './core/model/errors.ts';
export type { Policy, Section } from './core/model/policy.ts';
export {
  PolicyChangesEvent,
  PolicyErrorEvent,
  PolicyLoadEvent,
  PolicyNavigateEvent,
  PolicyRememberEvent,
  PolicyToggleEvent,
} from './events.ts';
export type { PolicyEventName, PolicyListeners, PolicyMarkup } from './framework-types.ts';
export { registerTranslation, type Translation } from './i18n/index.ts';

declare global {
  interface HTMLElementTagNameMap {
    'privacy-policy': PrivacyPolicyElement;
  }
}
