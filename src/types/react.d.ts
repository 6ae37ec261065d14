/** Types of `<privacy-policy>` and `<privacy-policy-link>` in the JSX of React 19. */

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PrivacyPolicyElement } from '../index.js';
import type { PrivacyPolicyLinkElement } from '../link.js';
import type {
  LinkListeners,
  LinkMarkup,
  PolicyListeners,
  PolicyMarkup,
} from '../framework-types.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'privacy-policy': DetailedHTMLProps<
        HTMLAttributes<PrivacyPolicyElement>,
        PrivacyPolicyElement
      > &
        PolicyMarkup &
        PolicyListeners & { class?: string | undefined };
      'privacy-policy-link': DetailedHTMLProps<
        HTMLAttributes<PrivacyPolicyLinkElement>,
        PrivacyPolicyLinkElement
      > &
        LinkMarkup &
        LinkListeners & { class?: string | undefined };
    }
  }
}
