/** The style sheet of the link without a change: quiet, in the page's own type. */
export const markerStyles =
  '[part=marker]{margin-inline-start:.5em;color:var(--policy-accent-color);font-size:.875em}' +
  '@media print{[part]{display:none}}';
