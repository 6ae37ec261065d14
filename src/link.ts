/** Defines `<privacy-policy-link>` once, and exports the public API. */

import { PrivacyPolicyLinkElement } from './link/privacy-policy-link.ts';

if (globalThis.customElements && !customElements.get('privacy-policy-link')) {
  customElements.define('privacy-policy-link', PrivacyPolicyLinkElement);
}

export { PrivacyPolicyLinkElement };
export type { PolicyChangesEvent, PolicyDismissEvent } from './events.ts';
export type { ChangeSummary, SectionChange } from './core/diff/comparison.ts';
