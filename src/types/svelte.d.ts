/** Types of `<privacy-policy>` and `<privacy-policy-link>` in Svelte 5 templates. */

import type { HTMLAttributes } from 'svelte/elements';
import type { PrivacyPolicyElement } from '../index.js';
import type { PrivacyPolicyLinkElement } from '../link.js';
import type {
  LinkListeners,
  LinkMarkup,
  PolicyListeners,
  PolicyMarkup,
} from '../framework-types.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'privacy-policy': HTMLAttributes<PrivacyPolicyElement> & PolicyMarkup & PolicyListeners;
    'privacy-policy-link': HTMLAttributes<PrivacyPolicyLinkElement> & LinkMarkup & LinkListeners;
  }
}
