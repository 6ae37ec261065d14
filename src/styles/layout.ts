import { css } from 'lit';

/** Layout of the parts, by the width of the element. */
export const layout = css`
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space) calc(2.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
  }
  [part='toc'] {
    align-self: start;
    line-height: 1.35;
  }
  /* Ends where the text ends. */
  .tail {
    justify-content: end;
    max-inline-size: calc(var(--_measure) + 1.75em);
  }
  .toc-title {
    justify-content: space-between;
    padding-block-end: 0.4em;
  }
  .toc-title > p {
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
      grid-template: 'toc content' / var(--_toc) minmax(0, 1fr);
    }
    .toc-end > .beside {
      grid-template: 'content toc' / minmax(0, 1fr) var(--_toc);
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
    [part='toc']:not(.open) :is(ul, .toc-title),
    .toc-title > p {
      display: none;
    }
    .toc-title {
      justify-content: end;
    }
    .toc-toggle {
      display: flex;
    }
    .row {
      flex-wrap: wrap;
    }
    .row > [part='heading'] {
      /* Keeps the toggle's icon and the permalink next to the first line. Tags go below. */
      flex-basis: calc(100% - 24px - 0.75em);
    }
    .apart > [part='heading'] {
      flex: 1 1 calc(100% - 24px - 2.5em);
    }
    [part='heading'] {
      font-size: 1.15em;
    }
    .apart > [part='toggle'] {
      margin-inline-end: -0.65em;
      font-size: 1.15em;
    }
    :is([part='title'], [part='heading']) {
      hyphens: auto;
      hyphenate-limit-chars: 12;
    }
    [part='meta'] {
      font-size: 0.875em;
    }
    .late {
      min-block-size: max(48px, 2lh);
    }
    .age {
      display: none !important;
    }
    .unseen + span {
      margin: 0;
    }
    .layout {
      margin-block-start: var(--_space);
    }
    :is([part='banner'], [part='toc']) {
      padding: calc(0.5 * var(--_space)) calc(0.75 * var(--_space));
    }
    [part='content']:has([part='toggle']) {
      --_indent: 1.61em;
    }
    /* Larger targets for thumbs. */
    [part='banner'] [part='button']:not(.link),
    [part='toolbar'] [part='button'] {
      min-block-size: 44px;
      min-inline-size: 44px;
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
