/** Adopts style sheets in the page, for text that is rendered into its own DOM. */

/** Adopts sheets in a document or shadow root, each once. */
export function adoptStyles(
  root: Node,
  sheets: readonly { readonly styleSheet?: CSSStyleSheet | undefined }[],
): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const adopted = [...root.adoptedStyleSheets];
  const missing = sheets.flatMap(({ styleSheet: sheet }) =>
    sheet && !adopted.includes(sheet) ? sheet : [],
  );
  // Assigned once, because each assignment restyles the tree.
  if (missing.length) root.adoptedStyleSheets = [...adopted, ...missing];
}
