/** Finds the parts of a rendered policy again, by reference and never by a selector made of content. */

/** The element whose policy is rendered. */
export interface PartsHost extends HTMLElement {
  /** Where the sections are rendered. */
  readonly sectionRoot: ParentNode;
}

/** The section elements in document order, removed ones last. */
export function sectionElements({ sectionRoot }: PartsHost): HTMLElement[] {
  return [...sectionRoot.querySelectorAll<HTMLElement>('[part~="section"]')];
}

/** The element of one section. */
export function sectionElement(host: PartsHost, id: string): HTMLElement | null {
  return sectionElements(host).find((section) => section.dataset.id === id) ?? null;
}

/** Id of the section that a node stands in, or is slotted into. */
export function sectionIdOf(target: EventTarget | null): string | null {
  for (let node = target instanceof Element ? target : null; node;) {
    const section: HTMLElement | null = node.closest('[part~="section"][data-id]');
    if (section) return section.dataset.id!;
    node = node.closest('[slot]')?.assignedSlot ?? null;
  }
  return null;
}

/** The button that opens a section, or its heading where it has none. */
export function sectionFocusTarget(section: HTMLElement): HTMLElement | null {
  return (
    section.querySelector<HTMLElement>('[part~="toggle"]') ??
    section.querySelector<HTMLElement>('[part~="heading"]')
  );
}

/** The elements that carry a change, in the order they are seen: slotted ones where their slot is. */
export function changeElements({ sectionRoot }: PartsHost): HTMLElement[] {
  return changesIn(sectionRoot);
}

function changesIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-change], slot[name^="policy "]')].flatMap(
    (found) =>
      found instanceof HTMLSlotElement ? found.assignedElements().flatMap(changesIn) : found,
  );
}

/** Focuses an element that need not be focusable otherwise. */
export function focusOnce(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}
