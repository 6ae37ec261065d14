/**
 * Styles of the marker while there is no change to report: inconspicuous, in the page's own font.
 */
export const markerStyles =
  '[part=marker]{margin-inline-start:.5em;color:var(--policy-accent-color);font-size:.875em}' +
  '@media print{[part]{display:none}}';
