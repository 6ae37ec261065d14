import { css } from 'lit';

/** What stands where, by the width of the element. */
export const layout = css`
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space) calc(2.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
  }
  .all {
    margin-inline-start: auto;
  }
  [part='toc'] {
    align-self: start;
    line-height: 1.35;
  }
  .toc-title {
    padding-block-end: 0.4em;
    font-weight: 650;
  }
  .toc-toggle {
    display: none;
    align-items: baseline;
    inline-size: 100%;
    padding-block: 0.25em;
    font-weight: 650;
  }
  [part='toc'] ul {
    columns: 20em 2;
    padding: 0;
    list-style: none;
  }
  [part='toc'] li {
    break-inside: avoid;
  }
  [part='toc-link'] {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 0.75em;
    min-block-size: 24px;
    padding: 0.25em 0.6em;
    border-inline-start: 0.17em solid var(--_border);
    color: inherit;
    text-decoration: none;
  }
  [part='toc-link'][aria-current] {
    border-color: currentcolor;
    font-weight: 650;
  }
  @container policy (inline-size >= 54em) {
    .beside {
      --_toc: var(--policy-toc-width, 14.5em);
      grid-template: 'toc toolbar' 'toc content' 1fr / var(--_toc) minmax(0, 1fr);
    }
    .toc-end > .beside {
      grid-template: 'toolbar toc' 'content toc' 1fr / minmax(0, 1fr) var(--_toc);
    }
    .beside > [part='toolbar'] {
      grid-area: toolbar;
    }
    .beside > [part='content'] {
      grid-area: content;
    }
    .beside > [part='toc'] {
      grid-area: toc;
      position: sticky;
      inset-block-start: calc(var(--_offset) + var(--_space));
      max-block-size: calc(100vh - 2 * (var(--_offset) + var(--_space)));
      overflow-y: auto;
      padding: 0;
      border: 0;
    }
    .beside ul[role] {
      columns: auto;
    }
  }
  @container policy (inline-size < 36em) {
    .toc-title,
    [part='toc']:not(.open) ul {
      display: none;
    }
    .toc-toggle {
      display: flex;
    }
    .row {
      flex-wrap: wrap;
    }
    .row > [part='heading'] {
      /* Leaves sign and link their places beside the first line; tags go below. */
      flex-basis: calc(100% - 4.7em);
    }
    [part='heading'] {
      font-size: 1.15em;
    }
    .apart > [part='toggle'] {
      margin-inline-end: -0.65em;
      font-size: 1.15em;
    }
    [part='body'] {
      margin-inline-start: 1.61em;
    }
    :is([part='title'], [part='heading']) {
      hyphens: auto;
      hyphenate-limit-chars: 12;
    }
    :is([part='meta'], [part='toolbar']) {
      font-size: 0.875em;
    }
    /* Two rows of buttons as wide as the page, for thumbs. */
    [part='toolbar'] [part='button']:not(.link) {
      flex: auto;
      padding-inline: 0.5em;
      text-align: center;
    }
    .steps {
      order: 1;
      flex: 0 0 100%;
      flex-wrap: nowrap;
    }
  }
  @media (forced-colors: active) {
    [part='toc-link'] {
      border-color: Canvas;
    }
    [part='toc-link'][aria-current] {
      border-color: Highlight;
    }
  }
`;
