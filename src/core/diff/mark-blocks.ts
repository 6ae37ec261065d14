/** Marks the words of blocks, and whole blocks. */

import type { BlockNode, Inline } from '../policy.ts';
import type { Steps } from '../steps.ts';
import type { BlockChange } from './changes.ts';
import { compareFacts, compareWords, MANY_WORDS, type WordMark } from './edits.ts';
import type { SameAddress } from './link-edits.ts';
import { childrenOf, type Desk, type Unit } from './units.ts';
import { weave } from './weave.ts';
import { flatten, type Phrasing } from './words.ts';

/** What two texts are compared by. */
export interface Comparing extends Desk {
  /** The older block that each shown one grew from. */
  readonly twins: Map<BlockNode, BlockNode>;
  /** Whether an address of the older text leads where one of the newer does. */
  readonly sameAddress: SameAddress;
  /** Text without its number and the dates that the policy states about itself. */
  readonly withoutDates: (text: string) => string;
  /** Whether nothing will be shown of the sections that follow but that they changed. */
  inOutline?: boolean;
}

/** Beyond this part of a block changed, marks would be confetti: the block is called rewritten. */
const REWRITTEN = 0.6;

/** With fewer words than this on both sides together, marks can be read even if all changed. */
const SHORT = 12;

/** A line break between blocks that are compared as one. */
const SEAM: Inline = { type: 'break' };

const NOTHING = flatten([]);

type Changes = Map<readonly Inline[] | null, { content: readonly Inline[]; change: BlockChange }>;

/** Compares the words of blocks as one run; `always` in place, however much they differ. */
export function* compareWhole(
  b: readonly Unit[],
  a: readonly Unit[],
  comparing: Comparing,
  always = false,
): Steps<readonly BlockNode[]> {
  const [before, there] = sew(b, comparing);
  const [after, seams] = sew(a, comparing);
  const edits = yield* compareWords(before, after, comparing.lexicon, comparing.sameAddress);
  const [one, other] = [b[0]!.node, a[0]!.node];
  const alone = there.length === 1 && seams.length === 1 && one.type === other.type;
  const size = before.words.keys.length + after.words.keys.length;
  const readable = always || (alone && other.type === 'heading') || size < SHORT;
  let marks = edits.marks;
  let rest: Omit<BlockChange, 'material'> = { kind: 'edited' };
  if (
    marks.length &&
    (a.some(({ node }) => holdsCode(node)) || (edits.share > REWRITTEN && !readable))
  ) {
    if (!alone) {
      return [
        ...b.map((unit) => wholly('removed', unit, comparing)),
        ...a.map((unit) => (unit.leaves.length ? wholly('added', unit, comparing) : unit.node)),
      ];
    }
    rest = { kind: 'rewritten', previous: one };
    marks = compareFacts(before, after, edits.fewest, comparing.lexicon);
  }
  if (size > MANY_WORDS) yield;
  const quiet = sameButForDates(before.text, after.text, comparing);
  const changes: Changes = new Map();
  if (size > MANY_WORDS) yield;
  for (const { leaf, from, to } of seams) {
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
        material:
          !quiet && (rest.kind === 'edited' ? own : edits.marks).some((mark) => mark.material),
      },
    });
  }
  return a.map(({ node }) => (changes.size ? replace(node, changes, comparing) : node));
}

/** Code is text alone and cannot hold marks. */
function holdsCode(node: BlockNode): boolean {
  return node.type === 'code' || childrenOf(node).some(holdsCode);
}

type Seam = { readonly leaf: readonly Inline[]; readonly from: number; readonly to: number };

/** Makes one phrasing of all that blocks hold. */
function sew(units: readonly Unit[], comparing: Comparing): [Phrasing, readonly Seam[]] {
  const leaves = units.flatMap((unit) => unit.leaves);
  let at = 0;
  const seams = leaves.map((leaf) => {
    const from = at && at + 1;
    at = from + comparing.phrasing(leaf).text.length;
    return { leaf, from, to: at };
  });
  const whole =
    leaves.length === 1
      ? leaves[0]!
      : leaves.flatMap((leaf, index) => (index ? [SEAM, ...leaf] : leaf));
  return [{ ...comparing.phrasing(whole), words: comparing.wordsOf(whole) }, seams];
}

function within(mark: WordMark, from: number, to: number): WordMark {
  return {
    ...mark,
    from: Math.max(0, mark.from - from),
    to: Math.min(to, mark.to) - from,
    removed: mark.from >= from ? mark.removed : [],
  };
}

/** Whether two texts with other words say the same but for their numbers and the policy's dates. */
function sameButForDates(before: string, after: string, comparing: Comparing): boolean {
  const [one, other] = [before, after].map(comparing.withoutDates) as [string, string];
  const said = (text: string) => String(comparing.lexicon.words({ ...NOTHING, text }).keys);
  return (one !== before || other !== after) && said(one) === said(other);
}

/** A block that only one version has. */
export function wholly(kind: 'added' | 'removed', unit: Unit, comparing: Comparing): BlockNode {
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
