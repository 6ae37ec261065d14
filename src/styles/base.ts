import { css } from 'lit';

/** The element in its page: what it takes from there, what it does not, and what can be used in it. */
export const base = css`
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
  :is(h1, h2, h3, h4, h5, h6, p, ul) {
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
`;
