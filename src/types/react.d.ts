/** `<privacy-policy>` in the JSX of React 19. */

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PrivacyPolicyElement } from '../index.js';
import type { PolicyListeners, PolicyMarkup } from '../framework-types.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'privacy-policy': DetailedHTMLProps<
        HTMLAttributes<PrivacyPolicyElement>,
        PrivacyPolicyElement
      > &
        PolicyMarkup &
        PolicyListeners & { class?: string | undefined };
    }
  }
}
