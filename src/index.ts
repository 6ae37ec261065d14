/** Defines `<privacy-policy>` once, and gives out its public names. */

import { html, isServer, render } from 'lit';
import { queryDocument } from './browser/dom/unclobbered.ts';
import { PrivacyPolicyElement } from './privacy-policy.ts';

// A second copy of the script, or a page with a tag of that name, must find nothing thrown.
if (!customElements.get('privacy-policy') && (isServer || canDraw())) {
  customElements.define('privacy-policy', PrivacyPolicyElement);
  // For editors that strip tags they do not know: only where the page asks for it.
  if (!isServer && queryDocument(document, 'script[data-privacy-policy]')) void upgradeMarked();
}

async function upgradeMarked(): Promise<void> {
  const { upgradeMarked } = await import('./browser/dom/upgrade-divs.ts');
  upgradeMarked('privacy-policy', PrivacyPolicyElement.observedAttributes);
}

/** False where the page's security policy forbids templates: what is inside the element stays. */
function canDraw(): boolean {
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
