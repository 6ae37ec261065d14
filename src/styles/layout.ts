import { css } from 'lit';

/** What stands where, by the width of the element. */
export const layout = css`
  .layout {
    display: grid;
    grid-template: auto auto auto / minmax(0, 1fr);
    gap: var(--_space);
    margin-block-start: calc(1.5 * var(--_space));
  }
  [part='content'] {
    min-inline-size: 0;
  }
  [part='toolbar'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_space));
    font-size: 0.9375em;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: inherit;
  }
  .position {
    font-variant-numeric: tabular-nums;
  }
  .all {
    margin-inline-start: auto;
  }

  [part='toc'] {
    font-size: 0.9375em;
    line-height: 1.35;
    padding: calc(0.75 * var(--_space)) var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    align-self: start;
  }
  .toc-title {
    font-weight: 650;
    padding-block-end: 0.4em;
  }
  .toc-toggle {
    display: none;
    align-items: center;
    gap: 0.5em;
    inline-size: 100%;
    padding: 0.25em 0;
    border: 0;
    background: none;
    font-weight: 650;
  }
  [part='toc'] ul {
    list-style: none;
    padding: 0;
    columns: 20em 2;
  }
  [part='toc'] li {
    margin: 0;
    break-inside: avoid;
  }
  [part='toc-link'] {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 0.25em 0.75em;
    min-block-size: 24px;
    padding: 0.25em 0.6em;
    border-inline-start: 0.17em solid var(--_border);
    color: inherit;
    text-decoration: none;
    border-radius: 0;
  }
  [part='toc-link']:hover {
    background: var(--_sunken);
  }
  [part='toc-link'][aria-current] {
    border-inline-start-color: currentcolor;
    font-weight: 650;
  }
  .count {
    unicode-bidi: isolate;
    flex: none;
    padding: 0 0.5em;
    border: 1px solid var(--_control);
    border-radius: 1em;
    font-size: 0.8em;
    white-space: nowrap;
  }

  @container policy (inline-size >= 54em) {
    .toc-auto > .layout:has([part='toc']),
    .toc-start > .layout:has([part='toc']) {
      grid-template: 'toc toolbar' auto 'toc content' 1fr / var(--policy-toc-width, 14.5em) minmax(
          0,
          1fr
        );
      column-gap: calc(2.5 * var(--_space));
    }
    .toc-end > .layout:has([part='toc']) {
      grid-template: 'toolbar toc' auto 'content toc' 1fr / minmax(0, 1fr) var(
          --policy-toc-width,
          14.5em
        );
      column-gap: calc(2.5 * var(--_space));
    }
    :not(.toc-top) > .layout:has([part='toc']) > [part='toolbar'] {
      grid-area: toolbar;
    }
    :not(.toc-top) > .layout:has([part='toc']) > [part='content'] {
      grid-area: content;
    }
    :not(.toc-top) > .layout > [part='toc'] {
      grid-area: toc;
      position: sticky;
      inset-block-start: calc(var(--_offset) + var(--_space));
      max-block-size: calc(100vh - 2 * (var(--_offset) + var(--_space)));
      overflow-y: auto;
      padding: 0;
      border: 0;
    }
    :not(.toc-top) > .layout > [part='toc'] ul {
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
      flex-basis: calc(100% - 3em);
    }
    .row > .tag {
      order: 1;
      margin-block-end: 0.5em;
    }
    [part='heading'] + .tag {
      margin-inline-start: 2.2em;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .chevron {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    [part='toc-link'] {
      border-inline-start-color: Canvas;
    }
    [part='toc-link'][aria-current] {
      border-inline-start-color: Highlight;
    }
  }
`;
