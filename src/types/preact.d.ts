/** Types of `<privacy-policy>` and `<privacy-policy-link>` in Preact's JSX. */

import type { HTMLAttributes } from 'preact';
import type { PrivacyPolicyElement } from '../index.js';
import type { PrivacyPolicyLinkElement } from '../link.js';
import type {
  LinkListeners,
  LinkMarkup,
  PolicyListeners,
  PolicyMarkup,
} from '../framework-types.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'privacy-policy': HTMLAttributes<PrivacyPolicyElement> & PolicyMarkup & PolicyListeners;
      'privacy-policy-link': HTMLAttributes<PrivacyPolicyLinkElement> & LinkMarkup & LinkListeners;
    }
  }
}
