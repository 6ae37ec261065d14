import { css } from 'lit';

/** Styles of everything about changes that is outside the policy's text. */
export const changeControls = css`
  [part='banner'].quiet {
    padding: 0;
    border: 0;
    background: none;
  }
  .names {
    display: grid;
    gap: 0.15em;
    padding: 0;
    list-style: none;
  }
  .names a {
    font-weight: 600;
  }
  /* A touch target 24 px high. The padding of inline links does not move the lines apart. */
  :is(.names, .here) a {
    padding-block: 0.3em;
  }
  .facts,
  .rest {
    color: var(--_muted);
  }
  [part='banner'] > .buttons,
  .buttons > .more {
    column-gap: var(--_space);
  }
  .narrow {
    display: none;
  }
  [part='toolbar'] {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    align-items: center;
    gap: 0.5em;
    inline-size: fit-content;
    margin: var(--_space) auto 0;
    padding: 0.25em;
    border: 1px solid;
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
  }
  [part='toolbar'][hidden] {
    display: none;
  }
  [part='toolbar'] [part='button'] {
    min-inline-size: 44px;
    min-block-size: 44px;
    border: 0;
    font-size: 1.25em;
    text-align: center;
  }
  .position {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .count {
    flex: none;
    unicode-bidi: isolate;
    padding: 0 0.5em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    font-size: 0.8em;
    white-space: nowrap;
  }
  [part='removed'] {
    margin-block-start: calc(1.5 * var(--_space));
    border: 1px dashed var(--_control);
    max-inline-size: calc(var(--_measure) + var(--_indent));
  }
  [part='removed'] > :last-child .prose {
    margin-block-end: 0.25em;
  }
  [part='removed'] > .head {
    padding-block-end: 0.5em;
  }
  .head > :first-child {
    font-size: 1.25em;
  }
  [part='removed'] [part='heading'] {
    font-size: 1.05em;
  }
  [part='removed'] [part='body'] {
    margin-inline-start: 1.47em;
  }
  @container policy (inline-size < 36em) {
    .row > .tag {
      order: 1;
      margin-block: -0.3em 0.7em;
    }
    [part='heading'] + .tag {
      margin-inline-start: calc(var(--_indent) / 0.8);
    }
    [part='banner'] > .buttons,
    .steps {
      gap: 0.25em 0.5em;
    }
  }
  /* In print, there is no button that shows the rest. */
  @media screen {
    @container policy (inline-size < 36em) {
      .narrow {
        display: revert;
      }
      :not(.open) > .names > li:not(.rest),
      [part='banner']:not(.open, .quiet) > blockquote {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      :not(.open) > .names > li:nth-child(n + 4):not(.rest),
      :not(.open) > .names .wide,
      .open > .names .narrow,
      [part='banner']:not(.open, .quiet) :is(.more, blockquote ~ blockquote) {
        display: none;
      }
    }
  }
  @media print {
    :is(ins, del)[part],
    .change,
    .prose,
    tr > :first-child,
    ::before {
      print-color-adjust: exact;
    }
    :not(.marked) > [part='footer'] .legend {
      display: none;
    }
  }
`;
