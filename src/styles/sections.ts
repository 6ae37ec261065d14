import { css } from 'lit';

/** Styles of sections that open and close. */
export const sections = css`
  [part='section'] {
    max-inline-size: calc(var(--_measure) + var(--_indent));
    border-block-start: 1px solid var(--_border);
  }
  /* This creates a stacking context, so it is not applied to sections near the viewport. */
  .long > [part='section']:not(.near) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_size, 10em);
  }
  /* Size class: the bit length of the section's block count. */
  [data-size='2'] {
    --_size: 20em;
  }
  [data-size='3'] {
    --_size: 35em;
  }
  [data-size='4'] {
    --_size: 70em;
  }
  [data-size='5'] {
    --_size: 140em;
  }
  .row {
    display: flex;
    align-items: baseline;
    gap: 0 0.75em;
  }
  [part='heading'] {
    padding-block: 0.75em 0.45em;
    font-size: 1.25em;
  }
  [part='heading']:has(button) {
    padding: 0;
  }
  [part='toggle'] {
    display: flex;
    align-items: baseline;
    inline-size: 100%;
    padding-block: 0.75em 0.45em;
    text-wrap: inherit;
  }
  .apart > [part='toggle'] {
    inline-size: auto;
    /* The page's heading is aligned with the text. */
    margin-inline-end: -0.6em;
    font-size: 1.25em;
  }
  /* The slotted heading keeps the page's own font size, so it is not enlarged here. */
  .apart > [part='heading'] {
    padding-block: 0.95em 0.55em;
    font-size: 1em;
  }
  /* Defaults for pages that set no margins: headings are closest to their own text. */
  [part^='head'] slot::slotted(*) {
    margin-block: 0;
  }
  :is([part='intro'], .prose) > slot:first-of-type::slotted(*) {
    margin-block-start: 0;
  }
  .prose > slot:last-of-type::slotted(*) {
    margin-block-end: 0;
  }
  /* A reset in the page's styles would override a less specific rule. */
  * + [name*='bare']::slotted(*) {
    margin-block-start: var(--_space) !important;
  }
  [part='toggle'][aria-expanded='false'] {
    padding-block-end: 0.75em;
  }
  .row:has([part='toggle']) {
    cursor: pointer;
  }
  [part='permalink'] {
    flex: none;
    display: inline-grid;
    place-content: center;
    min-inline-size: 24px;
    min-block-size: 24px;
    text-decoration: none;
  }
  /* A zero-width space, because an empty link would have no baseline to align. */
  [part='permalink']::before {
    content: '\\200b' / '';
  }
  /* Shown by adding content, because opacity creates a stacking context and visibility
     prevents focus. */
  :is(.row:focus-within, [part='section']:hover > .row) > [part='permalink']::before {
    content: '#' / '';
  }
  @media (hover: none) {
    [part='permalink']::before {
      content: '#' / '';
    }
  }
  .target > .row {
    outline: 0.15em solid var(--_accent);
    outline-offset: -0.15em;
  }
`;
