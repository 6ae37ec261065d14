/** Adopts style sheets in a document or shadow root, except those that it has already adopted. */
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
