import { css } from 'lit';

/** The page: what stands where, at which width of the element, and the things to use. */
export const layout = css`
  :host {
    display: block;
    inline-size: 100%;
    min-inline-size: 0;
    contain-intrinsic-inline-size: min(40em, 86vw);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [part='base'] {
    container: policy / inline-size;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
    user-select: text;
    cursor: auto;
    font-style: normal;
    font-weight: normal;
    font-variant: normal;
    font-stretch: normal;
    visibility: visible;
    pointer-events: auto;
    list-style: disc;
    border-collapse: separate;
    isolation: isolate;
  }
  :host(:is([theme='auto'], [theme='light'], [theme='dark'])) [part='base'] {
    padding: var(--_space) calc(1.5 * var(--_space));
    border-radius: var(--_radius);
  }
  :is(h1, h2, h3, h4, h5, h6, p, ul, [part='toc'] a) {
    margin: 0;
  }
  :is(h1, h2, h3, h4, h5, h6) {
    font: inherit;
    font-family: var(--policy-heading-font-family, inherit);
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
    break-after: avoid;
  }
  button {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.15em;
  }
  a:hover {
    text-decoration-thickness: 0.12em;
  }
  :focus-visible {
    outline: 0.15em solid var(--_focus);
    outline-offset: 0.15em;
    border-radius: 0.15em;
  }
  :is(
    [part='section'],
    [data-change],
    [part='toggle'],
    [part='removed'],
    [part='title'],
    [tabindex]
  ) {
    scroll-margin-block-start: calc(var(--_offset) + 1em);
  }
  [part='status'],
  .age:empty {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  [part='title'] {
    font-size: 1.75em;
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
    margin-block-start: calc(0.5 * var(--_space));
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

  [part='button'] {
    min-block-size: 2.25em;
    padding: 0.3em 0.8em;
    border: 1px solid var(--_control);
    border-radius: calc(0.8 * var(--_radius));
    background: none;
    line-height: 1.35;
  }
  [part='button']:hover {
    background: var(--_sunken);
  }
  [part='button'][aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  [part='button'].primary {
    border-color: currentcolor;
    font-weight: 600;
  }
  [part='button'].link {
    min-block-size: 1.5em;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  [part='button'].link:hover {
    text-decoration-thickness: 0.12em;
  }
  .pressable::before {
    content: '' / '';
    display: inline-block;
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: 0.5em;
    border: 1px solid currentcolor;
    border-radius: 0.2em;
    vertical-align: -0.12em;
  }
  .pressable[aria-pressed='true']::before {
    content: '✓' / '';
    font-size: 0.8em;
    line-height: 1.1;
    text-align: center;
    inline-size: 1.25em;
    block-size: 1.25em;
    font-weight: 700;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_space));
    margin-block-start: calc(0.75 * var(--_space));
  }

  :is([part='banner'], [part='error']) {
    margin-block-start: var(--_space);
    padding: calc(0.75 * var(--_space)) var(--_space);
    border: 1px solid var(--_border);
    border-inline-start: 0.28em solid var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
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
    flex: none;
    padding: 0 0.5em;
    border: 1px solid var(--_control);
    border-radius: 1em;
    font-size: 0.8em;
    white-space: nowrap;
  }

  [part='section'] {
    border-block-start: 1px solid var(--_border);
    content-visibility: auto;
  }
  .row {
    display: flex;
    align-items: baseline;
    gap: 0 0.75em;
  }
  [part='heading'] {
    flex: 1;
    font-size: 1.25em;
  }
  [part='toggle'] {
    display: flex;
    align-items: baseline;
    inline-size: 100%;
    padding: 0.75em 0;
    border: 0;
    background: none;
    line-height: inherit;
    text-wrap: inherit;
  }
  :not(button) > [part='heading'] {
    padding-block: 0.75em;
  }
  .chevron {
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.2em 0.7em;
    border: solid currentcolor;
    border-width: 0 0.12em 0.12em 0;
    transform: translateY(-0.2em) rotate(45deg);
    transition: transform 0.12s;
  }
  [aria-expanded='false'] > .chevron {
    transform: translateY(-0.1em) rotate(-45deg);
  }
  [aria-expanded='false'] > .chevron:dir(rtl) {
    transform: translateY(-0.1em) rotate(135deg);
  }
  [part='permalink'] {
    align-self: baseline;
    padding: 0 0.35em;
    text-decoration: none;
    opacity: 0;
  }
  [part='permalink']::before {
    content: '#' / '';
  }
  :is([part='section']:hover > .row, .row:focus-within) > [part='permalink'],
  [part='permalink']:focus-visible {
    opacity: 1;
  }
  @media (hover: none) {
    [part='permalink'] {
      opacity: 0.75;
    }
  }
  [part='panel'][hidden='until-found'] {
    display: block;
  }
  .target > .row {
    outline: 0.15em solid var(--_accent);
    outline-offset: -0.15em;
    border-radius: 0.15em;
  }

  [part='removed'] {
    margin-block-start: calc(1.5 * var(--_space));
    padding: var(--_space);
    border: 1px dashed var(--_control);
    border-radius: var(--_radius);
  }
  [part='removed'] > .head > * {
    margin-block-end: 0.5em;
  }
  [part='removed'] > .head > :first-child {
    font-size: 1.25em;
  }
  [part='removed'] [part='heading'] {
    font-size: 1.05em;
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
      flex-basis: 100%;
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
