import { html, nothing, type TemplateResult } from 'lit';
import type { BlockChange, ChangeNote } from '../../core/model/policy.ts';
import type { MessageKey, Messages } from '../../i18n/index.ts';
import type { BlockContext, Decoration } from '../text/block-context.ts';
import type { ViewActions } from '../view-state.ts';
import { buttonView } from '../button.ts';
import { attributes, type Attributes } from '../on-element.ts';
import type { ChangeCounter } from './numbering.ts';

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
export function tagView(kind: TagKey, messages: Messages): TemplateResult {
  return html`<span part="tag" class="tag ${kind}" lang=${messages.language}
    >${messages.t(kind)}</span
  >`;
}

/** Tells what goes around a block that changed, and counts it. */
export function changeAround(
  change: BlockChange,
  stops: ChangeCounter,
  own: Attributes,
  context: BlockContext,
): Decoration {
  const { kind } = change;
  const position = ++stops.last;
  return {
    mark: attributes({ ...own, class: `change ${kind}`, 'data-change': position }),
    before: kind === 'added' ? html`${tagView('added', context.messages)} ` : nothing,
    after: () => closingView(change, position, context),
    inner: kind === 'added' || kind === 'removed' ? { ...context, whole: kind } : context,
  };
}

/** What follows a changed block: notes, the previous text, and the way to the next change. */
function closingView(
  { kind, notes = [], previous }: BlockChange,
  position: number,
  context: BlockContext,
): TemplateResult {
  const { messages, stops, actions } = context;
  const isShape = notes.some(({ type }) => type === 'table-shape');
  return html`<div class="note" part="note" lang=${messages.language} dir=${messages.direction}>
    ${
      kind === 'rewritten'
        ? html`<p>${tagView('rewritten', messages)} ${messages.t('rewrittenNote')}</p>`
        : nothing
    }${notes.map((note) => noteView(note, messages))}${
      previous
        ? html`<details>
            <summary>${messages.t(isShape ? 'previousTable' : 'previousText')}</summary>
            <div class="previous">${context.previous(previous, context)}</div>
          </details>`
        : nothing
    }${nextView(position, stops?.total ?? 0, messages, actions)}
  </div>`;
}

/** Draws the way from one change to the next, in sight only where the reader has been taken. */
export function nextView(
  position: number,
  total: number,
  messages: Messages,
  actions: ViewActions,
): unknown {
  return position < total
    ? buttonView(
        messages.t('nextChangeOf', { position: position + 1, total }),
        () => actions.goToChange(position + 1),
        { name: 'next' },
      )
    : nothing;
}

function noteView(note: ChangeNote, messages: Messages): TemplateResult {
  switch (note.type) {
    case 'table-shape':
      return html`<p>${messages.t('tableChanged')}</p>`;
    case 'link-address':
      return addressView(messages.t('linkChanged', note), note.before, note.after);
    case 'image':
      return addressView(messages.t('imageChanged'), note.before, note.after);
    case 'link-added':
      return addressView(messages.t('linkAdded', note), null, note.address);
    case 'link-removed':
      return addressView(messages.t('linkRemoved', note), note.address, null);
  }
}

function addressView(said: string, before: string | null, after: string | null): TemplateResult {
  return html`<p>
    ${said}
    <bdi dir="ltr" translate="no"
      >${before ? html`<del part="deleted">${before}</del> ` : nothing}${
        after ? html`<ins part="added">${after}</ins>` : nothing
      }</bdi
    >
  </p>`;
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
