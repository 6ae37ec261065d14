/** Finds parts of a rendered policy. Selectors never contain content of the policy. */

/** The element whose policy is rendered. */
export interface PartsHost extends HTMLElement {
  /** The root in which the policy is rendered. */
  readonly sectionRoot: ParentNode & Node;
  /**
   * Elements that contain the policy's sections, if the sections are rendered in boxes of the page.
   */
  readonly mounts?: readonly HTMLElement[];
}

/** The part of a policy that an id refers to. */
export interface QueryTarget {
  /** Key of the section to open, or null for the introduction. */
  readonly section: string | null;
  /** Id of a block inside the section, or null for the section itself. */
  readonly block: string | null;
}

/** Returns the section elements in document order, with removed sections last. */
export function sectionElements(host: PartsHost): HTMLElement[] {
  return rootsOf(host).flatMap((root) => [
    ...root.querySelectorAll<HTMLElement>('[part~="section"]'),
  ]);
}

/** Returns the element of a section, or null. */
export function sectionElement(host: PartsHost, id: string): HTMLElement | null {
  return sectionElements(host).find((section) => section.dataset.id === id) ?? null;
}

/** Returns the id of the section that contains a node, directly or through a slot, or null. */
export function sectionIdOf(target: EventTarget | null): string | null {
  for (let node = target instanceof Element ? target : null; node;) {
    const section: HTMLElement | null = node.closest('[part~="section"][data-id]');
    if (section) return section.dataset.id!;
    node = node.closest('[slot]')?.assignedSlot ?? null;
  }
  return null;
}

/** Returns the elements that show a change, in visual order. */
export function changeElements(host: PartsHost): HTMLElement[] {
  return partsWithin(host, '[data-change]');
}

/**
 * Returns the elements that match a selector, in visual order. Slotted elements count at the
 * position of their slot.
 */
export function partsWithin(host: PartsHost, selector: string): HTMLElement[] {
  return rootsOf(host).flatMap((root) => within(root, selector));
}

/**
 * Returns the roots that contain parts. The element's own root is last, because it contains the
 * removed sections.
 */
export function rootsOf({ mounts = [], sectionRoot }: PartsHost): readonly (ParentNode & Node)[] {
  return [...mounts, sectionRoot];
}

function within(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`${selector}, slot[name^="policy "]`)].flatMap(
    (found) =>
      found instanceof HTMLSlotElement
        ? found.assignedElements().flatMap((slotted) => within(slotted, selector))
        : found,
  );
}

/**
 * Focuses an element. If it is not focusable, makes it focusable until it loses focus. Until then,
 * an element with `data-label` is a group with this name, because screen readers read no content of
 * an element as large as a section.
 */
export function focusOnce(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    const { label } = element.dataset;
    const attributes = { tabindex: '-1', ...(label && { role: 'group', 'aria-label': label }) };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const reset = (): void => {
      for (const name of Object.keys(attributes)) element.removeAttribute(name);
    };
    element.addEventListener('blur', reset, { once: true });
  }
  element.focus({ preventScroll: true });
}

/**
 * Focuses the first element that matches a selector, and returns it, or null if no element matches.
 * Call it after the focused element was removed.
 */
export function focusFirst({ sectionRoot }: PartsHost, selector: string): HTMLElement | null {
  const element = sectionRoot.querySelector<HTMLElement>(selector);
  if (element) focusOnce(element);
  return element;
}
