import { css } from 'lit';

/**
 * Styles of the element as a whole. They must not create a stacking context or position the
 * element: it would then be painted over a sticky page header without `z-index`.
 */
export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  /* On an inner box, because page rules for all elements override styles of the host. */
  [part='base'] {
    container: policy / inline-size;
    /* Intrinsic width for a parent that sizes itself by its children, since containment
       hides the width of the content. */
    contain-intrinsic-inline-size: min(40em, 86vw);
    -webkit-user-select: text;
    user-select: text;
    cursor: auto;
    visibility: visible;
    pointer-events: auto;
  }
  /* The page's own text keeps the page's styles. */
  .page {
    line-height: var(--policy-line-height, inherit);
  }
  [part='base']:not(.page) {
    line-height: var(--policy-line-height, 1.6);
    text-align: start;
    text-transform: none;
    text-indent: 0;
    white-space: normal;
    text-wrap: pretty;
    word-break: normal;
    overflow-wrap: anywhere;
    font-style: normal;
    font-weight: normal;
    font-variant: normal;
    list-style: disc;
  }
  :is(h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, blockquote, figure, hr, pre) {
    margin: 0;
  }
  :is(h1, h2, h3, h4, h5, h6) {
    font: inherit;
    font-family: var(--policy-heading-font-family, inherit);
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    text-align: start;
    cursor: pointer;
  }
  a,
  .link {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  :is(a, .link):hover {
    text-decoration-thickness: 0.12em;
  }
  summary {
    cursor: pointer;
  }
  /* WCAG 2.5.8: targets of at least 24 px. */
  :is(summary, .link, .links > a, .memory a, .check, [part='meta'] [lang]) {
    min-block-size: 24px;
  }
  :focus-visible {
    outline: 0.15em solid var(--_focus);
    outline-offset: 0.15em;
    border-radius: 0.15em;
  }
  :is([part='base'], .box) [part] {
    scroll-margin-block-start: calc(var(--_offset) + 1em);
  }
  .wrap {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_space));
  }
  :is([part='meta'], [part='toc'], [part='footer']) {
    font-size: 0.9375em;
  }
  :is([part='banner'], [part='error'], [part='toc'], [part='removed']) {
    padding: calc(0.75 * var(--_space)) var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [part='button']:not(.link) {
    min-block-size: 2.25em;
    padding: 0.3em 0.8em;
    border: 1px solid var(--_control);
    border-radius: calc(0.8 * var(--_radius));
    line-height: 1.35;
  }
  :is([part='button'], [part='toc-link']):hover {
    background: var(--_sunken);
  }
  /* No opacity here, because it creates a stacking context. */
  [aria-disabled='true'] {
    border-color: var(--_border) !important;
    color: color-mix(in srgb, currentcolor 60%, transparent);
  }
  @media (forced-colors: active) {
    [aria-disabled='true'] {
      border-color: GrayText !important;
      color: GrayText;
    }
  }
  .primary {
    border-color: currentcolor !important;
    font-weight: 600;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    cursor: pointer;
  }
  [type='checkbox'] {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    accent-color: var(--_accent);
  }
  [part='status'],
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* A triangle made of borders, because a transform would create a stacking context. */
  .chevron {
    flex: none;
    inline-size: 1.4em;
    forced-color-adjust: none;
  }
  .chevron::before {
    content: '';
    display: inline-block;
    margin-inline-start: 0.1em;
    border: solid transparent;
    border-width: 0.42em 0.32em 0;
    border-block-start-color: currentcolor;
    vertical-align: 0.08em;
  }
  [aria-expanded='false'] > .chevron::before {
    margin-inline-start: 0.2em;
    border-width: 0.32em 0 0.32em 0.42em;
    border-inline-width: 0.42em 0;
    border-color: transparent;
    border-inline-start-color: currentcolor;
    vertical-align: 0;
  }
  @media (forced-colors: active) {
    .chevron {
      color: CanvasText;
    }
  }
`;
