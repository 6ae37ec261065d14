import { css, type CSSResult } from 'lit';

/**
 * Marks of changes, in three layers that do without each other: a bar beside the block, a tag with
 * a word, and tinted words underlined twice or struck through in the colour of the text itself.
 */
const marks = css`
  :is(ins, del)[part] {
    --_kind: var(--_added);
    unicode-bidi: isolate;
    text-decoration-thickness: 0.06em;
    border-radius: 0.15em;
    background: color-mix(in srgb, var(--_kind) var(--_tint), transparent);
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  ins[part] {
    /* Said in one, Safari knows none of it. */
    text-decoration-line: underline;
    text-decoration-style: double;
    text-decoration-skip-ink: none;
    text-underline-offset: 0.18em;
  }
  ins[part]::before {
    content: '' / var(--_addedStart);
  }
  ins[part]::after {
    content: '' / var(--_addedEnd);
  }
  del[part]::before {
    content: '' / var(--_removedStart);
  }
  del[part]::after {
    content: '' / var(--_removedEnd);
  }
  /* Copying across changes gives the text in force alone. */
  :is(del[part], .gap, .note, .tag) {
    -webkit-user-select: none;
    user-select: none;
  }
  .previous {
    -webkit-user-select: text;
    user-select: text;
    margin-block-start: 0.4em;
    padding-inline-start: 0.8em;
    border-inline-start: 0.2em dashed var(--_control);
  }
  .tag {
    --_kind: var(--_moved);
    display: inline-block;
    padding: 0.1em 0.5em;
    border: 1px solid var(--_kind);
    border-radius: 0.3em;
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1.4;
    white-space: nowrap;
  }
  /* At the edge of the text, past the link that is hidden until it is wanted. */
  .row > .tag {
    order: 1;
  }
  :is(.tag, .change):is(.added, .changed, .edited, .rewritten) {
    --_kind: var(--_added);
  }
  del[part],
  :is(.tag, .change).removed {
    --_kind: var(--_removed);
  }
  .change:not(tr, td, th),
  tr > :first-child {
    position: relative;
  }
  .change:not(tr, td, th)::before,
  .added > [part='panel'] > .prose::before,
  tr:is(.change, :has(.change)) > :first-child::before {
    content: '';
    position: absolute;
    inset-block: 0.1em;
    inset-inline-start: calc(100% - 100cqi - var(--_gutter, 0.9em));
    inline-size: var(--_bar, 0.22em);
    border-radius: 0.11em;
    background: var(--_kind, var(--_added));
    forced-color-adjust: none;
  }
  /* What stands before the first section begins at the edge: its bars must not leave the page. */
  [part='intro'] {
    --_gutter: 0.45em;
  }
  td .change::before {
    content: none;
  }
  /* Cells do not reach to the end of the text, but their box begins where it does. */
  .added > [part='panel'] > .prose::before,
  .scroll :is(table, tr > :first-child)::before {
    inset-inline-start: calc(-1 * var(--_gutter, 0.9em));
  }
  .added > [part='panel'] > .prose::before {
    inset-block-end: calc(1.25 * var(--_space));
  }
  /* In a line with those beside larger text. */
  .scroll ::before {
    font-size: 1.067em;
  }
  .scroll:has(.change) {
    margin-inline-start: calc(-1 * var(--_gutter, 0.9em));
    padding-inline-start: var(--_gutter, 0.9em);
  }
  li.change.removed {
    counter-increment: list-item 0;
    list-style-type: '− ';
  }
  .note,
  .head {
    /* Beside the text it speaks of, also where that runs the other way. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .note {
    font-size: 0.9em;
  }
  details.note {
    margin-block-end: 0.4em;
  }
  /* One that only leads on takes no room. */
  div.note:not(:has(p, details)) {
    display: contents;
  }
  /* Below what it speaks of; a word before a list is nearer to the list. */
  .prose :is(* + :not(p).note, p.note + *) {
    margin-block-start: 0.4em;
  }
  .note > * + * {
    margin-block-start: 0.25em;
  }
  [part='section'] > .note {
    padding-block-end: 0.5em;
    margin-inline: 1.95em;
  }
  /* At the edge of the text also while out of sight, or it would widen the page. */
  .next {
    position: absolute;
    inset-inline-end: 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Where the reader has just been taken, the way on is in sight. */
  .next:focus-visible,
  :is(.note:focus, :focus > .note, :focus + .note, tr:focus .note, .scroll:has(:focus) + .note)
    > .next {
    z-index: 1;
    inline-size: auto;
    block-size: auto;
    clip-path: none;
    background: Canvas;
    color: CanvasText;
  }
  @media (prefers-contrast: more) {
    .prose {
      --_bar: 0.35em;
    }
    :is(ins, del)[part] {
      text-decoration-thickness: 0.12em;
    }
  }
  @media (forced-colors: active) {
    :is(.change, td, .prose)::before {
      background: CanvasText !important;
    }
  }
`;

/** What else stands in the shadow root of a policy that changed. */
const around = css`
  .quiet {
    background: none;
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
  }
  [part='removed'] > :last-child .prose {
    padding-block-end: 0.25em;
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
      margin-block: -0.3em 0.7em;
    }
    [part='heading'] + .tag {
      margin-inline-start: 2.05em;
    }
    [part='section'] > .note {
      margin-inline-start: 1.79em;
    }
  }
  @media print {
    :is(ins, del)[part],
    ::before {
      print-color-adjust: exact;
    }
    :not(.marked) > [part='footer'] .legend {
      display: none;
    }
  }
`;

/** What is not to be seen while marks are hidden. */
const hidden = css`
  :is(.tag, .note, .gap, .count, del[part], .removed, [part='removed']),
  :is(.change, td, .prose)::before {
    display: none;
  }
  ins[part] {
    background: none;
    text-decoration: none;
  }
  ins[part]:is(*)::before,
  ins[part]::after {
    content: none;
  }
`;

/** Marks in the shadow root, and what is said of changes there. */
export const changes: readonly CSSResult[] = [
  marks,
  around,
  css`
    :not(.marked) > :is(.layout, .box) {
      ${hidden}
    }
  `,
];

/**
 * Marks in text that is mounted in the page's own DOM. The private colours come down to it from the
 * shadow root that it is slotted into; all else is the page's.
 */
export const lightChanges: CSSResult = css`
  [data-policy-text] {
    container-type: inline-size;
    > :first-child,
    .note > p {
      margin-block-start: 0;
    }
    > :last-child {
      margin-block-end: 0;
    }
    ${marks}
  }
  privacy-policy:not(:state(changes-visible)) > [data-policy-text] {
    ${hidden}
  }
`;

/** Added words over text that is the page's own, by the CSS Custom Highlight API. */
export const highlights: CSSResult = css`
  ::highlight(privacy-policy-added) {
    background-color: color-mix(in srgb, var(--policy-added-color, #2f7de1) 16%, transparent);
    text-decoration-line: underline;
    text-decoration-style: double;
  }
`;
