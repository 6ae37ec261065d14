/** Diffs two sequences of blocks, and marks the newer one. */

import type { BlockNode, Table } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import { addedColumns, insertColumns, withoutColumns } from './added-columns.ts';
import { alignBlocks } from './align-blocks.ts';
import {
  childrenOf,
  countShared,
  type DiffContext,
  type IndexedBlock,
  mergeBags,
  similarity,
  totalLength,
} from './block-index.ts';
import { diffWholeBlocks, markAdded, markRemoved } from './diff-inlines.ts';
import { findMoves } from './moved-blocks.ts';
import { diffSequences, type Hunk } from './sequence-diff.ts';
import type { FlatText } from './tokens.ts';

/**
 * Maximum share of the words in a gap's unpaired blocks that may be marked if the gap is diffed as
 * one text. If more would be marked, it is diffed pair by pair.
 */
const MAX_MARKED_RATIO = 0.5;

/**
 * Returns the newer blocks with marks, and with the removed blocks inserted. Returns `after` itself
 * if nothing changed.
 */
export function* diffBlocks(
  before: readonly BlockNode[],
  after: readonly BlockNode[],
  context: DiffContext,
): Task<readonly BlockNode[]> {
  const b = before.map(context.indexBlock).filter(({ inlineRuns }) => inlineRuns.length);
  const a = after.map(context.indexBlock);
  const marked: BlockNode[] = [];
  let i = 0;
  let j = 0;
  const hunks = diffSequences(
    b.map(({ key }) => key),
    a.map(({ key }) => key),
  );
  const isEqual = (older: IndexedBlock, newer: IndexedBlock) =>
    hasSameAddresses(older, newer, context);
  const moves = findMoves(b, a, hunks, isEqual, context);
  // A moved block stays where it is now. Like a block without words, it is not aligned.
  for (const [j, node] of moves.after) a[j] = { node, inlineRuns: [], key: -1 };
  for (const { b1, a0, a1 } of [...hunks, { b1: b.length, a0: a.length, a1: a.length }]) {
    for (; j < a0; i++, j++) {
      const [older, newer] = [b[i]!, a[j]!];
      const nodes = isEqual(older, newer)
        ? [newer.node]
        : yield* diffPair([older], [newer], context);
      for (const node of nodes) context.previousOf.set(node, older.node);
      marked.push(...nodes);
    }
    const removed = b.slice(i, b1).filter((_, index) => !moves.before.has(i + index));
    marked.push(...(yield* diffGap(removed, a.slice(a0, a1), context)));
    [i, j] = [b1, a1];
  }
  const isUnchanged =
    marked.length === after.length && marked.every((node, index) => node === after[index]);
  return isUnchanged ? after : marked;
}

/** Whether blocks with equal words have the same links and images. */
export function hasSameAddresses(
  older: IndexedBlock,
  newer: IndexedBlock,
  { flatTextOf }: DiffContext,
): boolean {
  const before = older.inlineRuns.map(flatTextOf);
  const after = newer.inlineRuns.map(flatTextOf);
  const hasAddress = ({ links, images }: FlatText) => links.length > 0 || images.size > 0;
  if (!before.some(hasAddress) && !after.some(hasAddress)) return true;
  return (
    before.length === after.length &&
    after.every((flat, index) => areIdentical(flat, before[index]!))
  );
}

/** Whether two flat texts are identical, including their links and images. */
function areIdentical(one: FlatText, other: FlatText): boolean {
  return (
    one.text === other.text &&
    one.links.length === other.links.length &&
    one.links.every(({ from, to, link }, index) => {
      const counterpart = other.links[index]!;
      return (
        from === counterpart.from && to === counterpart.to && link.href === counterpart.link.href
      );
    }) &&
    [...one.images].every(([at, { src }]) => other.images.get(at)?.src === src)
  );
}

/** Diffs the blocks of a gap between two unchanged blocks. */
function* diffGap(
  b: readonly IndexedBlock[],
  after: readonly IndexedBlock[],
  context: DiffContext,
): Task<readonly BlockNode[]> {
  yield;
  // Blocks without words are not aligned. `indexes` maps the other blocks to their indexes in
  // `after`.
  const indexes = after.flatMap(({ inlineRuns }, index) => (inlineRuns.length ? [index] : []));
  const a = indexes.map((index) => after[index]!);
  const marked: BlockNode[] = [];
  let i = 0;
  let j = 0;
  for (const { b0, b1, a0, a1 } of yield* alignGap(b, a, context)) {
    const start = indexes[a0]!;
    const end = indexes[a1 - 1]! + 1;
    marked.push(...markRemoved(b.slice(i, b0), context));
    marked.push(...markAdded(after.slice(j, start), context));
    const nodes = yield* diffPair(b.slice(b0, b1), after.slice(start, end), context);
    for (const node of nodes) {
      const previous = context.previousOf.get(node) ?? b[b0]!.node;
      if (node.change?.kind !== 'added') context.previousOf.set(node, previous);
    }
    marked.push(...nodes);
    i = b1;
    j = end;
  }
  marked.push(...markRemoved(b.slice(i), context), ...markAdded(after.slice(j), context));
  return marked;
}

/**
 * Aligns the blocks of a gap. Returns all of them as a single pair if that marks far fewer words.
 */
function* alignGap(
  b: readonly IndexedBlock[],
  a: readonly IndexedBlock[],
  context: DiffContext,
): Task<readonly Hunk[]> {
  if (!b.length || !a.length) return [];
  const pairs = yield* alignBlocks(b, a, context);
  // The meaning of words in a table depends on their column, so tables are not marked as one text.
  const isTablePart = ({ node }: IndexedBlock) => node.type.startsWith('table');
  if (b.some(isTablePart) && a.some(isTablePart)) return pairs;
  const bagsBefore = b.map(context.bagOf);
  const bagsAfter = a.map(context.bagOf);
  const size = totalLength(bagsBefore) + totalLength(bagsAfter);
  let unpaired = size;
  for (const { b0, b1, a0, a1 } of pairs) {
    unpaired -= totalLength(bagsBefore, b0, b1) + totalLength(bagsAfter, a0, a1);
  }
  if (!unpaired) return pairs;
  const older = mergeBags(bagsBefore);
  const newer = mergeBags(bagsAfter);
  // A cheap lower bound: words without a counterpart are marked in any case.
  const fewestMarked = size - 2 * countShared(older, newer);
  if (fewestMarked >= MAX_MARKED_RATIO * unpaired) return pairs;
  let changed = 0;
  for (const { b0, b1, a0, a1 } of diffSequences(older.lists.flat(), newer.lists.flat())) {
    changed += b1 - b0 + a1 - a0;
  }
  if (changed >= MAX_MARKED_RATIO * unpaired) return pairs;
  return [{ b0: 0, b1: b.length, a0: 0, a1: a.length }];
}

/**
 * Diffs the older and newer blocks of a pair: their children if they have any, or else their words.
 */
function* diffPair(
  b: readonly IndexedBlock[],
  a: readonly IndexedBlock[],
  context: DiffContext,
): Task<readonly BlockNode[]> {
  const [older, newer] = [b[0]!, a[0]!];
  const [before, after] = [older.node, newer.node];
  if (b.length > 1 || a.length > 1 || before.type !== after.type) {
    return yield* diffWholeBlocks(b, a, context);
  }
  if (before.type === 'table' && after.type === 'table') {
    const added = addedColumns(before, after, context);
    if (added) {
      const kept = context.indexBlock(withoutColumns(after, added));
      const nodes = yield* diffNested(older, kept, context);
      // The result is not used if rows moved, because a moved row would have to be found again
      // without its new cells.
      if (!nodes.some((node) => childrenOf(node).some(({ change }) => change?.kind === 'moved'))) {
        return nodes.map((node) =>
          node.type === 'table' ? insertColumns(node, after, added) : node,
        );
      }
    }
    if (columnCount(before) !== columnCount(after)) {
      const material = similarity(context.bagOf(older), context.bagOf(newer)) < 1;
      const notes = [{ type: 'table-shape' }] as const;
      return [{ ...after, change: { kind: 'edited', previous: before, notes, material } }];
    }
  }
  if (before.type === 'tableRow') {
    return before.children.length === childrenOf(after).length
      ? [yield* diffCells(before, after, context)]
      : yield* diffWholeBlocks(b, a, context);
  }
  if (childrenOf(before).length && childrenOf(after).length) {
    return yield* diffNested(older, newer, context);
  }
  return yield* diffWholeBlocks(b, a, context);
}

/** Diffs the cells of two rows with the same number of cells. */
function* diffCells(before: BlockNode, after: BlockNode, context: DiffContext): Task<BlockNode> {
  const cellsBefore = childrenOf(before);
  const cellsAfter = childrenOf(after);
  const cells: BlockNode[] = [];
  for (const [index, cell] of cellsAfter.entries()) {
    const blocks = childrenOf(cell);
    const children = yield* diffBlocks(childrenOf(cellsBefore[index]!), blocks, context);
    cells.push(children === blocks ? cell : ({ ...cell, children } as BlockNode));
  }
  const isUnchanged = cells.every((cell, index) => cell === cellsAfter[index]);
  return isUnchanged ? after : ({ ...after, children: cells } as BlockNode);
}

/** Diffs the children of two blocks, and their captions or summaries if they have any. */
function* diffNested(
  older: IndexedBlock,
  newer: IndexedBlock,
  context: DiffContext,
): Task<readonly BlockNode[]> {
  const [before, after] = [older.node, newer.node];
  const children = yield* diffBlocks(childrenOf(before), childrenOf(after), context);
  const node = children === childrenOf(after) ? after : ({ ...after, children } as BlockNode);
  const captionBefore = context.inlineRunOf(before);
  const captionAfter = context.inlineRunOf(after);
  if (captionAfter) {
    const captions = { ...older, inlineRuns: captionBefore ? [captionBefore] : [] };
    return yield* diffWholeBlocks(
      [captions],
      [{ ...newer, node, inlineRuns: [captionAfter] }],
      context,
      true,
    );
  }
  if (!captionBefore) return [node];
  const removed = context.indexBlock({ type: 'paragraph', children: captionBefore });
  return [...markRemoved([removed], context), node];
}

function columnCount({ children }: Table): number {
  return Math.max(
    ...children.map((row) => row.children.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)),
  );
}
