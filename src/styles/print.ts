import { css } from 'lit';

/**
 * Styles for print. They show everything open, without controls, and with the address and dates of
 * the policy.
 */
export const print = css`
  @media print {
    [part='base'] {
      --_color: #000 !important;
      --_background: #fff !important;
      --_link: #000 !important;
      --_muted: #000 !important;
      --_control: #000 !important;
      --_border: #999 !important;
      color-scheme: light !important;
      orphans: 2;
      widows: 2;
    }
    [part='toolbar'],
    [part='toc'],
    [part='permalink'],
    [part='skeleton'],
    .buttons,
    .all,
    .next,
    .memory,
    button.link,
    [part='banner'] [part='button'],
    :not(.marked) > [part='banner'] > :not(.on-paper),
    :not(.marked) > [part='banner']:not(:has(.on-paper)) {
      display: none !important;
    }
    .layout {
      display: block !important;
    }
    .long > [part='section']:not(.near),
    [part='panel'][hidden] {
      display: block;
      content-visibility: visible;
    }
    details::details-content {
      content-visibility: visible;
      display: block;
    }
    [part='body'],
    [part='intro'] {
      max-inline-size: none;
    }
    [part='content'] {
      --_indent: 0em !important;
    }
    .chevron {
      display: none !important;
    }
    [part='removed'] [part='body'] {
      margin-inline-start: 0 !important;
    }
    .row {
      break-after: avoid;
    }
    .row,
    tr,
    img {
      break-inside: avoid;
    }
    .scroll {
      overflow: visible;
      border: 0 !important;
    }
    pre {
      white-space: pre-wrap;
      inline-size: auto;
    }
    [part='content'] a[rel]::after {
      content: ' (' attr(href) ')' / '';
      font-size: 0.85em;
      unicode-bidi: isolate;
      direction: ltr;
    }
    .colophon {
      display: block;
      margin-block-start: 1em;
    }
  }
`;
