import { css } from 'lit';

/** Prevents text in the page's own DOM from widening the page, unless the page styles it. */
export const lightProse = css`
  :where([data-policy-text]) {
    .scroll {
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

/** Styles of the policy's text. */
export const prose = css`
  .prose {
    max-inline-size: var(--_measure);
    margin-block-end: calc(1.25 * var(--_space));
  }
  /* All text has the same left edge, next to the buttons that open and close sections. */
  [part='content']:has([part='toggle']) {
    --_indent: 1.75em;
  }
  :is([part='body'], [part='intro']) {
    margin-inline-start: var(--_indent);
  }
  /* The words of a link can name another site than its address, so the address is shown on
     focus. */
  .prose a[rel]:focus-visible::after {
    content: ' (' attr(href) ')' / '';
    font-size: 0.85em;
    unicode-bidi: isolate;
    direction: ltr;
  }
  .prose a {
    unicode-bidi: isolate;
  }
  .leads-to {
    color: var(--_muted);
    font-size: 0.85em;
    -webkit-user-select: none;
    user-select: none;
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
  /* A checkbox or tag before a paragraph is on the paragraph's first line. */
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
    overflow-x: auto;
  }
  /* The line at the edge shows that there is more to scroll to. */
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
    text-decoration-thickness: 0.06em;
  }
  /* If an item's direction differs from that of its list, there is no space for an outside
     marker. */
  li[dir] {
    list-style-position: inside;
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
