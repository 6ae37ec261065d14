/**
 * Members of the document under names that a page may give to a form or an image:
 * `<img name="querySelector">` makes `document.querySelector` an element.
 */

/** Finds an element of a document. */
export function queryDocument(document: Document, selector: string): Element | null {
  return Document.prototype.querySelector.call(document, selector);
}

/** Whether the parser is still in a document. */
export function isParsing(document: Document): boolean {
  // The getter is on the prototype of documents, or of a document's own window in old pages.
  const getter = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState')?.get;
  return getter?.call(document) === 'loading';
}
