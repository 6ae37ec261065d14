/** Classifies HTML elements, and gives access to their attributes. */

import type { AttributeOf } from '../../core/parse/html-inlines.ts';

/** Elements whose content is never text of a policy. */
const NEVER_TEXT = new Set(
  'audio base button canvas datalist dialog embed frameset head iframe input link map math meta meter noscript object optgroup option progress script select style svg template textarea title video'.split(
    ' ',
  ),
);

/** Names of elements that are rendered on lines of their own. */
export const BLOCK_NAMES: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Selects headings. */
export const HEADINGS = 'h1,h2,h3,h4,h5,h6';

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Whether an element is rendered on lines of its own. */
export function isBlock(element: Element): boolean {
  return BLOCK_NAMES.has(element.localName);
}

/** Whether an element never contains text of a policy. */
export function isNeverText(element: Element): boolean {
  return NEVER_TEXT.has(element.localName);
}

/** Whether an element is left out of markup that consists only of policy text. */
export function isNotShown(element: Element): boolean {
  return isNeverText(element) || isMarkedHidden(element);
}

/** Whether the `hidden` attribute hides an element. Visitors can find `until-found` elements. */
export function isMarkedHidden(element: Element): boolean {
  const hidden = element.getAttribute('hidden');
  return hidden !== null && hidden !== 'until-found';
}

/** Returns the first child element with a name, or null. */
export function childOf(element: Element, name: string): Element | null {
  for (const child of element.children) if (child.localName === name) return child;
  return null;
}

/**
 * Returns a getter for an element's attributes. `sanitizeMarkup` renames `src` and `style`, which
 * would load or apply in a parsed page.
 */
export function attributesOf(element: Element): AttributeOf {
  return (name) => {
    const renamed = name === 'src' || name === 'style' ? `data-${name}` : name;
    return element.getAttribute(renamed) ?? element.getAttribute(name);
  };
}
