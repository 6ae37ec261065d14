/** Adopts a shadow root that a server rendered. */

import { adoptStyles } from './adopt-styles.ts';

/**
 * Prepares a server-rendered shadow root for the element's own rendering.
 *
 * @returns the policy in it, which stays on screen until the element renders it, or null; undefined
 *   if there was no server rendering.
 */
export function adoptPrerendered(
  root: ShadowRoot | null,
  styles: Parameters<typeof adoptStyles>[1],
): Element | null | undefined {
  if (!root) return undefined;
  const policy = root.querySelector('[data-prerendered]');
  if ((globalThis as { litElementHydrateSupport?: unknown }).litElementHydrateSupport) {
    // Lit hydrates the shell, in which the policy is a single node. Markers inside would confuse
    // it.
    const marks: ChildNode[] = [];
    const walker = policy && document.createTreeWalker(policy, NodeFilter.SHOW_COMMENT);
    while (walker?.nextNode()) marks.push(walker.currentNode as Comment);
    for (const mark of marks) mark.remove();
    // Lit adopts no style sheets when it hydrates, and those added later must come after these.
    adoptStyles(root, styles);
  } else {
    // Lit would render next to the existing nodes. The styles stay as long as the policy that needs
    // them.
    policy?.prepend(...root.querySelectorAll('style'));
    root.replaceChildren();
  }
  return policy;
}
