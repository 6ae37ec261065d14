/** `<privacy-policy>` in the templates of Vue 3. */

import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { PrivacyPolicyElement } from '../index.js';
import type { PolicyEventName, PolicyProps } from '../framework-types.js';

declare module 'vue' {
  interface GlobalComponents {
    'privacy-policy': new () => PrivacyPolicyElement & {
      /** For the compiler of templates; there is none at run time. */
      $props: HTMLAttributes & PolicyProps & PublicProps;
      /** For the compiler of templates; there is none at run time. */
      $emit: EmitFn<{
        [Type in PolicyEventName]: (event: GlobalEventHandlersEventMap[Type]) => void;
      }>;
    };
  }
}
