/** Adopts a shadow root that a server rendered. */

import { adoptStyles } from './adopt-styles.ts';

/**
 * Prepares a server-rendered shadow root for the element's own rendering.
 *
 * @returns The policy in the shadow root, or null if it has none. The policy stays on screen until
 *   the element renders its own. Undefined if there was no server rendering.
 */
export function adoptPrerendered(
  root: ShadowRoot | null,
  styles: Parameters<typeof adoptStyles>[1],
): Element | null | undefined {
  if (!root) return undefined;
  const policy = root.querySelector('[data-prerendered]');
  if ((globalThis as { litElementHydrateSupport?: unknown }).litElementHydrateSupport) {
    // Lit hydrates the shell and treats the policy in it as a single node. Lit's comment markers
    // inside the policy would confuse it, so remove them.
    const marks: ChildNode[] = [];
    const walker = policy && document.createTreeWalker(policy, NodeFilter.SHOW_COMMENT);
    while (walker?.nextNode()) marks.push(walker.currentNode as Comment);
    for (const mark of marks) mark.remove();
    // Lit does not adopt the element's style sheets when it hydrates. Adopt them now, because
    // sheets that are added later must come after them.
    adoptStyles(root, styles);
  } else {
    // Lit would render next to the existing nodes, so remove those nodes. The styles move into the
    // policy, which needs them as long as it is on screen.
    policy?.prepend(...root.querySelectorAll('style'));
    root.replaceChildren();
  }
  return policy;
}
