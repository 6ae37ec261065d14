import { css } from 'lit';

/** Sections that open and close. */
export const sections = css`
  [part='section'] {
    position: relative;
    border-block-start: 1px solid var(--_border);
  }
  .long > [part='section'] {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_size, 10em);
  }
  /* By how often its number of blocks can be halved. */
  [data-size='2'] {
    --_size: 20em;
  }
  [data-size='3'] {
    --_size: 35em;
  }
  [data-size='4'] {
    --_size: 70em;
  }
  [data-size='5'] {
    --_size: 140em;
  }
  .row {
    display: flex;
    align-items: baseline;
    gap: 0 0.75em;
  }
  [part='heading'] {
    flex: 1;
    padding-block: 0.75em 0.45em;
    font-size: 1.25em;
  }
  [part='heading']:has(button) {
    padding: 0;
  }
  [part='toggle'] {
    display: flex;
    align-items: baseline;
    inline-size: 100%;
    padding-block: 0.75em 0.45em;
    text-wrap: inherit;
  }
  /* Where nothing opens there is no mark to stand clear of. */
  :not(:has([part='toggle'])) > [part='panel'] > [part='body'] {
    margin-inline-start: 0;
  }
  .chevron {
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.2em 0.7em;
    border: solid;
    border-width: 0 0.12em 0.12em 0;
    translate: 0 -0.2em;
    rotate: 45deg;
  }
  @media (prefers-reduced-motion: no-preference) {
    .chevron {
      transition: rotate 0.12s;
    }
  }
  .apart {
    position: relative;
  }
  .apart > [part='toggle'] {
    inline-size: auto;
    /* As wide as where the text begins, which is where the page's heading is to begin. */
    margin-inline-end: -0.6em;
    font-size: 1.25em;
  }
  /* As large as the page has it, not a share more. */
  .apart > [part='heading'] {
    padding-block: 0.95em 0.55em;
    font-size: 1em;
  }
  /* Where the page says nothing else: headings stand nearest to their own text. */
  [part^='head'] slot::slotted(*) {
    margin-block: 0;
  }
  :is([part='intro'], .prose) > slot:first-of-type::slotted(*) {
    margin-block-start: 0;
  }
  .prose > slot:last-of-type::slotted(*) {
    margin-block-end: 0;
  }
  /* A reset of the page's would go before a plain rule of ours. */
  * + [name*='bare']::slotted(*) {
    margin-block-start: var(--_space) !important;
  }
  /* The whole row opens the section, though only its button is a button. */
  .apart > [part='toggle']::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .apart > [part='permalink'] {
    position: relative;
  }
  [part='toggle'][aria-expanded='false'] {
    padding-block-end: 0.75em;
  }
  [aria-expanded='false'] > .chevron {
    translate: 0 -0.1em;
    rotate: -45deg;
  }
  [aria-expanded='false'] > .chevron:dir(rtl) {
    rotate: 135deg;
  }
  [part='permalink'] {
    padding: 0 0.35em;
    text-decoration: none;
    opacity: 0;
  }
  [part='permalink']::before {
    content: '#' / '';
  }
  :is(.row:focus-within, [part='section']:hover > .row) > [part='permalink'] {
    opacity: 1;
  }
  @media (hover: none) {
    [part='permalink'] {
      opacity: 0.75;
    }
  }
  .target > .row {
    outline: 0.15em solid var(--_accent);
    outline-offset: -0.15em;
  }
`;
