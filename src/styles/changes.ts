import { css } from 'lit';

/**
 * Marks of changes, in three layers that do without each other: a bar beside the block, a tag with
 * a word, and tinted words underlined twice or struck through in the colour of the text itself.
 */
export const changes = css`
  ins,
  del {
    unicode-bidi: isolate;
    color: inherit;
    text-decoration-color: currentcolor;
    text-decoration-thickness: 0.06em;
  }
  ins[part] {
    text-decoration-line: underline;
    text-decoration-style: double;
    text-underline-offset: 0.18em;
    text-decoration-skip-ink: none;
    background: color-mix(in srgb, var(--_added) var(--_tint), transparent);
    border-radius: 0.15em;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  del[part] {
    text-decoration-line: line-through;
    background: color-mix(in srgb, var(--_removed) var(--_tint), transparent);
    border-radius: 0.15em;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  /* Copying across changes gives the text in force alone. */
  del[part],
  .gap,
  .note,
  .tag {
    -webkit-user-select: none;
    user-select: none;
  }
  .previous {
    -webkit-user-select: text;
    user-select: text;
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

  .tag {
    --_kind: var(--_added);
    display: inline-block;
    padding: 0.1em 0.5em;
    border: 1px solid var(--_kind);
    border-radius: 0.3em;
    font-size: 0.8125rem;
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1.4;
    white-space: nowrap;
  }
  .tag.removed {
    --_kind: var(--_removed);
  }
  .tag:is(.moved, .renamed, .renumbered, .split, .merged) {
    --_kind: var(--_moved);
  }

  .change:not(tr, td, th),
  tr > :is(td, th):first-child {
    position: relative;
  }
  .change:not(tr, td, th)::before,
  tr:is(.change, :has(.change)) > :first-child::before {
    content: '';
    position: absolute;
    inset-block: 0.1em;
    inset-inline-start: calc(100% - 100cqi - 0.9em);
    inline-size: 0.22em;
    border-radius: 0.11em;
    background: var(--_added);
    forced-color-adjust: none;
  }
  .change.removed::before,
  tr.removed > :first-child::before {
    background: var(--_removed);
  }
  .scroll:has(.change) {
    margin-inline-start: -0.9em;
    padding-inline-start: 0.9em;
  }
  tr:is(.change, :has(.change)) > :first-child::before {
    inset-inline-start: -0.9em;
  }
  li.change.removed {
    counter-increment: list-item 0;
    list-style-type: '− ';
  }
  .note {
    font-size: 0.9em;
  }
  :is([part='body'], [part='intro']) .note:is(*, :last-child) > :is(p, details) {
    margin-block: 0 0.5em;
  }
  :is(p, h1, h2, h3, h4, h5, h6, ul, ol, .scroll) + .note > :first-child:not(button) {
    margin-block-start: -0.5em;
  }
  .note summary {
    inline-size: fit-content;
  }
  .previous {
    margin-block-start: 0.4em;
    padding-inline-start: 0.8em;
    border-inline-start: 0.2em dashed var(--_control);
  }
  .address {
    overflow-wrap: anywhere;
  }
  [part='section'] > .note {
    margin-block: 0 calc(0.5 * var(--_space));
    margin-inline-start: 1.95em;
  }
  .next {
    position: absolute;
    z-index: 1;
    inset-inline-end: 0;
    background: Canvas;
    color: CanvasText;
    border-color: currentcolor;
    font-size: 0.9em;
  }
  .next:not(:focus-visible, :focus > .note > *) {
    inline-size: 1px;
    min-block-size: 0;
    block-size: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :not(.marked)
    > .layout
    :is(.tag, .note, .next, del[part], .gap, .change.removed, .count, [part='removed']) {
    display: none;
  }
  :not(.marked) > .layout .change::before,
  :not(.marked) > .layout tr > :first-child::before {
    display: none;
  }
  :not(.marked) > .layout ins[part] {
    text-decoration: none;
    background: none;
  }
  :not(.marked) > .layout ins[part]::before,
  :not(.marked) > .layout ins[part]::after {
    content: none;
  }
  @media (prefers-contrast: more) {
    .change::before {
      inline-size: 0.35em;
    }
    ins[part],
    del[part] {
      text-decoration-thickness: 0.12em;
    }
  }
  @media (forced-colors: active) {
    .change::before,
    tr > :first-child::before {
      background: CanvasText;
    }
  }
`;
