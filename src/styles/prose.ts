import { css } from 'lit';

/** What text in the page's own DOM needs so as not to widen the page, where that says nothing. */
export const lightProse = css`
  :where([data-policy-text]) {
    .scroll {
      position: relative;
      overflow-x: auto;
    }
    table {
      overflow-wrap: normal;
    }
    img {
      max-inline-size: 100%;
      block-size: auto;
    }
  }
`;

/** The policy's text. */
export const prose = css`
  .prose {
    /* Its width is what bars of changes in nested lists are measured against. */
    container-type: inline-size;
    position: relative;
    max-inline-size: var(--_measure);
    padding-block-end: calc(1.25 * var(--_space));
  }
  [part='body'] {
    margin-inline-start: 1.75em;
  }
  /* Words can name one site and lead to another: who is about to follow them sees which. */
  .prose a[rel]:focus-visible::after {
    content: ' (' attr(href) ')' / '';
    font-size: 0.85em;
    unicode-bidi: isolate;
    direction: ltr;
  }
  .prose > * + *,
  .prose :is(:where(.previous), li, dd, td, th, blockquote, details, figure) > * + * {
    margin-block-start: var(--_space);
  }
  .prose :is(h2, h3, h4, h5, h6) {
    font-size: 1.05em;
  }
  .prose > * + :is(h2, h3, h4, h5, h6) {
    margin-block-start: calc(1.5 * var(--_space));
  }
  .prose > :is(h2, h3, h4, h5, h6) + * {
    margin-block-start: calc(0.5 * var(--_space));
  }
  .prose :is(ul, ol) {
    padding-inline-start: 1.5em;
  }
  .prose :is(li + li, li > ul, li > ol) {
    margin-block-start: 0.3em;
  }
  .prose li:has(> p) + li {
    margin-block-start: 0.75em;
  }
  li:has(> .box) {
    list-style: none;
  }
  /* What stands before a paragraph is to be on its first line. */
  .prose :is(.box, .tag) + p {
    display: inline;
  }
  dt,
  th,
  caption {
    font-weight: 650;
  }
  dd {
    margin-inline-start: 1.5em;
  }
  dd + dt {
    margin-block-start: 0.5em;
  }
  blockquote {
    padding-inline-start: var(--_space);
    border-inline-start: 0.2em solid var(--_border);
  }
  hr {
    border: 0;
    border-block-start: 1px solid var(--_border);
  }
  code,
  pre {
    border-radius: 0.25em;
    background: var(--_sunken);
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: 0.9em;
  }
  code {
    padding: 0.1em 0.3em;
    unicode-bidi: isolate;
  }
  pre {
    inline-size: max-content;
    min-inline-size: 100%;
    padding: 0.75em 1em;
  }
  pre code {
    padding: 0;
    background: none;
    font-size: 1em;
  }
  .scroll {
    /* What stands out of sight in a cell is to scroll with it, not to widen the page. */
    position: relative;
    overflow-x: auto;
  }
  /* Where it ends within a word or a cell, or between two, there is more. */
  .scroll[role] {
    border-inline-end: 1px dashed var(--_control);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
    overflow-wrap: normal;
  }
  caption {
    padding-block-end: 0.4em;
    text-align: start;
  }
  :is(th, td) {
    padding: 0.45em 0.6em;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  :is(th, td):first-child {
    padding-inline-start: 0;
  }
  [data-align='center'] {
    text-align: center;
  }
  [data-align='end'] {
    text-align: end;
  }
  img {
    max-inline-size: 100%;
    block-size: auto;
  }
  figcaption,
  small {
    font-size: 0.875em;
  }
  mark {
    background: color-mix(in srgb, #e0a800 25%, transparent);
    color: inherit;
  }
  ins,
  del {
    unicode-bidi: isolate;
    text-decoration-thickness: 0.06em;
  }
  .summary {
    padding: 0.5em 0.75em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  [part='meta'] + .summary {
    margin-block-start: 0.75em;
  }
`;
