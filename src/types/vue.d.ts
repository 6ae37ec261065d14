/** Types of `<privacy-policy>` and `<privacy-policy-link>` in Vue 3 templates. */

import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { PrivacyPolicyElement } from '../index.js';
import type { PrivacyPolicyLinkElement } from '../link.js';
import type { LinkMarkup, PolicyEventName, PolicyProps } from '../framework-types.js';

declare module 'vue' {
  interface GlobalComponents {
    'privacy-policy': new () => PrivacyPolicyElement & {
      /** Used only by the template compiler. Does not exist at run time. */
      $props: HTMLAttributes & PolicyProps & PublicProps;
      /** Used only by the template compiler. Does not exist at run time. */
      $emit: EmitFn<{
        [Type in PolicyEventName]: (event: GlobalEventHandlersEventMap[Type]) => void;
      }>;
    };
    'privacy-policy-link': new () => PrivacyPolicyLinkElement & {
      /** Used only by the template compiler. Does not exist at run time. */
      $props: HTMLAttributes & LinkMarkup & PublicProps;
      /** Used only by the template compiler. Does not exist at run time. */
      $emit: EmitFn<{
        [Type in 'policy-changes' | 'policy-dismiss']: (
          event: GlobalEventHandlersEventMap[Type],
        ) => void;
      }>;
    };
  }
}
