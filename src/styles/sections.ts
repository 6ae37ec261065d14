import { css } from 'lit';

/** Sections that open and close, and those that are gone. */
export const sections = css`
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
    padding: 0.75em 0 0.45em;
    border: 0;
    background: none;
    line-height: inherit;
    text-wrap: inherit;
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
  [part='toggle'][aria-expanded='false'] {
    padding-block-end: 0.75em;
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
  [part='removed'] [part='body'] {
    margin-inline-start: 1.47em;
  }
  [part='removed'] > :last-child [part='body'] {
    padding-block-end: 0;
  }
`;
