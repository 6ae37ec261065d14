/** Finds the parts of a rendered policy again, by reference and never by a selector made of content. */

import { idInPage } from '../../core/model/ids.ts';

/** The element whose policy is rendered. */
export interface PartsHost extends HTMLElement {
  /** Where the policy is rendered. */
  readonly sectionRoot: ParentNode & Node;
  /** Where its sections are, when they stand in boxes of the page. */
  readonly mounts?: readonly HTMLElement[];
}

/** Where an id leads. */
export interface QueryTarget {
  /** Key of the section to open; null for what stands before the first. */
  readonly section: string | null;
  /** Id of a block inside it; null for the section itself. */
  readonly block: string | null;
}

/** The section elements in document order, removed ones last. */
export function sectionElements(host: PartsHost): HTMLElement[] {
  return rootsOf(host).flatMap((root) => [
    ...root.querySelectorAll<HTMLElement>('[part~="section"]'),
  ]);
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

/** The page's own heading of a section, where the page is shown whole. */
export function pageHeading(host: PartsHost, id: string): HTMLElement | null {
  return inPage(host, id) ?? inPage(host, idInPage(id));
}

/** The button that opens a section, or its heading where it has none. */
export function sectionFocusTarget(section: HTMLElement): HTMLElement | null {
  return (
    section.querySelector<HTMLElement>('[part~="toggle"]') ??
    section.querySelector<HTMLElement>('[part~="heading"]')
  );
}

/** The link of the contents that is marked as current. */
export function contentsLink({ sectionRoot }: PartsHost): HTMLElement | null {
  return sectionRoot.querySelector<HTMLElement>('[part~="toc-link"][aria-current]');
}

/** The element of a block that has an id of its own, in the page's own text where that is shown. */
export function blockElement(host: PartsHost, id: string): HTMLElement | null {
  const ours = partsWithin(host, '[id]');
  const named = (name: string): HTMLElement | undefined => ours.find((part) => part.id === name);
  return named(id) ?? named(idInPage(id)) ?? inPage(host, id);
}

function inPage(host: PartsHost, id: string): HTMLElement | null {
  const theirs = (host.getRootNode() as Document | ShadowRoot).getElementById(id);
  return host.contains(theirs) ? theirs : null;
}

/** The elements that carry a change, in the order they are seen. */
export function changeElements(host: PartsHost): HTMLElement[] {
  return partsWithin(host, '[data-change]');
}

/** What matches a selector of ours, in the order it is seen: slotted text where its slot is. */
export function partsWithin(host: PartsHost, selector: string): HTMLElement[] {
  return rootsOf(host).flatMap((root) => within(root, selector));
}

/** The trees that hold parts; the element's own comes last, as removed sections do. */
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

/** Focuses an element that need not be focusable otherwise. */
export function focusOnce(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** Focuses the first element of ours that matches, for when what had the focus is gone. */
export function focusFirst({ sectionRoot }: PartsHost, selector: string): void {
  const element = sectionRoot.querySelector<HTMLElement>(selector);
  if (element) focusOnce(element);
}
