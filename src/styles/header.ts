import { css } from 'lit';

/** What stands above and below the text: title, dates, banner, notices, footer, skeleton. */
export const header = css`
  [part='title'] {
    font-size: 1.75em;
    text-align: match-parent;
    outline: none;
  }
  ::slotted([slot='title']) {
    margin-block: 0;
  }
  [part='meta'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.25 * var(--_space)) var(--_space);
    margin-block-start: calc(0.75 * var(--_space));
    font-size: 0.9375em;
    color: var(--_muted);
  }
  [part='badge'] {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.4em;
    padding: 0.2em 0.85em;
    border: 1px solid var(--_control);
    border-radius: 2em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    color: var(--_color);
  }
  .unseen::before {
    content: '';
    inline-size: 0.55em;
    block-size: 0.55em;
    border-radius: 50%;
    background: var(--_accent);
    forced-color-adjust: none;
  }
  .age {
    font-weight: normal;
  }
  .languages {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
  }

  :is([part='banner'], [part='error']) {
    margin-block-start: var(--_space);
    padding: calc(0.75 * var(--_space)) var(--_space);
    border: 1px solid var(--_border);
    border-inline-start: 0.28em solid var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }
  .quiet {
    background: none;
  }
  [part='banner'] > p {
    margin-block-start: calc(0.25 * var(--_space));
  }
  [part='banner'].done > p {
    margin: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.25 * var(--_space)) var(--_space);
  }
  [part='error'] {
    border-inline-start-color: var(--_removed);
    background: color-mix(in srgb, var(--_removed) 8%, transparent);
  }

  [part='footer'] {
    margin-block-start: calc(1.5 * var(--_space));
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_space)) calc(1.25 * var(--_space));
  }
  .memory {
    margin-block-start: calc(0.5 * var(--_space));
  }
  .memory > :is(p, button) {
    margin-block-start: calc(0.5 * var(--_space));
  }
  summary {
    cursor: pointer;
  }
  .colophon {
    display: none;
  }

  .loading,
  [part='skeleton'] {
    min-block-size: var(--policy-loading-block-size, 100svh);
  }
  [part='skeleton'] {
    animation: appear 0s 0.2s both;
  }
  [part='skeleton'] > span {
    display: block;
    block-size: 1em;
    margin-block-end: 0.6em;
    max-inline-size: var(--_measure);
    border-radius: 0.25em;
    background: var(--_sunken);
  }
  [part='skeleton'] > .t {
    block-size: 2em;
    inline-size: 12em;
  }
  [part='skeleton'] > .b {
    block-size: 1.75em;
    inline-size: 15em;
    border-radius: 2em;
    margin-block-end: 2em;
  }
  [part='skeleton'] > :nth-child(4n) {
    inline-size: 55%;
    margin-block-end: 1.8em;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
`;
