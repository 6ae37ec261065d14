/** Marks the words of aligned blocks, and whole blocks that were added or removed. */

import type { BlockChange, BlockNode, Inline } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import { applyMarks } from './apply-marks.ts';
import { childrenOf, type DiffContext, type IndexedBlock, type InlineRun } from './block-index.ts';
import { charactersIn, cleanUpHunks } from './cleanup.ts';
import { onlyDatesDiffer, stateOnlyDates } from './date-lines.ts';
import { addressNotes, keepLinksWhole } from './link-changes.ts';
import type { TokenizedText } from './tokens.ts';
import {
  diffWords,
  markNewFacts,
  marksOf,
  type WordDiff,
  type WordMark,
  withCaseChanges,
} from './word-edits.ts';

/**
 * Maximum share of a block's text that may change. Beyond it, marks are unreadable, and the block
 * counts as rewritten.
 */
const REWRITTEN_SHARE = 0.6;

/**
 * Texts with fewer tokens than this, on both sides together, are always marked. They are readable
 * even if all tokens changed.
 */
const SHORT_TOKENS = 14;

/**
 * Minimum share of the shorter text that must be kept, so that marks are readable even if much was
 * added.
 */
const CONTAINED_SHARE = 0.9;

/**
 * Minimum average number of kept characters between two hunks, so that the marks are not scattered.
 */
const CONTAINED_LENGTH = 30;

/** Minimum number of consecutive tokens that count as a phrase. Shorter runs match by chance. */
const PHRASE_TOKENS = 3;

/**
 * Minimum share of the shorter text that must consist of phrases in both texts. If the share is
 * lower, the block counts as removed and added, not as rewritten.
 */
const PHRASES_SHARE = 0.15;

/**
 * Number of tokens, on both sides together, above which the diff pauses between its steps. Each
 * step can then take 100 ms.
 */
const MANY_TOKENS = 10_000;

/**
 * Maximum number of tokens in two texts whose words are compared: 60 ms of work. Longer texts are
 * marked as removed and added. The longest known policies have half as many in all blocks.
 */
const MAX_TOKENS = 200_000;

/** Separates the runs of blocks that are compared as one text. */
const RUN_SEPARATOR: Inline = { type: 'break' };

/** The marked content of changed runs. */
type MarkedRuns = Map<InlineRun | null, { content: InlineRun; change: BlockChange }>;

/**
 * Diffs the words of the older blocks with those of the newer blocks, each side as one text.
 * Returns the newer blocks with marks. If too much changed, the blocks are marked as removed and
 * added, or as rewritten, unless `inPlace` is true.
 */
export function* diffWholeBlocks(
  b: readonly IndexedBlock[],
  a: readonly IndexedBlock[],
  context: DiffContext,
  inPlace = false,
): Task<readonly BlockNode[]> {
  const { tokenizer } = context;
  const [before, runsBefore] = joinRuns(b, context);
  if (before.tokens.ids.length > MANY_TOKENS) yield;
  const [after, runsAfter] = joinRuns(a, context);
  const size = before.tokens.ids.length + after.tokens.ids.length;
  if (size > MAX_TOKENS && !inPlace) return [...markRemoved(b, context), ...markAdded(a, context)];
  const isLong = size > MANY_TOKENS;
  const minimal = diffWords(before, after);
  const cleaned = cleanUpHunks(minimal.hunks, before, after, tokenizer);
  if (isLong) yield;
  const [nodeBefore, nodeAfter] = [b[0]!.node, a[0]!.node];
  const isHeading = nodeAfter.type === 'heading';
  // Headings are left out, because many of their words have capitals only by style.
  const marked = cleaned.length && !isHeading ? withCaseChanges(cleaned, before, after) : cleaned;
  const hunks = keepLinksWhole(marked, before.tokens, after.tokens, tokenizer);
  const allNotes = addressNotes(hunks, before, after, tokenizer, context.isSameAddress);
  if (isLong) yield;
  const wordMarks = marksOf(hunks, before, after, tokenizer);
  const isOneRun =
    runsBefore.length === 1 && runsAfter.length === 1 && nodeBefore.type === nodeAfter.type;
  const isReadable =
    inPlace ||
    (isOneRun && isHeading) ||
    size < SHORT_TOKENS ||
    minimal.share <= REWRITTEN_SHARE ||
    isContained(minimal, before, after);
  let marks = wordMarks;
  let change: Omit<BlockChange, 'material'> = { kind: 'edited' };
  if (marks.length && (!isReadable || a.some(({ node }) => containsCode(node)))) {
    if (!isOneRun || !hasPhrasesInCommon(minimal, before, after)) {
      return [...markRemoved(b, context), ...markAdded(a, context)];
    }
    // A single replaced passage is readable, however long it is.
    if (hunks.length > 1 || containsCode(nodeAfter)) {
      change = { kind: 'rewritten', previous: nodeBefore };
      marks = markNewFacts(before, after, tokenizer);
    }
  }
  if (isLong) yield;
  const isMaterial = !onlyDatesDiffer(before.text, after.text, isHeading, context);
  const markedRuns: MarkedRuns = new Map();
  if (isLong) yield;
  for (const { run, from, to } of runsAfter) {
    // A removal on a boundary between runs belongs to the run before it.
    const marksInRun = marks
      .filter((mark) => mark.from <= to && (mark.from >= from || mark.to > from))
      .map((mark) => clipMark(mark, from, to))
      .filter((mark) => mark.removed.length || mark.to > mark.from);
    const notes = allNotes.filter((note) => note.from >= from && note.from < to);
    if (!marksInRun.length && !notes.length && change.kind === 'edited') continue;
    if (runsAfter.length > 1 && isWhollyAdded(marksInRun, to - from)) {
      const added = { kind: 'added' as const, material: isMaterial };
      markedRuns.set(run, { content: run, change: added });
      continue;
    }
    const changedMarks = change.kind === 'edited' ? marksInRun : wordMarks;
    markedRuns.set(run, {
      content: applyMarks(run, marksInRun),
      change: {
        ...change,
        ...(notes.length ? { notes: notes.map(({ note }) => note) } : {}),
        material: isMaterial && changedMarks.some((mark) => mark.isMaterial),
      },
    });
  }
  return a.map(({ node }) => (markedRuns.size ? replaceRuns(node, markedRuns, context) : node));
}

/**
 * Whether one text is almost completely contained in the other, so that marks are readable even if
 * much was added.
 */
function isContained(
  { hunks }: WordDiff,
  { tokens: b }: TokenizedText,
  { tokens: a }: TokenizedText,
): boolean {
  let changedBefore = 0;
  let changedAfter = 0;
  for (const { b0, b1, a0, a1 } of hunks) {
    changedBefore += charactersIn(b, b0, b1);
    changedAfter += charactersIn(a, a0, a1);
  }
  const [lengthBefore, lengthAfter] = [charactersIn(b), charactersIn(a)];
  const kept = lengthBefore - changedBefore;
  return (
    kept >= CONTAINED_SHARE * Math.min(lengthBefore, lengthAfter) &&
    kept >= CONTAINED_LENGTH * (hunks.length - 1)
  );
}

/** Whether two texts share enough phrases to count as a rewritten text and not as two texts. */
function hasPhrasesInCommon(
  { hunks }: WordDiff,
  { tokens: b }: TokenizedText,
  { tokens: a }: TokenizedText,
): boolean {
  let shared = 0;
  let start = 0;
  for (const { b0, b1 } of [...hunks, { b0: b.ids.length, b1: 0 }]) {
    if (b0 - start >= PHRASE_TOKENS) shared += charactersIn(b, start, b0);
    start = b1;
  }
  return shared >= PHRASES_SHARE * Math.min(charactersIn(b), charactersIn(a));
}

/** Whether a whole run was added, and nothing was removed from it. */
function isWhollyAdded(marks: readonly WordMark[], length: number): boolean {
  const [mark, ...others] = marks;
  return (
    others.length === 0 &&
    mark !== undefined &&
    mark.from === 0 &&
    mark.to === length &&
    mark.removed.length === 0
  );
}

/** Whether a block contains code, which is plain text and cannot hold marks. */
function containsCode(node: BlockNode): boolean {
  return node.type === 'code' || childrenOf(node).some(containsCode);
}

/** A run and its range in the joined text. */
interface RunRange {
  readonly run: InlineRun;
  readonly from: number;
  readonly to: number;
}

/** Joins the runs of some blocks into one text. */
function joinRuns(
  blocks: readonly IndexedBlock[],
  context: DiffContext,
): [TokenizedText, readonly RunRange[]] {
  const runs = blocks.flatMap(({ inlineRuns }) => inlineRuns);
  let end = 0;
  const ranges = runs.map((run) => {
    const from = end && end + 1;
    end = from + context.flatTextOf(run).text.length;
    return { run, from, to: end };
  });
  const joined =
    runs.length === 1
      ? runs[0]!
      : runs.flatMap((run, index) => (index ? [RUN_SEPARATOR, ...run] : run));
  return [{ ...context.flatTextOf(joined), tokens: context.tokensOf(joined) }, ranges];
}

/** Clips a mark to a run, with offsets from the start of the run. */
function clipMark(mark: WordMark, from: number, to: number): WordMark {
  return {
    ...mark,
    from: Math.max(0, mark.from - from),
    to: Math.min(to, mark.to) - from,
    removed: mark.from >= from ? mark.removed : [],
  };
}

/** Marks blocks that only the newer version has. Blocks without words stay as they are. */
export function markAdded(blocks: readonly IndexedBlock[], context: DiffContext): BlockNode[] {
  return blocks.map((block) =>
    block.inlineRuns.length ? markWhole('added', block, context) : block.node,
  );
}

/** Marks blocks that only the older version has. */
export function markRemoved(blocks: readonly IndexedBlock[], context: DiffContext): BlockNode[] {
  return blocks.map((block) => {
    const node = markWhole('removed', block, context);
    context.previousOf.set(node, block.node);
    return node;
  });
}

function markWhole(
  kind: 'added' | 'removed',
  block: IndexedBlock,
  context: DiffContext,
): BlockNode {
  const { node, inlineRuns } = block;
  const isAlone = node.type === 'paragraph' || node.type === 'heading';
  const material = context.bagOf(block).length > 0 && !stateOnlyDates(inlineRuns, context, isAlone);
  return { ...node, change: { kind, material } };
}

/** Returns a copy of a block with marked content in place of its runs. */
function replaceRuns(node: BlockNode, marked: MarkedRuns, context: DiffContext): BlockNode {
  const run = context.inlineRunOf(node);
  const replacement = run && marked.get(run);
  const children = childrenOf(node);
  const newChildren = children.map((child) => replaceRuns(child, marked, context));
  const replaced = newChildren.some((child, index) => child !== children[index])
    ? ({ ...node, children: newChildren } as BlockNode)
    : node;
  if (!replacement) return replaced;
  const { content, change } = replacement;
  const field =
    node.type === 'code'
      ? {}
      : 'caption' in node
        ? { caption: content }
        : node.type === 'details'
          ? { summary: content }
          : { children: content };
  return { ...replaced, ...field, change } as BlockNode;
}
