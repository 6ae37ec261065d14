/**
 * Accesses members of the document that a page may have overridden by a named form or image: `<img
 * name="querySelector">` makes `document.querySelector` an element.
 */

/** Finds an element in a document. */
export function queryDocument(document: Document, selector: string): Element | null {
  return Document.prototype.querySelector.call(document, selector);
}

/** Finds all elements in the document. */
export function queryAllInDocument<Found extends Element>(selector: string): NodeListOf<Found> {
  return Document.prototype.querySelectorAll.call(document, selector) as NodeListOf<Found>;
}

/** Finds the element with an id in the document. */
export function elementWithId(id: string): HTMLElement | null {
  return Document.prototype.getElementById.call(document, id);
}

/** Whether a document is still being parsed. */
export function isParsing(document: Document): boolean {
  return stateOf(document, 'readyState') === 'loading';
}

/** Whether the page is in the foreground. */
export function isPageVisible(): boolean {
  return stateOf(document, 'visibilityState') === 'visible';
}

/** Returns a property of a document. Calls the getter that an element of this name overrides. */
function stateOf(document: Document, name: 'readyState' | 'visibilityState'): unknown {
  return Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document);
}
