/** Finds the parts of a rendered policy again, by reference and never by a selector made of content. */

/** The section elements in document order, removed ones last. */
export function sectionElements(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[part~="section"]')];
}

/** The element of one section. */
export function sectionElement(root: ParentNode, id: string): HTMLElement | null {
  return sectionElements(root).find((section) => section.dataset.id === id) ?? null;
}

/** Id of the section that a node of the shadow root stands in. */
export function sectionIdOf(target: EventTarget | null): string | null {
  const section =
    target instanceof Element ? target.closest<HTMLElement>('[part~="section"]') : null;
  return section?.dataset.id ?? null;
}

/** The button that opens a section, or its heading where it has none. */
export function sectionFocusTarget(section: HTMLElement): HTMLElement | null {
  return (
    section.querySelector<HTMLElement>('[part~="toggle"]') ??
    section.querySelector<HTMLElement>('[part~="heading"]')
  );
}

/** The elements that carry a change, in document order. */
export function changeElements(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-change]')];
}

/** Focuses an element that need not be focusable otherwise. */
export function focusOnce(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}
