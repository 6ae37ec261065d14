/** Finds the page's boxes between the element and its sections. Their markup is not changed. */

import { isUnslotted } from '../find-source.ts';

/** Matches boxes without a meaning of their own that may have a shadow root. */
const BOXES = /^(?:article|div|main|section)$/;

/** Shadow root of each box. Reused, because it can be attached only once. */
const ROOTS = new WeakMap<Element, ShadowRoot>();

/** A box of the page that contains sections. */
export interface PageBox {
  readonly element: Element;
  /** The children that are, or contain, the heading of each section. */
  readonly headings: readonly Element[];
}

/**
 * Finds the boxes that contain the sections: the element itself, or boxes inside it. Returns null
 * if a box spans section boundaries or contains text that cannot be slotted.
 *
 * @param nodes All parsed nodes, in document order.
 * @param headings Indexes of the sections' headings among them.
 */
export function findBoxes(
  host: Element,
  nodes: readonly Node[],
  headings: readonly number[],
): readonly PageBox[] | null {
  const found: { element: Element; headings: Element[] }[] = [];
  for (const at of headings) {
    const [before, node, after] = [nodes[at - 1], nodes[at], nodes[at + 1]];
    // A wrapper that contains only a heading belongs to it.
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
 * Shows a box's sections in `mount`, followed by its unslotted children.
 *
 * @param heading One of its children. All sections get its grid column and size.
 */
export function openBox(box: Element, mount: HTMLElement, heading: Element): void {
  // Computed before the shadow root exists, because unslotted children have no style.
  const { gridColumn, maxInlineSize } = getComputedStyle(heading);
  const style = { gridColumn, maxInlineSize, marginInline: 'auto', inlineSize: '100%' };
  Object.assign(mount.style, style);
  const root = ROOTS.get(box) ?? box.attachShadow({ mode: 'open' });
  ROOTS.set(box, root);
  if (mount.parentNode !== root) root.replaceChildren(mount, document.createElement('slot'));
}

/** Shows a box's children as they are in the page. */
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
