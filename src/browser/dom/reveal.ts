/**
 * Opens the page's closed `<details>` and `hidden="until-found"` elements around an element,
 * through shadow roots, as browsers do for ids in the page.
 */
export function revealAncestors(element: Element): void {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at.localName === 'details') at.setAttribute('open', '');
    else if (at.getAttribute('hidden') === 'until-found') reveal(at);
  }
}

/**
 * Shows an element with `hidden="until-found"`. Dispatches `beforematch` first, as browsers do, so
 * that the page can update its own state.
 */
function reveal(element: Element): void {
  element.dispatchEvent(new Event('beforematch', { bubbles: true }));
  element.removeAttribute('hidden');
}

/** Returns the parent in the flattened tree, where a slotted element is inside its slot. */
function parentOf(element: Element): Element | null {
  const { assignedSlot, parentNode } = element;
  if (assignedSlot) return assignedSlot;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}
