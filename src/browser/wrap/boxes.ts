/** Boxes of a page between the element and its sections: seen through, and never touched. */

import { isUnslotted } from '../find-source.ts';

/** Boxes that say nothing of their own, and that may have a shadow root. */
const BOXES = /^(?:article|div|main|section)$/;

/** What shows the children of each box, by the box: a shadow root can be attached but once. */
const ROOTS = new WeakMap<Element, ShadowRoot>();

/** A box of the page, and where the headings of its sections stand in it. */
export interface PageBox {
  readonly element: Element;
  /** The children that are, or hold, the heading of each section. */
  readonly headings: readonly Element[];
}

/**
 * Finds the boxes that hold the sections: the element itself, or some inside it. Null where a box
 * cuts across sections, or holds text that no slot can show.
 *
 * @param nodes All that was read, in document order.
 * @param headings Places of the sections' headings among them.
 */
export function findBoxes(
  host: Element,
  nodes: readonly Node[],
  headings: readonly number[],
): readonly PageBox[] | null {
  const found: { element: Element; headings: Element[] }[] = [];
  for (const at of headings) {
    const [before, node, after] = [nodes[at - 1], nodes[at], nodes[at + 1]];
    // What holds nothing but a heading belongs to it.
    let child = node instanceof Element ? node : node!.parentElement!;
    let box = child.parentElement!;
    while (child !== host && box !== host && !holds(box, before) && !holds(box, after)) {
      child = box;
      box = child.parentElement!;
    }
    if (child === host || holds(child, before) || holds(child, after)) return null;
    const last = found.at(-1);
    if (last?.element === box) {
      last.headings.push(child);
      continue;
    }
    const isApart = !last || (holds(last.element, before) && !holds(last.element, child));
    if (!isApart || (last && box.contains(last.element)) || !canShow(host, box)) return null;
    found.push({ element: box, headings: [child] });
  }
  return found;
}

/**
 * Has a box show its sections in `mount`, and all that is in no slot after it.
 *
 * @param heading One of its children: what places it among the box's columns places them all.
 */
export function openBox(box: Element, mount: HTMLElement, heading: Element): void {
  // Asked for first: what is in no slot has no style.
  const { gridColumn, maxInlineSize } = getComputedStyle(heading);
  const style = { gridColumn, maxInlineSize, marginInline: 'auto', inlineSize: '100%' };
  Object.assign(mount.style, style);
  const root = ROOTS.get(box) ?? box.attachShadow({ mode: 'open' });
  ROOTS.set(box, root);
  if (mount.parentNode !== root) root.replaceChildren(mount, document.createElement('slot'));
}

/** Has a box show its children just as they stand in it. */
export function closeBox(box: Element): void {
  ROOTS.get(box)?.replaceChildren(document.createElement('slot'));
}

function holds(box: Element, node: Node | undefined): boolean {
  return box.contains(node ?? null);
}

function canShow(host: Element, box: Element): boolean {
  // Text that stands between the children can be slotted nowhere.
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
