/** `<privacy-policy>` in the JSX of Preact. */

import type { HTMLAttributes } from 'preact';
import type { PrivacyPolicyElement } from '../index.js';
import type { PolicyListeners, PolicyMarkup } from '../framework-types.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'privacy-policy': HTMLAttributes<PrivacyPolicyElement> & PolicyMarkup & PolicyListeners;
    }
  }
}
