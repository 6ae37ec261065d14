import type { BlockChange, ChangeNote } from '../../core/model/policy.ts';
import type { BlockContext, ChangeRenderer, Decoration, TagKey } from '../change-renderer.ts';
import { appendPrevious } from '../text/blocks.ts';
import { buttonElement } from '../text/inlines.ts';
import { createElement, type TextElement, type TextNode } from '../text/text-document.ts';

/** Creates the tag that names the change of a section or block. */
export function tagElement(
  kind: TagKey,
  context: Parameters<ChangeRenderer['tag']>[1],
): TextElement {
  const { messages } = context;
  const attributes = { part: 'tag', class: `tag ${kind}`, lang: messages.language };
  return createElement(context, 'span', attributes, messages.t(kind));
}

/** Counts a changed block, and returns its attributes and the nodes around its content. */
export function decorateBlock(change: BlockChange, context: BlockContext): Decoration {
  const { kind } = change;
  const position = ++context.counter!.last;
  return {
    attributes: { class: `change ${kind}`, 'data-change': position },
    before: startOf(change, context),
    after: () => noteElement(change, position, context),
    context: kind === 'added' || kind === 'removed' ? { ...context, whole: kind } : context,
  };
}

/**
 * Creates the tag at the start of an added or moved block. The tag of a moved block states where
 * the block was. Null for other changes.
 */
function startOf({ kind, movedFrom }: BlockChange, context: BlockContext): TextNode | null {
  if (kind !== 'added' && kind !== 'moved') return null;
  const tag = tagElement(kind, context);
  if (!movedFrom?.after) return tag;
  const { language: lang, direction: dir, t } = context.messages;
  const place = createElement(context, 'span', { class: 'note place', part: 'note', lang, dir });
  place.append(tag, ' ', t('wasAfter', { heading: movedFrom.after }));
  return place;
}

/**
 * Creates the node after a changed block. It contains notes, the previous text and a button for the
 * next change.
 */
function noteElement(
  { kind, notes = [], previous }: BlockChange,
  position: number,
  context: BlockContext,
): TextElement {
  const { messages, counter, actions } = context;
  const { language: lang, direction: dir } = messages;
  const note = createElement(context, 'div', { class: 'note', part: 'note', lang, dir });
  for (const each of notes) note.append(noteSentence(each, context));
  if (previous) {
    const isShape = notes.some(({ type }) => type === 'table-shape');
    const text = createElement(context, 'div', { class: 'previous' });
    appendPrevious(text, previous, context);
    const label = messages.t(isShape ? 'previousTable' : 'previousText');
    const summary = createElement(context, 'summary');
    if (kind === 'rewritten') summary.append(tagElement(kind, context), ' ');
    summary.append(label);
    note.append(createElement(context, 'details', null, summary, text));
  }
  appendNext(note, position, counter?.total ?? 0, { ...context, actions });
  return note;
}

/** Appends a button that goes to the next change. The button is visible only while it has focus. */
export function appendNext(
  note: TextElement,
  position: number,
  total: number,
  context: Pick<BlockContext, 'textDocument' | 'messages' | 'actions'>,
): void {
  if (position >= total) return;
  const text = context.messages.t('nextChangeOf', { position: position + 1, total });
  note.append(buttonElement(context, text, 'next', () => context.actions.goToChange(position + 1)));
}

function noteSentence(note: ChangeNote, context: BlockContext): TextNode {
  const { messages } = context;
  switch (note.type) {
    case 'table-shape':
      return createElement(context, 'p', null, messages.t('tableChanged'));
    case 'link-address':
      return addressElement(messages.t('linkChanged', note), note.before, note.after, context);
    case 'image':
      return addressElement(messages.t('imageChanged'), note.before, note.after, context);
    case 'link-added':
      return addressElement(messages.t('linkAdded', note), null, note.address, context);
    case 'link-removed':
      return addressElement(messages.t('linkRemoved', note), note.address, null, context);
  }
}

function addressElement(
  sentence: string,
  before: string | null,
  after: string | null,
  context: BlockContext,
): TextNode {
  const addresses = createElement(context, 'bdi', { dir: 'ltr', translate: 'no' });
  if (before) addresses.append(createElement(context, 'del', { part: 'deleted' }, before), ' ');
  if (after) addresses.append(createElement(context, 'ins', { part: 'added' }, after));
  return createElement(context, 'p', null, `${sentence} `, addresses);
}

/**
 * Sets the roles of inserted runs, so that screen readers announce plain text while marks are
 * hidden.
 */
export function exposeMarks(root: ParentNode, visible: boolean): void {
  for (const run of root.querySelectorAll('ins[part]')) {
    if (visible) run.removeAttribute('role');
    else run.setAttribute('role', 'none');
  }
}
