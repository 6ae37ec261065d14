/** `<privacy-policy>` in the templates of Svelte 5. */

import type { HTMLAttributes } from 'svelte/elements';
import type { PrivacyPolicyElement } from '../index.js';
import type { PolicyListeners, PolicyMarkup } from '../framework-types.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'privacy-policy': HTMLAttributes<PrivacyPolicyElement> & PolicyMarkup & PolicyListeners;
  }
}
