/** Lends style sheets to the page for text that is mounted in its own DOM. */

/** Adopts sheets in the document or shadow root that a node stands in, each once. */
export function adoptStyles(
  root: Node,
  sheets: readonly { readonly styleSheet?: CSSStyleSheet | undefined }[],
): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const adopted = [...root.adoptedStyleSheets];
  const missing = sheets.flatMap(({ styleSheet: sheet }) =>
    sheet && !adopted.includes(sheet) ? sheet : [],
  );
  // All at once: each one by itself has the tree styled anew.
  if (missing.length) root.adoptedStyleSheets = [...adopted, ...missing];
}
