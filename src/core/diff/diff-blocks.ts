/** Marks the blocks of the newer text with what the older one said. */

import type { BlockNode, Inline, Table } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import { diffWholeBlock, type BlockDiffContext, markWhole } from './diff-inlines.ts';
import { alignBlocks } from './align-blocks.ts';
import { diffSequences, type Hunk } from './sequence-diff.ts';
import {
  childrenOf,
  countShared,
  bagSize,
  similarity,
  mergeBags,
  type IndexedBlock,
} from './block-index.ts';
import type { FlatText } from './tokens.ts';

/** Blocks are only taken as one run of words when that marks less than this part of the words. */
const MUCH_LESS = 0.5;

type Content = readonly Inline[] | null;

/** Marks `after` with what differs from `before`; returns `after` itself when nothing does. */
export function* diffBlocks(
  before: readonly BlockNode[],
  after: readonly BlockNode[],
  comparing: BlockDiffContext,
): Task<readonly BlockNode[]> {
  const b = before.map(comparing.indexBlock).filter(({ inlineRuns }) => inlineRuns.length);
  const a = after.map(comparing.indexBlock);
  const marked: BlockNode[] = [];
  let i = 0;
  let j = 0;
  const hunks = diffSequences(
    b.map(({ key }) => key),
    a.map(({ key }) => key),
  );
  for (const { b1, a0, a1 } of [...hunks, { b1: b.length, a0: a.length, a1: a.length }]) {
    for (; j < a0; i++, j++) {
      const [one, other] = [b[i]!, a[j]!];
      const found = leadAlike(one, other, comparing)
        ? [other.node]
        : yield* diffPair([one], [other], comparing);
      for (const node of found) comparing.previousOf.set(node, one.node);
      marked.push(...found);
    }
    marked.push(...(yield* diffStretch(b.slice(i, b1), a.slice(a0, a1), comparing)));
    [i, j] = [b1, a1];
  }
  const same = marked.length === after.length && marked.every((node, at) => node === after[at]);
  return same ? after : marked;
}

/** Whether blocks of equal words lead to the same, too. */
function leadAlike(b: IndexedBlock, a: IndexedBlock, { phrasing }: BlockDiffContext): boolean {
  const there = b.inlineRuns.map(phrasing);
  const here = a.inlineRuns.map(phrasing);
  const leads = ({ links, images }: FlatText) => links.length > 0 || images.size > 0;
  return (
    !(there.some(leads) || here.some(leads)) ||
    (there.length === here.length && here.every((flat, at) => sameForm(flat, there[at]!)))
  );
}

/** Whether two flat texts are equal letter by letter, with what they lead to. */
function sameForm(one: FlatText, other: FlatText): boolean {
  return (
    one.text === other.text &&
    one.links.length === other.links.length &&
    one.links.every(({ from, to, link }, index) => {
      const twin = other.links[index]!;
      return from === twin.from && to === twin.to && link.href === twin.link.href;
    }) &&
    [...one.images].every(([at, { src }]) => other.images.get(at)?.src === src)
  );
}

/** Blocks between two that are equal. */
function* diffStretch(
  b: readonly IndexedBlock[],
  all: readonly IndexedBlock[],
  comparing: BlockDiffContext,
): Task<readonly BlockNode[]> {
  yield;
  const places = all.flatMap(({ inlineRuns }, index) => (inlineRuns.length ? [index] : []));
  const a = places.map((index) => all[index]!);
  const marked: BlockNode[] = [];
  let i = 0;
  let j = 0;
  const until = (height: number, width: number): void => {
    for (; i < height; i++) marked.push(markWhole('removed', b[i]!, comparing));
    for (; j < width; j++) {
      const unit = all[j]!;
      marked.push(unit.inlineRuns.length ? markWhole('added', unit, comparing) : unit.node);
    }
  };
  const pairings = alignRun(b, a, comparing);
  for (const { b0, b1, a0, a1 } of pairings) {
    until(b0, places[a0]!);
    const end = places[a1 - 1]! + 1;
    const found = yield* diffPair(b.slice(b0, b1), all.slice(j, end), comparing);
    for (const node of found) {
      const known = comparing.previousOf.get(node) ?? b[b0]!.node;
      if (node.change?.kind !== 'added') comparing.previousOf.set(node, known);
    }
    marked.push(...found);
    i = b1;
    j = end;
  }
  until(b.length, all.length);
  return marked;
}

/** Pairs blocks, or takes all as one where that inlineRuns fewer words to mark. */
function alignRun(
  b: readonly IndexedBlock[],
  a: readonly IndexedBlock[],
  comparing: BlockDiffContext,
): Hunk[] {
  if (!b.length || !a.length) return [];
  const pairings = alignBlocks(b, a, comparing);
  // The words of a table mean what they mean by the column they stand in.
  const isTable = ({ node }: IndexedBlock) => node.type.startsWith('table');
  if (b.some(isTable) && a.some(isTable)) return pairings;
  const there = b.map(comparing.tokenBag);
  const here = a.map(comparing.tokenBag);
  const size = bagSize(there) + bagSize(here);
  let unpaired = size;
  for (const { b0, b1, a0, a1 } of pairings) {
    unpaired -= bagSize(there, b0, b1) + bagSize(here, a0, a1);
  }
  if (!unpaired) return pairings;
  const older = mergeBags(there);
  const newer = mergeBags(here);
  // No order of the words inlineRuns less to mark than the words that only one of both texts has.
  const least = size - 2 * countShared(older, newer);
  if (least >= MUCH_LESS * unpaired) return pairings;
  let changed = 0;
  const hunks = diffSequences(older.lists.flat(), newer.lists.flat());
  for (const { b0, b1, a0, a1 } of hunks) changed += b1 - b0 + a1 - a0;
  if (changed >= MUCH_LESS * unpaired) return pairings;
  return [{ b0: 0, b1: b.length, a0: 0, a1: a.length }];
}

function* diffPair(
  b: readonly IndexedBlock[],
  a: readonly IndexedBlock[],
  comparing: BlockDiffContext,
): Task<readonly BlockNode[]> {
  const [one] = b;
  const [other] = a;
  if (b.length === 1 && a.length === 1 && one!.node.type === other!.node.type) {
    const before = one!.node;
    const after = other!.node;
    if (before.type === 'table' && after.type === 'table' && columns(before) !== columns(after)) {
      const material = similarity(comparing.tokenBag(one!), comparing.tokenBag(other!)) < 1;
      const notes = [{ type: 'table-shape' }] as const;
      return [{ ...after, change: { kind: 'edited', previous: before, notes, material } }];
    }
    if (before.type === 'tableRow' && after.type === 'tableRow') {
      if (before.children.length === after.children.length) {
        const cells: BlockNode[] = [];
        for (const [index, cell] of after.children.entries()) {
          const inner = yield* diffBlocks(
            before.children[index]!.children,
            cell.children,
            comparing,
          );
          cells.push(inner === cell.children ? cell : ({ ...cell, children: inner } as BlockNode));
        }
        const same = cells.every((cell, index) => cell === after.children[index]);
        return [same ? after : ({ ...after, children: cells } as BlockNode)];
      }
    } else if (childrenOf(before).length && childrenOf(after).length) {
      const children = yield* diffBlocks(childrenOf(before), childrenOf(after), comparing);
      const whole = children === childrenOf(after) ? after : ({ ...after, children } as BlockNode);
      const [there, here] = [before, after].map(comparing.contentOf) as [Content, Content];
      if (!here) {
        const gone = there && { type: 'paragraph' as const, children: there };
        return gone
          ? [markWhole('removed', comparing.indexBlock(gone), comparing), whole]
          : [whole];
      }
      const caption = { ...one!, inlineRuns: there ? [there] : [] };
      return yield* diffWholeBlock(
        [caption],
        [{ ...other!, node: whole, inlineRuns: [here] }],
        comparing,
        true,
      );
    }
  }
  return yield* diffWholeBlock(b, a, comparing);
}

function columns({ children }: Table): number {
  return Math.max(
    ...children.map((row) => row.children.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)),
  );
}
