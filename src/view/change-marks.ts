import { html, nothing, type TemplateResult } from 'lit';
import type { BlockChange, ChangeNote } from '../core/diff/changes.ts';
import type { BlockNode } from '../core/policy.ts';
import type { MessageKey, Words } from '../messages/index.ts';
import type { BlockContext } from './blocks.ts';

/** Tag words that stand alone. */
export type TagKey = Extract<
  MessageKey,
  | 'added'
  | 'changed'
  | 'removed'
  | 'moved'
  | 'renamed'
  | 'renumbered'
  | 'split'
  | 'merged'
  | 'rewritten'
>;

/** Draws a word that says what happened to a section or a block. */
export function tagView(kind: TagKey, words: Words): TemplateResult {
  return html`<span part="tag" class="tag ${kind}" lang=${words.language}
    >${words.say(kind)}</span
  >`;
}

/** Draws what stands before a block's own words: the tag of one that is wholly new. */
export function openingView(change: BlockChange | undefined, { words }: BlockContext): unknown {
  return change?.kind === 'added' ? html`${tagView('added', words)} ` : nothing;
}

/** Draws what follows a changed block: notes, the previous text, and the way to the next change. */
export function closingView(
  change: BlockChange,
  position: number,
  { words, stops, next }: BlockContext,
  previousView: (previous: BlockNode) => unknown,
): unknown {
  const { kind, notes = [], previous } = change;
  const total = stops?.total ?? 0;
  const isShape = notes.some(({ type }) => type === 'table-shape');
  const isLast = position >= total;
  if (isLast && !notes.length && !previous && kind !== 'rewritten') return nothing;
  return html`<div class="note" part="note" lang=${words.language} dir=${words.direction}>
    ${
      kind === 'rewritten' && !isShape
        ? html`<p>${tagView('rewritten', words)} ${words.say('rewrittenNote')}</p>`
        : nothing
    }${notes.map((note) => noteView(note, words))}${
      previous
        ? html`<details>
            <summary>${words.say(isShape ? 'previousTable' : 'previousText')}</summary>
            <div class="previous">${previousView(previous)}</div>
          </details>`
        : nothing
    }${
      isLast
        ? nothing
        : html`<button type="button" part="button" class="next" @click=${next}>
            ${words.say('nextChangeOf', { position: position + 1, total })}
          </button>`
    }
  </div>`;
}

function noteView(note: ChangeNote, words: Words): TemplateResult {
  switch (note.type) {
    case 'table-shape':
      return html`<p>${words.say('tableChanged')}</p>`;
    case 'link-address':
      return html`<p>
        ${words.say('linkChanged', note)} ${addressesView(note.before, note.after)}
      </p>`;
    case 'image':
      return html`<p>${words.say('imageChanged')} ${addressesView(note.before, note.after)}</p>`;
    case 'link-added':
      return html`<p>${words.say('linkAdded', note)} ${addressesView(null, note.address)}</p>`;
    case 'link-removed':
      return html`<p>${words.say('linkRemoved', note)} ${addressesView(note.address, null)}</p>`;
  }
}

function addressesView(before: string | null, after: string | null): TemplateResult {
  return html`<bdi class="address" dir="ltr" translate="no"
    >${
      before ? html`<del part="deleted">${before}</del> ` : nothing
    }${after ? html`<ins part="added">${after}</ins>` : nothing}</bdi
  >`;
}

/**
 * Tells screen readers of inserted and deleted runs only while they are shown as such: with changes
 * hidden, an inserted run is plain text of the policy.
 */
export function exposeMarks(root: ParentNode, visible: boolean): void {
  for (const run of root.querySelectorAll('ins[part]')) {
    if (visible) run.removeAttribute('role');
    else run.setAttribute('role', 'none');
  }
}
