/**
 * Finds the boxes of the page that are between the element and its sections, without changing their
 * markup.
 */

import { isUnslotted } from '../find-source.ts';

/** Matches the names of container elements that can have a shadow root. */
const BOXES = /^(?:article|div|main|section)$/;

/** The shadow root of each box. An element can get a shadow root only once, so it is reused. */
const ROOTS = new WeakMap<Element, ShadowRoot>();

/** A box of the page that contains sections. */
export interface PageBox {
  readonly element: Element;
  /** One child for each section: the section's heading, or an element that contains it. */
  readonly headings: readonly Element[];
}

/**
 * Finds the boxes that contain the sections: the element itself, or boxes inside it. Returns null
 * if a box spans section boundaries or contains text that cannot be slotted.
 *
 * @param nodes All parsed nodes, in document order.
 * @param headings Indexes of the sections' headings in `nodes`.
 */
export function findBoxes(
  host: Element,
  nodes: readonly Node[],
  headings: readonly number[],
): readonly PageBox[] | null {
  const found: { element: Element; headings: Element[] }[] = [];
  for (const at of headings) {
    const [before, node, after] = [nodes[at - 1], nodes[at], nodes[at + 1]];
    // A wrapper that contains only a heading belongs to that heading.
    let child = node instanceof Element ? node : node!.parentElement!;
    let box = child.parentElement!;
    while (
      child !== host &&
      box !== host &&
      !containsOrIs(box, before) &&
      !containsOrIs(box, after)
    ) {
      child = box;
      box = child.parentElement!;
    }
    if (child === host || containsOrIs(child, before) || containsOrIs(child, after)) return null;
    const last = found.at(-1);
    if (last?.element === box) {
      last.headings.push(child);
      continue;
    }
    const isApart =
      !last || (containsOrIs(last.element, before) && !containsOrIs(last.element, child));
    if (!isApart || (last && box.contains(last.element)) || !canShow(host, box)) return null;
    found.push({ element: box, headings: [child] });
  }
  return found;
}

/**
 * Shows a box's sections in `mount`, followed by the box's unslotted children.
 *
 * @param heading A child of the box. All sections get its grid column and maximum size.
 */
export function openBox(box: Element, mount: HTMLElement, heading: Element): void {
  // Read the style before attaching the shadow root: children without a slot have no computed
  // style.
  const { gridColumn, maxInlineSize } = getComputedStyle(heading);
  const style = { gridColumn, maxInlineSize, marginInline: 'auto', inlineSize: '100%' };
  Object.assign(mount.style, style);
  const root = ROOTS.get(box) ?? box.attachShadow({ mode: 'open' });
  ROOTS.set(box, root);
  if (mount.parentNode !== root) root.replaceChildren(mount, document.createElement('slot'));
}

/** Shows a box's children as they are in the page, without sections. */
export function closeBox(box: Element): void {
  ROOTS.get(box)?.replaceChildren(document.createElement('slot'));
}

function containsOrIs(box: Element, node: Node | undefined): boolean {
  return box.contains(node ?? null);
}

function canShow(host: Element, box: Element): boolean {
  // Text nodes between the children cannot be slotted.
  const isBare = [...box.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.nodeValue ?? ''),
  );
  return (
    !isBare &&
    (box === host ||
      (BOXES.test(box.localName) &&
        (!box.shadowRoot || ROOTS.has(box)) &&
        [...box.children].every(isUnslotted)))
  );
}
