import { css } from 'lit';

/**
 * Styles of everything above and below the text: title, dates, banner, notices, footer, skeleton.
 */
export const header = css`
  [part='title'] {
    /* 1.75em, or less where a long word would fill a line by itself. */
    font-size: clamp(1.4em, 1em + 3.5cqi, 1.75em);
    text-align: -webkit-match-parent;
    text-align: match-parent;
    outline: none;
  }
  .links {
    align-items: baseline;
    gap: calc(0.25 * var(--_space)) var(--_space);
  }
  [part='meta'] {
    margin-block-start: calc(0.5 * var(--_space));
    color: var(--_muted);
  }
  [part='meta'] > span:not(:last-of-type, .unseen)::after,
  .facts > span:not(:last-child)::after {
    content: ' ·' / '';
  }
  [part='meta'] > span {
    display: inline-block;
  }
  .late {
    min-block-size: max(24px, 1lh);
  }
  [part='meta'] [lang] {
    display: inline-block;
    margin-inline-end: 0.35em;
  }
  [part='badge'] {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    display: inline-block;
    padding: 0.15em 0.8em;
    border: 1px solid var(--_control);
    border-radius: 1.2em;
    font-weight: 600;
    color: var(--_color);
  }
  .unseen + span {
    margin-inline-start: 0.5em;
  }
  .unseen::before {
    content: '';
    display: inline-block;
    margin-inline-end: 0.5em;
    inline-size: 0.55em;
    block-size: 0.55em;
    border-radius: 50%;
    background: var(--_accent);
    forced-color-adjust: none;
  }
  /* Lines break between dates, not within them. */
  [part='badge'] :is(time, .age) {
    display: inline-block;
  }
  .age {
    font-weight: normal;
  }
  :is([part='banner'], [part='error']) {
    --_kind: var(--_accent);
    margin-block-start: var(--_space);
    border-inline-start: 0.28em solid var(--_kind);
    background: color-mix(in srgb, var(--_kind) calc(var(--_tint) / 2), transparent);
  }
  [part='status'] + [part='error'] {
    margin-block-start: 0;
  }
  [part='banner'] > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.125em;
  }
  [part='error'] {
    --_kind: var(--_removed);
    margin-block-end: var(--_space);
  }
  :is([part='banner'], [part='error'], .memory) > * + * {
    margin-block-start: calc(0.25 * var(--_space));
  }
  [part='banner'] blockquote {
    padding-inline-start: 0.75em;
    border-inline-start: 0.2em solid var(--_border);
  }
  :is([part='banner'], [part='error'], .memory) > :is(.wrap, button):not(:first-child) {
    margin-block-start: calc(0.75 * var(--_space));
  }
  [part='footer'] {
    margin-block-start: calc(1.5 * var(--_space));
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
    color: var(--_muted);
  }
  .memory {
    margin-block-start: calc(0.5 * var(--_space));
  }
  .memory a {
    display: inline-block;
  }
  .colophon {
    display: none;
  }
  .loading {
    min-block-size: var(--policy-loading-block-size, 100svh);
  }
  .loading:has(> [part='skeleton']) {
    block-size: var(--policy-loading-block-size, 100svh);
    overflow: hidden;
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
  [part='skeleton'] > :first-child {
    block-size: 2em;
    inline-size: 12em;
  }
  [part='skeleton'] > :nth-child(4n + 2) {
    inline-size: 55%;
    margin-block-end: 2em;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
`;
