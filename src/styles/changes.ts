import { css, type CSSResult } from 'lit';
import { changeControls } from './change-controls.ts';

/**
 * Changes are marked in three independent ways: with a bar beside the block, with a tag, and with
 * tinted words that are double-underlined or struck through in the colour of the text.
 */
const marks = css`
  :is(ins, del):is([part], .excerpt) {
    --_kind: var(--_added);
    text-decoration-thickness: 0.06em;
    border-radius: 0.15em;
    background: color-mix(in srgb, var(--_kind) var(--_tint), transparent);
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  /* Removed words must not change the order of the current words around them. */
  del:is([part], .excerpt) {
    unicode-bidi: isolate;
  }
  ins:is([part], .excerpt) {
    /* Safari does not support the shorthand with several values. */
    text-decoration-line: underline;
    text-decoration-style: double;
    text-decoration-skip-ink: none;
    text-underline-offset: 0.18em;
  }
  ins:is([part], .excerpt)::before {
    content: '' / var(--_addedStart);
  }
  ins:is([part], .excerpt)::after {
    content: '' / var(--_addedEnd);
  }
  del:is([part], .excerpt)::before {
    content: '' / var(--_removedStart);
  }
  del:is([part], .excerpt)::after {
    content: '' / var(--_removedEnd);
  }
  /* The bar at the bottom of the viewport must not cover a change or the focused element. */
  :is(a, button, summary, [tabindex]) {
    scroll-margin-block-end: 5em;
  }
  /* If a change and its heading do not fit in the viewport, the change is scrolled to a quarter
     of the viewport's height. */
  [data-change] {
    scroll-margin-block: calc(var(--_offset) + 25vh) 5em;
  }
  /* Copying text that contains changes copies only the current text. */
  :is(del[part], .gap, .note, .tag) {
    -webkit-user-select: none;
    user-select: none;
  }
  [part='removed'] del[part] {
    -webkit-user-select: text;
    user-select: text;
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
  :is(.tag, .change):is(.added, .changed, .edited, .rewritten) {
    --_kind: var(--_added);
  }
  del:is([part], .excerpt),
  :is(.tag, .change).removed {
    --_kind: var(--_removed);
  }
  /* Bars are border images and backgrounds, because positioned ones would be painted over a
     sticky page header. All are aligned: --_inset is the distance of a nested block from the
     edge. */
  .change:not(tr, td, th),
  .added > [part='panel'] > .prose {
    border-image: linear-gradient(
        to right,
        var(--_kind, var(--_added)) var(--_bar, 0.22em),
        transparent 0
      )
      fill 0 / 0 / 0 0 0 calc(var(--_inset, 0em) + var(--_gutter, 0.9em));
  }
  .prose:dir(rtl) .change:not(tr, td, th),
  .added > [part='panel'] > .prose:dir(rtl) {
    border-image: linear-gradient(
        to left,
        var(--_kind, var(--_added)) var(--_bar, 0.22em),
        transparent 0
      )
      fill 0 / 0 / 0 calc(var(--_inset, 0em) + var(--_gutter, 0.9em)) 0 0;
  }
  :is(li, dd) {
    --_inset: 1.5em;
  }
  :is(li, dd) li {
    --_inset: 3em;
  }
  li li li {
    --_inset: 4.5em;
  }
  blockquote > .change {
    --_inset: calc(var(--_space) + 0.2em);
  }
  .prose:is(:dir(ltr), :dir(rtl)) td .change {
    border-image: none;
  }
  /* The box of a table is wider by the gutter, which contains the bars of its rows. */
  .scroll:has(tr.change, tr .change) {
    margin-inline-start: calc(-1 * var(--_gutter, 0.9em));
  }
  .scroll:has(tr.change, tr .change) tr > :first-child {
    padding-inline-start: calc(var(--_gutter, 0.9em) / 0.9375);
  }
  tr:is(.change, :has(.change)) > :first-child {
    background: linear-gradient(var(--_kind, var(--_added)) 0 0) no-repeat left /
      var(--_bar, 0.22em);
  }
  tr:is(.change, :has(.change)) > :first-child:dir(rtl) {
    background-position: right;
  }
  li.change.removed {
    counter-increment: list-item 0;
    list-style-type: '− ';
  }
  .note,
  .head {
    /* Aligned like the text that it describes, even if that text runs in the other direction. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .note {
    font-size: 0.9em;
  }
  details.note {
    margin-block-end: 0.4em;
  }
  /* A note that only links to the next change takes no space. */
  div.note:not(:has(p, details)) {
    display: contents;
  }
  /* Below the text that it describes. A paragraph before a list is closer to the list. */
  .prose :is(* + :not(p).note, p.note + *) {
    margin-block-start: 0.4em;
  }
  /* On a line of its own, above the text that it describes. */
  .place {
    display: block;
  }
  .note > * + * {
    margin-block-start: 0.25em;
  }
  [part='section'] > .note {
    padding-block-end: 0.5em;
    margin-inline-start: calc(var(--_indent) / 0.9);
  }
  /* Takes no space until it has focus. */
  .next {
    float: inline-end;
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0 !important;
    margin-inline-start: -1px;
    padding: 0 !important;
    border: 0 !important;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .next:focus-visible,
  :is(.note:focus, :focus > .note, :focus + .note, tr:focus .note, .scroll:has(:focus) + .note)
    > .next {
    float: none;
    display: block;
    inline-size: auto;
    block-size: auto;
    min-block-size: 24px !important;
    margin: 0.4em 0;
    padding: 0.3em 0.8em !important;
    border: 1px solid var(--_control) !important;
    border-radius: calc(0.8 * var(--_radius));
    /* In the page's own DOM, the browser's grey would look disabled. */
    background: none;
    color: inherit;
    font: inherit;
    clip-path: none;
  }
  [part='section'] > div.note:not(:has(p, details)) > .next {
    margin-inline-start: calc(var(--_indent) / 0.9) !important;
  }
  .here {
    margin-inline-start: calc(var(--_indent) / 0.9);
    padding-block: 0.5em;
  }
  @media (prefers-contrast: more) {
    .prose {
      --_bar: 0.35em;
    }
    :is(ins, del):is([part], .excerpt) {
      text-decoration-thickness: 0.12em;
    }
  }
  @media (forced-colors: active) {
    .prose {
      --_added: CanvasText;
      --_removed: CanvasText;
      --_moved: CanvasText;
    }
    /* No gradient is painted as a background. */
    tr:is(.change, :has(.change)) > :first-child {
      border-inline-start: var(--_bar, 0.22em) solid;
    }
  }
`;

/** Hides everything about changes. */
const hidden = css`
  :is(.tag, .note, .gap, .count, del[part], .removed, [part='removed']) {
    display: none;
  }
  .change,
  .prose,
  tr > :first-child {
    border-image: none !important;
    background-image: none !important;
  }
  /* The box around a cell's text exists only for its marks. It would be copied as a line break. */
  :is(td, th) > div.change {
    display: inline;
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

/** Styles of marks and everything else about changes in the shadow root. */
export const changes: readonly CSSResult[] = [
  marks,
  changeControls,
  css`
    :not(.marked) > :is(.layout, .box) {
      ${hidden}
    }
  `,
];

/**
 * Styles of marks in text that is rendered into the page's own DOM. The text inherits the private
 * colour properties from the shadow root that it is slotted into.
 */
export const lightChanges: CSSResult = css`
  [data-policy-text] {
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

/**
 * Styles of added words in the page's own text, which are marked with the CSS Custom Highlight API.
 */
export const highlights: CSSResult = css`
  ::highlight(privacy-policy-added) {
    background-color: color-mix(in srgb, var(--policy-added-color, #2f7de1) 16%, transparent);
    text-decoration-line: underline;
    text-decoration-style: double;
  }
`;
