/** Lends style sheets to the page for text that is mounted in its own DOM. */

/** Adopts sheets in the document or shadow root that a node stands in, each once. */
export function adoptIn(
  root: Node,
  sheets: readonly { readonly styleSheet?: CSSStyleSheet | undefined }[],
): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  for (const { styleSheet: sheet } of sheets)
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
