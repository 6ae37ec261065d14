/**
 * Accesses members of the document that a page may have overridden by a named form or image: `<img
 * name="querySelector">` makes `document.querySelector` an element.
 */

/** Finds an element in a document. */
export function queryDocument(document: Document, selector: string): Element | null {
  return Document.prototype.querySelector.call(document, selector);
}

/** Whether a document is still being parsed. */
export function isParsing(document: Document): boolean {
  // Use the prototype's getter, because an element named `readyState` can override the property.
  const getter = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState')?.get;
  return getter?.call(document) === 'loading';
}
