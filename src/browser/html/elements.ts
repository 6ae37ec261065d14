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

/**
 * Name that `sanitizeMarkup` gives to each `<summary>`, which parsers treat in the same way. For
 * each link in a `<summary>`, Chromium reports an issue to its developer tools, and again for each
 * `<summary>` around that one. The reports for 80 nested ones block the page.
 */
export const PARSED_SUMMARY = 'hgroup';

/** Selects headings, except those of word processors. */
export const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** Matches the class or style of a paragraph that is a heading in Word. */
const WORD_HEADING = /\bMso(?:Title|Heading([1-9]))\b|mso-outline-level:\s?([1-9])/;

/** Level of a heading that does not state its level, as in WAI-ARIA. */
const DEFAULT_LEVEL = 2;

/** Returns the level of a heading, from 1 to 6, or 0 if the element is not a heading. */
export function headingLevel(element: Element): number {
  const name = element.localName;
  const isNative = /^h[1-6]$/.test(name);
  if (isNative || element.getAttribute('role') === 'heading') {
    const level = Number(element.getAttribute('aria-level') ?? (isNative ? name[1] : NaN));
    return level >= 1 ? Math.min(6, Math.floor(level)) : DEFAULT_LEVEL;
  }
  if (name !== 'p') return 0;
  const attribute = attributesOf(element);
  // The title of a document that Google Docs exported.
  if (element.id.startsWith('h.') && element.matches('.title')) return 1;
  const word = WORD_HEADING.exec(`${attribute('class') ?? ''} ${attribute('style') ?? ''}`);
  return word ? Math.min(6, Number(word[1] ?? word[2] ?? 1)) : 0;
}

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
  return isNeverText(element) || (isMarkedHidden(element) && !isPanel(element));
}

/**
 * Whether an element that is hidden is a panel that opens below its title, such as the text in an
 * accordion.
 */
export function isPanel(element: Element): boolean {
  const title = element.previousElementSibling;
  return (
    /^(?:region|tabpanel)$/.test(element.getAttribute('role') ?? '') ||
    (!!title &&
      (panelOf(title) === element ||
        !!title.querySelector('[aria-expanded]') ||
        (element.localName === 'div' && headingLevel(title) > 0)))
  );
}

/** Returns the panel that a button opens below itself, or null. */
export function panelOf(button: Element): Element | null {
  const isTitle =
    (button.localName === 'button' || button.getAttribute('role') === 'button') &&
    (button.hasAttribute('aria-expanded') ||
      /accordion|collaps|faq/i.test(button.getAttribute('class') ?? ''));
  if (!isTitle) return null;
  const isAlone = [button.previousSibling, button.nextSibling].every(
    (node) => !node || (node.nodeType === 3 && !(node as Text).data.trim()),
  );
  const next = (isAlone && button.nextElementSibling === null ? button.parentElement! : button)
    .nextElementSibling;
  return next && isBlock(next) ? next : null;
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

/** Returns the summary of a `<details>` element in a parsed or in a live document, or null. */
export function summaryOf(details: Element): Element | null {
  return childOf(details, 'summary') ?? childOf(details, PARSED_SUMMARY);
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
