/** Marks the blocks of the newer text with what the older one said. */

import type { BlockNode, Inline, Table } from '../policy.ts';
import type { Steps } from '../steps.ts';
import type { BlockChange } from './changes.ts';
import { compareFacts, compareWords, type WordMark } from './edits.ts';
import type { SameAddress } from './link-edits.ts';
import { type Pairing, pairBlocks } from './pair-blocks.ts';
import { differences } from './sequence.ts';
import { childrenOf, type Desk, type Unit } from './units.ts';
import { weave } from './weave.ts';
import { type FlatText, flatten, type Phrasing } from './words.ts';

/** What two texts are compared by. */
export interface Comparing extends Desk {
  /** The older block that each shown one grew from. */
  readonly twins: Map<BlockNode, BlockNode>;
  /** Whether an address of the older text leads where one of the newer does. */
  readonly sameAddress: SameAddress;
  /** Text without its number and the dates that the policy states about itself. */
  readonly withoutDates: (text: string) => string;
}

/** Beyond this part of a block changed, marks would be confetti: the block is called rewritten. */
const REWRITTEN = 0.6;

/** With fewer words than this on both sides together, marks can be read even if all changed. */
const SHORT = 12;

/** A line break between blocks that are compared as one. */
const SEAM: Inline = { type: 'break' };

/** Blocks are only taken as one run of words when that marks less than this part of the words. */
const MUCH_LESS = 0.5;

const NOTHING = flatten([]);

type Content = readonly Inline[] | null;
type Changes = Map<Content, { content: readonly Inline[]; change: BlockChange }>;

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
  const put = (from: Unit, nodes: readonly BlockNode[]): void => {
    for (const node of nodes) comparing.twins.set(node, from.node);
    marked.push(...nodes);
  };
  const keep = function* (end: number): Steps<void> {
    for (; j < end; i++, j++) put(b[i]!, yield* compareSame(b[i]!, a[j]!, comparing));
  };
  const hunks = differences(
    b.map(({ key }) => key),
    a.map(({ key }) => key),
  );
  for (const [, b1, a0, a1] of hunks) {
    yield* keep(a0);
    marked.push(...(yield* compareStretch(b.slice(i, b1), a.slice(a0, a1), comparing)));
    [i, j] = [b1, a1];
  }
  yield* keep(a.length);
  const same = marked.length === after.length && marked.every((node, at) => node === after[at]);
  return same ? after : marked;
}

/** Blocks of equal words, which may still lead elsewhere. */
function* compareSame(b: Unit, a: Unit, comparing: Comparing): Steps<readonly BlockNode[]> {
  const form = ({ leaves }: Unit) => leaves.map((leaf) => comparing.phrasing(leaf));
  const [there, here] = [form(b), form(a)];
  const led = (flats: readonly FlatText[]) =>
    flats.some(({ links, images }) => links.length || images.size);
  const same = (flat: FlatText, index: number) => sameForm(flat, there[index]!);
  if ((!led(there) && !led(here)) || (there.length === here.length && here.every(same))) {
    return [a.node];
  }
  return yield* comparePair([b], [a], comparing);
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
  for (const { before, after } of pairings) {
    until(before[0], places[after[0]]!);
    const end = places[after[1] - 1]! + 1;
    const found = yield* comparePair(b.slice(...before), all.slice(j, end), comparing);
    for (const node of found) {
      const known = comparing.twins.get(node) ?? b[before[0]]!.node;
      if (node.change?.kind !== 'added') comparing.twins.set(node, known);
    }
    marked.push(...found);
    [i, j] = [before[1], end];
  }
  until(b.length, all.length);
  return marked;
}

/** Pairs blocks, or takes all as one where that leaves fewer words to mark. */
function pairUp(b: readonly Unit[], a: readonly Unit[], comparing: Comparing): readonly Pairing[] {
  if (!b.length || !a.length) return [];
  const pairings = pairBlocks(b, a, comparing);
  // The words of a table mean what they mean by the column they stand in.
  const isTable = ({ node }: Unit) => node.type.startsWith('table');
  if (b.some(isTable) && a.some(isTable)) return pairings;
  const [older, newer] = [b, a].map((units) => units.map((unit) => wordsIn([unit], comparing)));
  const all: Pairing = { before: [0, b.length], after: [0, a.length] };
  const rest = (side: 'before' | 'after', words: readonly number[][]) =>
    words.flat().length -
    pairings.reduce((sum, pairing) => sum + words.slice(...pairing[side]).flat().length, 0);
  const unpaired = rest('before', older!) + rest('after', newer!);
  if (!unpaired) return pairings;
  let changed = 0;
  for (const [b0, b1, a0, a1] of differences(older!.flat(), newer!.flat())) {
    changed += b1 - b0 + a1 - a0;
  }
  return changed < MUCH_LESS * unpaired ? [all] : pairings;
}

function wordsIn(units: readonly Unit[], { phrasing }: Comparing): number[] {
  return units.flatMap(({ leaves }) => leaves.flatMap((leaf) => phrasing(leaf).words.keys));
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
      const material = comparing.bag(one!).join() !== comparing.bag(other!).join();
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
      return compareWhole([caption], [{ ...other!, node: whole, leaves: [here] }], comparing, true);
    }
  }
  return compareWhole(b, a, comparing);
}

function columns({ children }: Table): number {
  return Math.max(
    ...children.map((row) => row.children.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)),
  );
}

/** Compares the words of blocks as one run; `always` in place, however much they differ. */
function compareWhole(
  b: readonly Unit[],
  a: readonly Unit[],
  comparing: Comparing,
  always = false,
): readonly BlockNode[] {
  const before = sew(b, comparing);
  const after = sew(a, comparing);
  const edits = compareWords(before, after, comparing.lexicon, comparing.sameAddress);
  const [one, other] = [b[0]!.node, a[0]!.node];
  const alone = before.seams.length === 1 && after.seams.length === 1 && one.type === other.type;
  const readable =
    always ||
    (alone && other.type === 'heading') ||
    before.words.keys.length + after.words.keys.length < SHORT;
  let marks = edits.marks;
  let rest: Omit<BlockChange, 'material'> = { kind: 'edited' };
  const code = a.some(({ node }) => node.type === 'code');
  if (marks.length && (code || (edits.share > REWRITTEN && !readable))) {
    if (!alone) {
      return [
        ...b.map((unit) => wholly('removed', unit, comparing)),
        ...a.map((unit) => (unit.leaves.length ? wholly('added', unit, comparing) : unit.node)),
      ];
    }
    rest = { kind: 'rewritten', previous: one };
    marks = compareFacts(before, after, comparing.lexicon);
  }
  const quiet =
    edits.marks.length > 0 &&
    sameWords(comparing.withoutDates(before.text), comparing.withoutDates(after.text), comparing);
  const material = !quiet && edits.marks.some((mark) => mark.material);
  const changes: Changes = new Map();
  for (const { leaf, from, to } of after.seams) {
    // What stood at the end of a block is told there, not at the start of the next.
    const own = marks
      .filter((mark) => mark.from <= to && (mark.from >= from || mark.to > from))
      .map((mark) => within(mark, from, to))
      .filter((mark) => mark.removed.length || mark.to > mark.from);
    const notes = edits.notes.filter((note) => note.from >= from && note.from < to);
    if (!own.length && !notes.length && rest.kind === 'edited') continue;
    changes.set(leaf, {
      content: weave(leaf, own),
      change: {
        ...rest,
        ...(notes.length ? { notes: notes.map(({ note }) => note) } : {}),
        material: rest.kind === 'edited' ? !quiet && own.some((mark) => mark.material) : material,
      },
    });
  }
  return a.map(({ node }) => (changes.size ? replace(node, changes, comparing) : node));
}

interface Sewn extends Phrasing {
  readonly seams: readonly { readonly leaf: readonly Inline[]; from: number; to: number }[];
}

/** Makes one phrasing of all that blocks hold. */
function sew(units: readonly Unit[], comparing: Comparing): Sewn {
  const content: Inline[] = [];
  let at = 0;
  const seams = units
    .flatMap(({ leaves }) => leaves)
    .map((leaf) => {
      if (at) content.push(SEAM);
      content.push(...leaf);
      const from = at && at + 1;
      at = from + comparing.phrasing(leaf).text.length;
      return { leaf, from, to: at };
    });
  const phrasing = comparing.phrasing(seams.length === 1 ? seams[0]!.leaf : content);
  return { ...phrasing, words: phrasing.words, seams };
}

function within(mark: WordMark, from: number, to: number): WordMark {
  return {
    ...mark,
    from: Math.max(0, mark.from - from),
    to: Math.min(to, mark.to) - from,
    removed: mark.from >= from ? mark.removed : [],
  };
}

function sameWords(one: string, other: string, { lexicon }: Comparing): boolean {
  const keys = (text: string) => lexicon.words({ ...NOTHING, text }).keys.join();
  return keys(one) === keys(other);
}

function wholly(kind: 'added' | 'removed', unit: Unit, comparing: Comparing): BlockNode {
  const node = { ...unit.node, change: { kind, material: comparing.bag(unit).length > 0 } };
  if (kind === 'removed') comparing.twins.set(node, unit.node);
  return node;
}

/** Puts marked phrasing in the place of what it was made from. */
function replace(node: BlockNode, changes: Changes, comparing: Comparing): BlockNode {
  const content = comparing.contentOf(node);
  const own = content && changes.get(content);
  let children = childrenOf(node);
  if (children.length) children = children.map((child) => replace(child, changes, comparing));
  const replaced = children.some((child, index) => child !== childrenOf(node)[index])
    ? ({ ...node, children } as BlockNode)
    : node;
  if (!own) return replaced;
  const place =
    node.type === 'code'
      ? {}
      : 'caption' in node
        ? { caption: own.content }
        : node.type === 'details'
          ? { summary: own.content }
          : { children: own.content };
  return { ...replaced, ...place, change: own.change } as BlockNode;
}
