/** Marks the blocks of the newer text with what the older one said. */

import type { BlockNode, Inline, Table } from '../policy.ts';
import type { Steps } from '../steps.ts';
import { compareWhole, type Comparing, wholly } from './mark-blocks.ts';
import { pairBlocks } from './pair-blocks.ts';
import { differences, type Hunk } from './sequence.ts';
import { childrenOf, countShared, lengthOf, likeness, mergeBags, type Unit } from './units.ts';
import type { FlatText } from './words.ts';

/** Blocks are only taken as one run of words when that marks less than this part of the words. */
const MUCH_LESS = 0.5;

type Content = readonly Inline[] | null;

/** Marks `after` with what differs from `before`; returns `after` itself when nothing does. */
export function* compareBlocks(
  before: readonly BlockNode[],
  after: readonly BlockNode[],
  comparing: Comparing,
): Steps<readonly BlockNode[]> {
  const b = before.map(comparing.unit).filter(({ leaves }) => leaves.length);
  const a = after.map(comparing.unit);
  const marked: BlockNode[] = [];
  let i = 0;
  let j = 0;
  const hunks = differences(
    b.map(({ key }) => key),
    a.map(({ key }) => key),
  );
  for (const { b1, a0, a1 } of [...hunks, { b1: b.length, a0: a.length, a1: a.length }]) {
    for (; j < a0; i++, j++) {
      const [one, other] = [b[i]!, a[j]!];
      const found = leadAlike(one, other, comparing)
        ? [other.node]
        : yield* comparePair([one], [other], comparing);
      for (const node of found) comparing.twins.set(node, one.node);
      marked.push(...found);
    }
    marked.push(...(yield* compareStretch(b.slice(i, b1), a.slice(a0, a1), comparing)));
    [i, j] = [b1, a1];
  }
  const same = marked.length === after.length && marked.every((node, at) => node === after[at]);
  return same ? after : marked;
}

/** Whether blocks of equal words lead to the same, too. */
function leadAlike(b: Unit, a: Unit, { phrasing }: Comparing): boolean {
  const there = b.leaves.map(phrasing);
  const here = a.leaves.map(phrasing);
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
function* compareStretch(
  b: readonly Unit[],
  all: readonly Unit[],
  comparing: Comparing,
): Steps<readonly BlockNode[]> {
  yield;
  const places = all.flatMap(({ leaves }, index) => (leaves.length ? [index] : []));
  const a = places.map((index) => all[index]!);
  const marked: BlockNode[] = [];
  let i = 0;
  let j = 0;
  const until = (height: number, width: number): void => {
    for (; i < height; i++) marked.push(wholly('removed', b[i]!, comparing));
    for (; j < width; j++) {
      const unit = all[j]!;
      marked.push(unit.leaves.length ? wholly('added', unit, comparing) : unit.node);
    }
  };
  const pairings = pairUp(b, a, comparing);
  for (const { b0, b1, a0, a1 } of pairings) {
    until(b0, places[a0]!);
    const end = places[a1 - 1]! + 1;
    const found = yield* comparePair(b.slice(b0, b1), all.slice(j, end), comparing);
    for (const node of found) {
      const known = comparing.twins.get(node) ?? b[b0]!.node;
      if (node.change?.kind !== 'added') comparing.twins.set(node, known);
    }
    marked.push(...found);
    i = b1;
    j = end;
  }
  until(b.length, all.length);
  return marked;
}

/** Pairs blocks, or takes all as one where that leaves fewer words to mark. */
function pairUp(b: readonly Unit[], a: readonly Unit[], comparing: Comparing): Hunk[] {
  if (!b.length || !a.length) return [];
  const pairings = pairBlocks(b, a, comparing);
  // The words of a table mean what they mean by the column they stand in.
  const isTable = ({ node }: Unit) => node.type.startsWith('table');
  if (b.some(isTable) && a.some(isTable)) return pairings;
  const there = b.map(comparing.bag);
  const here = a.map(comparing.bag);
  const size = lengthOf(there) + lengthOf(here);
  let unpaired = size;
  for (const { b0, b1, a0, a1 } of pairings) {
    unpaired -= lengthOf(there, b0, b1) + lengthOf(here, a0, a1);
  }
  if (!unpaired) return pairings;
  const older = mergeBags(there);
  const newer = mergeBags(here);
  // No order of the words leaves less to mark than the words that only one of both texts has.
  const least = size - 2 * countShared(older, newer);
  if (least >= MUCH_LESS * unpaired) return pairings;
  let changed = 0;
  const hunks = differences(older.lists.flat(), newer.lists.flat());
  for (const { b0, b1, a0, a1 } of hunks) changed += b1 - b0 + a1 - a0;
  if (changed >= MUCH_LESS * unpaired) return pairings;
  return [{ b0: 0, b1: b.length, a0: 0, a1: a.length }];
}

function* comparePair(
  b: readonly Unit[],
  a: readonly Unit[],
  comparing: Comparing,
): Steps<readonly BlockNode[]> {
  const [one] = b;
  const [other] = a;
  if (b.length === 1 && a.length === 1 && one!.node.type === other!.node.type) {
    const before = one!.node;
    const after = other!.node;
    if (before.type === 'table' && after.type === 'table' && columns(before) !== columns(after)) {
      const material = likeness(comparing.bag(one!), comparing.bag(other!)) < 1;
      const notes = [{ type: 'table-shape' }] as const;
      return [{ ...after, change: { kind: 'edited', previous: before, notes, material } }];
    }
    if (before.type === 'tableRow' && after.type === 'tableRow') {
      if (before.children.length === after.children.length) {
        const cells: BlockNode[] = [];
        for (const [index, cell] of after.children.entries()) {
          const inner = yield* compareBlocks(
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
      const children = yield* compareBlocks(childrenOf(before), childrenOf(after), comparing);
      const whole = children === childrenOf(after) ? after : ({ ...after, children } as BlockNode);
      const [there, here] = [before, after].map(comparing.contentOf) as [Content, Content];
      if (!here) {
        const gone = there && { type: 'paragraph' as const, children: there };
        return gone ? [wholly('removed', comparing.unit(gone), comparing), whole] : [whole];
      }
      const caption = { ...one!, leaves: there ? [there] : [] };
      return yield* compareWhole(
        [caption],
        [{ ...other!, node: whole, leaves: [here] }],
        comparing,
        true,
      );
    }
  }
  return yield* compareWhole(b, a, comparing);
}

function columns({ children }: Table): number {
  return Math.max(
    ...children.map((row) => row.children.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)),
  );
}
