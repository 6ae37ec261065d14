/** Lends a style sheet to the page for text that is mounted in its own DOM. */

/** Adopts a sheet in the document or shadow root that a node stands in, once. */
export function adoptIn(root: Node, sheet: CSSStyleSheet | undefined): void {
  if (!sheet || !(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
