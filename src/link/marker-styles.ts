/** Styles of the link without a change: inconspicuous, in the page's own font. */
export const markerStyles =
  '[part=marker]{margin-inline-start:.5em;color:var(--policy-accent-color);font-size:.875em}' +
  '@media print{[part]{display:none}}';
