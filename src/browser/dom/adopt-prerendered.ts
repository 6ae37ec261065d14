/** What a server drew in the shadow root, for the element to go on from. */

import { adoptStyles } from './adopt-styles.ts';

/**
 * Makes a shadow root that a server drew ready for the element's own drawing. Gives the policy in it,
 * which is to stay on screen until the element draws it, or null; undefined where no server drew.
 */
export function adoptPrerendered(
  root: ShadowRoot | null,
  styles: Parameters<typeof adoptStyles>[1],
): Element | null | undefined {
  if (!root) return undefined;
  const policy = root.querySelector('[data-prerendered]');
  if ((globalThis as { litElementHydrateSupport?: unknown }).litElementHydrateSupport) {
    // Lit goes on from the shell. The policy is one node to it, whose own marks would lead it astray.
    const marks: ChildNode[] = [];
    const walker = policy && document.createTreeWalker(policy, NodeFilter.SHOW_COMMENT);
    while (walker?.nextNode()) marks.push(walker.currentNode as Comment);
    for (const mark of marks) mark.remove();
    // Lit adopts none where it goes on, and those that come later must come after these.
    adoptStyles(root, styles);
  } else {
    // Lit would draw beside what is there. The styles stay as long as the policy that needs them.
    policy?.prepend(...root.querySelectorAll('style'));
    root.replaceChildren();
  }
  return policy;
}
