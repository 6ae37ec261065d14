/** Marks the words of blocks, and whole blocks. */

import type { BlockNode, Inline } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import type { BlockChange } from './comparison.ts';
import { diffFacts, diffWords, MANY_WORDS, type WordMark } from './word-edits.ts';
import type { SameAddress } from './link-changes.ts';
import { childrenOf, type DiffContext, type IndexedBlock } from './block-index.ts';
import { applyMarks } from './apply-marks.ts';
import { flatten, type TokenizedText } from './tokens.ts';

/** What two texts are compared by. */
export interface BlockDiffContext extends DiffContext {
  /** The older block that each shown one grew from. */
  readonly previousOf: Map<BlockNode, BlockNode>;
  /** Whether an address of the older text leads where one of the newer does. */
  readonly sameAddress: SameAddress;
  /** Text without its number and the dates that the policy states about itself. */
  readonly withoutDates: (text: string) => string;
  /** Whether nothing will be shown of the sections that follow but that they changed. */
  sectionsOnly?: boolean;
}

/** Beyond this part of a block changed, marks would be confetti: the block is called rewritten. */
const REWRITTEN = 0.6;

/** With fewer words than this on both sides together, marks can be read even if all changed. */
const SHORT = 12;

/** A line break between blocks that are compared as one. */
const RUN_BOUNDARY: Inline = { type: 'break' };

const NOTHING = flatten([]);

type Changes = Map<readonly Inline[] | null, { content: readonly Inline[]; change: BlockChange }>;

/** Compares the words of blocks as one run; `always` in place, however much they differ. */
export function* diffWholeBlock(
  b: readonly IndexedBlock[],
  a: readonly IndexedBlock[],
  comparing: BlockDiffContext,
  always = false,
): Task<readonly BlockNode[]> {
  const [before, there] = joinRuns(b, comparing);
  const [after, seams] = joinRuns(a, comparing);
  const edits = yield* diffWords(before, after, comparing.tokenizer, comparing.sameAddress);
  const [one, other] = [b[0]!.node, a[0]!.node];
  const alone = there.length === 1 && seams.length === 1 && one.type === other.type;
  const size = before.tokens.keys.length + after.tokens.keys.length;
  const readable = always || (alone && other.type === 'heading') || size < SHORT;
  let marks = edits.marks;
  let rest: Omit<BlockChange, 'material'> = { kind: 'edited' };
  if (
    marks.length &&
    (a.some(({ node }) => holdsCode(node)) || (edits.share > REWRITTEN && !readable))
  ) {
    if (!alone) {
      return [
        ...b.map((unit) => markWhole('removed', unit, comparing)),
        ...a.map((unit) =>
          unit.inlineRuns.length ? markWhole('added', unit, comparing) : unit.node,
        ),
      ];
    }
    rest = { kind: 'rewritten', previous: one };
    marks = diffFacts(before, after, edits.fewest, comparing.tokenizer);
  }
  if (size > MANY_WORDS) yield;
  const quiet = onlyDatesDiffer(before.text, after.text, comparing);
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
      content: applyMarks(leaf, own),
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

type RunBoundary = { readonly leaf: readonly Inline[]; readonly from: number; readonly to: number };

/** Makes one phrasing of all that blocks hold. */
function joinRuns(
  units: readonly IndexedBlock[],
  comparing: BlockDiffContext,
): [TokenizedText, readonly RunBoundary[]] {
  const inlineRuns = units.flatMap((unit) => unit.inlineRuns);
  let at = 0;
  const seams = inlineRuns.map((leaf) => {
    const from = at && at + 1;
    at = from + comparing.phrasing(leaf).text.length;
    return { leaf, from, to: at };
  });
  const whole =
    inlineRuns.length === 1
      ? inlineRuns[0]!
      : inlineRuns.flatMap((leaf, index) => (index ? [RUN_BOUNDARY, ...leaf] : leaf));
  return [{ ...comparing.phrasing(whole), tokens: comparing.tokensOf(whole) }, seams];
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
function onlyDatesDiffer(before: string, after: string, comparing: BlockDiffContext): boolean {
  const [one, other] = [before, after].map(comparing.withoutDates) as [string, string];
  const said = (text: string) => String(comparing.tokenizer.words({ ...NOTHING, text }).keys);
  return (one !== before || other !== after) && said(one) === said(other);
}

/** A block that only one version has. */
export function markWhole(
  kind: 'added' | 'removed',
  unit: IndexedBlock,
  comparing: BlockDiffContext,
): BlockNode {
  const node = { ...unit.node, change: { kind, material: comparing.tokenBag(unit).length > 0 } };
  if (kind === 'removed') comparing.previousOf.set(node, unit.node);
  return node;
}

/** Puts marked phrasing in the place of what it was made from. */
function replace(node: BlockNode, changes: Changes, comparing: BlockDiffContext): BlockNode {
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
