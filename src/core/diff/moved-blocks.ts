/** Finds blocks that kept their words and changed their position among their siblings. */

import type { BlockNode } from '../model/policy.ts';
import { collapseWhitespace, inlineText } from '../model/text.ts';
import type { DiffContext, IndexedBlock } from './block-index.ts';
import type { Hunk } from './sequence-diff.ts';

/** Maximum length in characters of the text that identifies a block's previous position. */
const MAX_PLACE_LENGTH = 80;

/** The moved blocks among siblings, by index in each version. */
export interface Moves {
  readonly before: ReadonlySet<number>;
  /**
   * The moved blocks as the result shows them. In each run, only the first block is marked. Its mark
   * applies to the whole run.
   */
  readonly after: ReadonlyMap<number, BlockNode>;
}

/**
 * Pairs equal blocks that a diff left unpaired.
 *
 * @param isEqual Whether two blocks with equal words also have the same links and images.
 */
export function findMoves(
  b: readonly IndexedBlock[],
  a: readonly IndexedBlock[],
  hunks: readonly Hunk[],
  isEqual: (older: IndexedBlock, newer: IndexedBlock) => boolean,
  context: DiffContext,
): Moves {
  const beforeOf = pairMoved(b, a, hunks, isEqual, context);
  const after = new Map<number, BlockNode>();
  let run: { nodes: BlockNode[]; last: number; lastAfter: number } | undefined;
  for (const [j, i] of beforeOf) {
    const { node } = a[j]!;
    context.previousOf.set(node, b[i]!.node);
    if (run && i === run.last + 1 && !hasWordsBetween(a, run.lastAfter, j)) {
      run.nodes.push(b[i]!.node);
      run.last = i;
      run.lastAfter = j;
      after.set(j, node);
      continue;
    }
    run = { nodes: [b[i]!.node], last: i, lastAfter: j };
    const movedFrom = { blocks: run.nodes, after: placeOf(b[i - 1]) };
    const material = contextKey(b, i) !== contextKey(a, j);
    const marked = { ...node, change: { kind: 'moved' as const, movedFrom, material } };
    context.previousOf.set(marked, b[i]!.node);
    after.set(j, marked);
  }
  return { before: new Set(beforeOf.values()), after };
}

/**
 * Maps the indexes of newer blocks to the indexes of equal older blocks, in the order of the newer
 * blocks.
 */
function pairMoved(
  b: readonly IndexedBlock[],
  a: readonly IndexedBlock[],
  hunks: readonly Hunk[],
  isEqual: (older: IndexedBlock, newer: IndexedBlock) => boolean,
  { bagOf }: DiffContext,
): Map<number, number> {
  const beforeOf = new Map<number, number>();
  // If the blocks come from several sections, a block must not move from one section to another.
  if (a.some(({ node }) => 'role' in node)) return beforeOf;
  const unpaired = new Map<number, Set<number>>();
  for (const { b0, b1 } of hunks) {
    for (let i = b0; i < b1; i++) {
      const { key } = b[i]!;
      if (key < 0) continue;
      const indexes = unpaired.get(key);
      if (indexes) indexes.add(i);
      else unpaired.set(key, new Set([i]));
    }
  }
  if (!unpaired.size) return beforeOf;
  let last = -1;
  for (const { a0, a1 } of hunks) {
    for (let j = a0; j < a1; j++) {
      const newer = a[j]!;
      const indexes = unpaired.get(newer.key);
      if (!indexes || !bagOf(newer).length) continue;
      // Prefer the block after the previous pair, so that neighbours move together.
      const candidates = indexes.has(last + 1) ? [last + 1, ...indexes] : indexes;
      for (const i of candidates) {
        if (!isEqual(b[i]!, newer)) continue;
        beforeOf.set(j, i);
        indexes.delete(i);
        last = i;
        break;
      }
    }
  }
  return beforeOf;
}

function hasWordsBetween(blocks: readonly IndexedBlock[], from: number, to: number): boolean {
  return blocks.slice(from + 1, to).some(({ inlineRuns }) => inlineRuns.length);
}

/** Returns the start of a block's text, or null if there is no block. */
export function placeOf(block: IndexedBlock | undefined): string | null {
  const run = block?.inlineRuns[0];
  if (!run) return null;
  const text = collapseWhitespace(inlineText(run));
  if (text.length <= MAX_PLACE_LENGTH) return text;
  const start = text.slice(0, MAX_PLACE_LENGTH);
  const end = start.lastIndexOf(' ');
  return `${end < 0 ? start : start.slice(0, end)}…`;
}

/**
 * Returns a key of the context that a block depends on: the heading before it, and the previous
 * block if it ends with a colon. A block that moved to another context may mean something else.
 */
function contextKey(blocks: readonly IndexedBlock[], index: number): string {
  if (blocks[index]!.node.type === 'heading') return '';
  let heading = index - 1;
  while (heading >= 0 && blocks[heading]!.node.type !== 'heading') heading--;
  const previous = blocks[index - 1];
  const run = previous?.inlineRuns.at(-1);
  const introduces = run !== undefined && /[:：]\s*$/.test(inlineText(run).slice(-20));
  return `${blocks[heading]?.key ?? ''} ${introduces ? previous!.key : ''}`;
}
