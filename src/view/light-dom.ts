import type { ScreenState } from './screen-state.ts';
import { createElement, type TextElement, type TextNode } from './text/text-document.ts';

/** Attribute of children that the element added to contain the policy's text. */
const LIGHT_TEXT = 'data-policy-text';

/**
 * Elements that have rendered their text into the page. Any other element that already contains
 * such text was cloned from one of them.
 */
const renderedHosts = new WeakSet<HTMLElement>();

function lightTexts(host: HTMLElement): HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>(`:scope > [${LIGHT_TEXT}]`)];
}

/**
 * Renders a piece of the policy's text into a child of the element, and returns the slot that shows
 * it. In a child, page styles, browser translation, reader modes and native `#id` navigation apply
 * to the text.
 */
export function lightSlot(
  name: string,
  content: TextNode,
  state: Pick<ScreenState, 'host' | 'textDocument'>,
): TextElement {
  const host = state.host!;
  if (!renderedHosts.has(host)) for (const child of lightTexts(host)) child.remove();
  renderedHosts.add(host);
  const slot = `policy ${name}`;
  let child = lightTexts(host).find((each) => each.slot === slot);
  if (!child) {
    child = host.ownerDocument.createElement('div');
    child.setAttribute(LIGHT_TEXT, '');
    child.slot = slot;
    host.append(child);
  }
  child.replaceChildren(content as Node);
  return createElement(state, 'slot', { name: slot });
}

/**
 * Removes children whose slot is gone, and ids in the policy's text that the page uses elsewhere.
 */
export function tidyLightDom(host: HTMLElement): void {
  for (const child of lightTexts(host)) {
    if (!child.assignedSlot) child.remove();
    for (const node of child.querySelectorAll('[id]'))
      if (isRepeated(node.id)) node.removeAttribute('id');
  }
}

/** Whether several elements of the page have an id. An element may hide the document's method. */
function isRepeated(id: string): boolean {
  return Document.prototype.querySelectorAll.call(document, `#${CSS.escape(id)}`).length > 1;
}
