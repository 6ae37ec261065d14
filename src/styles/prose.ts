import { css } from 'lit';

/** The policy's text. */
export const prose = css`
  :is([part='body'], [part='intro']) {
    /* Its width is what bars of changes in nested lists are measured against. */
    container-type: inline-size;
    max-inline-size: calc(var(--_measure) + 1.75em);
  }
  [part='body'] {
    margin-inline-start: 1.75em;
    max-inline-size: var(--_measure);
    padding-block-end: calc(1.25 * var(--_space));
  }
  [part='intro'] {
    max-inline-size: var(--_measure);
    padding-block-end: calc(1.25 * var(--_space));
  }
  :is([part='body'], [part='intro']) :is(p, ul, ol, dl, blockquote, figure, hr, details, .scroll) {
    margin-block: 0 var(--_space);
  }
  :is([part='body'], [part='intro']) > :last-child,
  :is([part='body'], [part='intro'])
    :is(.previous, li, dd, td, th, blockquote, details, figure)
    > :last-child {
    margin-block-end: 0;
  }
  :is([part='body'], [part='intro']) :is(h2, h3, h4, h5, h6) {
    font-size: 1.05em;
    margin-block: calc(1.5 * var(--_space)) calc(0.5 * var(--_space));
  }
  :is([part='body'], [part='intro']) > :is(h2, h3, h4, h5, h6):first-child {
    margin-block-start: 0;
  }
  :is(ul, ol) {
    padding-inline-start: 1.5em;
  }
  li {
    margin-block: 0.3em;
  }
  :is([part='body'], [part='intro']) li > :is(ul, ol) {
    margin-block: 0.3em;
  }
  dt {
    font-weight: 650;
  }
  dd {
    margin-block: 0 0.5em;
    margin-inline: 1.5em 0;
  }
  blockquote {
    margin-inline: 0;
    padding-inline-start: var(--_space);
    border-inline-start: 0.2em solid var(--_border);
  }
  hr {
    border: 0;
    border-block-start: 1px solid var(--_border);
  }
  code,
  pre {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 0.9em;
    background: var(--_sunken);
    border-radius: 0.25em;
  }
  code {
    padding: 0.1em 0.3em;
    unicode-bidi: isolate;
  }
  pre {
    margin: 0;
    padding: 0.75em 1em;
    inline-size: max-content;
    min-inline-size: 100%;
  }
  pre code {
    padding: 0;
    font-size: 1em;
    background: none;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.9375em;
    overflow-wrap: normal;
  }
  caption {
    text-align: start;
    font-weight: 650;
    padding-block-end: 0.4em;
  }
  :is(th, td) {
    padding: 0.45em 0.6em;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-weight: 650;
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
  figure {
    margin-inline: 0;
  }
  figcaption,
  small {
    font-size: 0.875em;
  }
  mark {
    color: inherit;
    background: color-mix(in srgb, #e0a800 25%, transparent);
  }
  .summary {
    padding: 0.5em 0.75em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .summary strong {
    margin-inline-end: 0.4em;
  }
`;
