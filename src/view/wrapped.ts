/** The views of a wrapped page. They are in the chunk of wrapped pages. */

import { render } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import type { Block, BlockNode, Inline } from '../core/model/policy.ts';
import { blockText, collapseWhitespace, inlineText } from '../core/model/text.ts';
import type { WrappedPiece } from '../core/model/wrapped-layout.ts';
import type { BlockContext } from './change-renderer.ts';
import { markedBlocks } from './changes/numbering.ts';
import { appendBlocks } from './text/blocks.ts';
import { createElement, type TextElement, type TextParent } from './text/text-document.ts';

/**
 * Maximum number of characters of a change that are quoted in the summary of its note: about one
 * line.
 */
const EXCERPT_LETTERS = 50;

/** A run of the page's own text, with the blocks parsed from it. */
export interface WrappedRun {
  readonly pieces: readonly WrappedPiece[];
  /** The blocks that were parsed from the pieces. */
  readonly unmarked: readonly Block[];
  /** The same blocks with marks, with removed blocks between them. */
  readonly blocks: readonly Block[];
}

/** Appends the page's own text, with a note after each changed piece. */
function appendWrapped(target: TextParent, run: WrappedRun, context: BlockContext): void {
  const notes = notesByBlock(run, context);
  const appendNotes = (block: Block | null): void => {
    target.append(...(notes.get(block) ?? []));
    notes.delete(block);
  };
  appendNotes(null);
  for (const { slot, blocks } of run.pieces) {
    target.append(createElement(context, 'slot', { name: slot }));
    for (const block of blocks) appendNotes(block);
  }
  target.append(...[...notes.values()].flat());
}

/**
 * Maps each parsed block to the notes that follow it. Notes under null come before the first block.
 */
function notesByBlock(
  { blocks, unmarked }: WrappedRun,
  context: BlockContext,
): Map<Block | null, readonly TextElement[]> {
  const notes = new Map<Block | null, readonly TextElement[]>();
  if (!context.counter) return notes;
  let at: Block | null = null;
  let next = 0;
  for (const block of blocks) {
    if (block.change?.kind !== 'removed') at = unmarked[next++] ?? at;
    const count = markedBlocks([block], []);
    if (!count) continue;
    const note = noteElement(block, at ?? block, count, context);
    notes.set(at, [...(notes.get(at) ?? []), note]);
  }
  return notes;
}

function noteElement(
  block: Block,
  unmarked: Block,
  count: number,
  context: BlockContext,
): TextElement {
  const { messages, counter } = context;
  const { kind } = block.change ?? {};
  const [text, isNew] = firstChange(block)!;
  const summary = createElement(context, 'summary');
  summary.append(
    counter!.renderer.tag(!kind || kind === 'edited' ? 'changed' : kind, context),
    ' ',
  );
  if (count > 1) {
    const heading = excerptOf(blockText(unmarked));
    summary.append(messages.t('changesIn', { changes: messages.t('changes', { count }), heading }));
  } else {
    if (!isNew) summary.append(messages.t('previousText'), ' ');
    summary.append(messages.t('quoted', { heading: excerptOf(text) }));
  }
  const { language: lang, direction: dir } = messages;
  const note = createElement(
    context,
    'details',
    { class: 'note', part: 'note', lang, dir },
    summary,
  );
  const prose = createElement(context, 'div', { class: 'prose' });
  note.append(appendBlocks(prose, [block], context));
  return note;
}

/** Returns the start of a changed text, which distinguishes its note from others. */
function excerptOf(text: string): string {
  const letters = [...collapseWhitespace(text)];
  return letters.splice(0, EXCERPT_LETTERS).join('') + (letters.length ? '…' : '');
}

/** Returns the text of the first run or block that changed, and whether it was added. */
function firstChange(node: BlockNode | Inline): [text: string, isNew: boolean] | undefined {
  if (node.type === 'added') return [inlineText(node.children), true];
  if (node.type === 'removed') return [inlineText(node.children), false];
  const { change, children = [] } = node as Partial<Block> & {
    readonly children?: readonly (BlockNode | Inline)[];
  };
  const kind = change?.kind;
  if (!kind || kind === 'edited')
    for (const child of children) {
      const first = firstChange(child);
      if (first) return first;
    }
  // If no text inside the block changed, an address or an image did.
  return kind && [blockText(node as Block), kind === 'added'];
}

class InBox extends Directive {
  render(_mount: HTMLElement, _content: unknown): unknown {
    return undefined;
  }

  override update(part: ChildPart, [mount, content]: [HTMLElement, unknown]): undefined {
    render(content, mount, part.options);
  }
}

/** The views that this chunk provides. */
export const wrappedViews = {
  append: appendWrapped,
  /** Renders content into another container, which is inside a box of the page. */
  inBox: directive(InBox),
};

/** The type of {@link wrappedViews}. */
export type WrappedViews = typeof wrappedViews;
