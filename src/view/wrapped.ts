import { html, nothing, type TemplateResult } from 'lit';
import type { Block, BlockNode, Inline } from '../core/model/policy.ts';
import { blockText, collapseWhitespace, inlineText } from '../core/model/text.ts';
import type { WrappedPiece } from '../core/model/wrapped-layout.ts';
import { blocksView } from './text/blocks.ts';
import type { ChangeViews } from './changes/index.ts';
import { renderOnce } from './draw-once.ts';
import { markedBlocks } from './changes/numbering.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Letters of a change in the summary of its note: about as many as stand on one line. */
const EXCERPT = 50;

/** A run of the page's own text, and what comparing says of it. */
export interface WrappedRun {
  readonly pieces: readonly WrappedPiece[];
  /** The blocks that were read from it. */
  readonly unmarked: readonly Block[];
  /** The same with marks and with what was removed between them. */
  readonly blocks: readonly Block[];
  /** Drawn anew when this is another. */
  readonly key: unknown;
  readonly level: number;
  /** Number of the stop before it, and of all. */
  readonly before: number;
  readonly total: number;
}

/** Shows the page's own text where it stands, each changed piece followed by a note of ours. */
export function wrappedView(run: WrappedRun, state: ViewState, actions: ViewActions): unknown {
  const { pieces, key, before, total } = run;
  const { messages } = state;
  return renderOnce([pieces, key, messages, before, total], () => {
    const notes = notesOf(run, state, actions);
    const take = (block: Block | null) => {
      const taken = notes.get(block);
      notes.delete(block);
      return taken;
    };
    return html`${take(null)}${pieces.map(
      (piece) => html`<slot name=${piece.slot}></slot>${piece.blocks.map(take)}`,
    )}${[...notes.values()]}`;
  });
}

/** The notes that follow each block that was read; those under null come before the first. */
function notesOf(
  { blocks, unmarked, level, before, total }: WrappedRun,
  state: ViewState,
  actions: ViewActions,
): Map<Block | null, readonly TemplateResult[]> {
  const notes = new Map<Block | null, readonly TemplateResult[]>();
  const { changes } = state;
  if (!total || !changes) return notes;
  const stops = { last: before, total, views: changes.views };
  const context = { ...state, actions, level, stops };
  let at: Block | null = null;
  let next = 0;
  for (const block of blocks) {
    if (block.change?.kind !== 'removed') at = unmarked[next++] ?? at;
    const count = markedBlocks([block], []);
    if (!count) continue;
    const view = noteView(block, count, changes.views.tag, context);
    notes.set(at, [...(notes.get(at) ?? []), view]);
  }
  return notes;
}

function noteView(
  block: Block,
  count: number,
  tagView: ChangeViews['tag'],
  context: ViewState & Parameters<typeof blocksView>[1],
): TemplateResult {
  const { messages } = context;
  const { kind } = block.change ?? {};
  const [text, isNew] = firstChange(block)!;
  return html`<details class="note" part="note" lang=${messages.language} dir=${messages.direction}>
    <summary>
      ${tagView(!kind || kind === 'edited' ? 'changed' : kind, messages)}
      ${count > 1 ? messages.t('changes', { count }) : isNew ? nothing : messages.t('previousText')}
      ${messages.t('quoted', { heading: excerptOf(text) })}
    </summary>
    <div class="prose">${blocksView([block], context)}</div>
  </details>`;
}

/** Shortens the text of a change, by which its note is known from the next. */
function excerptOf(text: string): string {
  const letters = [...collapseWhitespace(text)];
  return letters.splice(0, EXCERPT).join('') + (letters.length ? '…' : '');
}

/** The text of the first run or block that changed, and whether it is new. */
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
  // Where none of its own text changed, an address or a picture did.
  return kind && [blockText(node as Block), kind === 'added'];
}

/** Shows the heading of a section, or the title, where the page has it. */
export function wrappedHeadingView(slot: string | null): unknown {
  return slot && html`<slot name=${slot}></slot>`;
}
