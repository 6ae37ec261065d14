/** Marks the words of blocks that came from each other, and whole blocks that did not. */

import type { BlockChange, BlockNode, Inline } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import { applyMarks } from './apply-marks.ts';
import { childrenOf, type DiffContext, type IndexedBlock, type InlineRun } from './block-index.ts';
import { cleanUpHunks } from './cleanup.ts';
import { addressNotes, keepLinksWhole } from './link-changes.ts';
import { flatten, type TokenizedText } from './tokens.ts';
import { diffFacts, diffWords, marksOf, type WordMark } from './word-edits.ts';

/** Share of a block that may change. Beyond it marks cannot be read: the block counts as rewritten. */
const REWRITTEN_SHARE = 0.6;

/** Tokens of both sides together. With fewer, marks can be read even if all of them changed. */
const SHORT_TOKENS = 12;

/** Tokens of both sides together. Beyond it the diff pauses between its steps, 100 ms of work each. */
const MANY_TOKENS = 10_000;

/** Stands between the runs of blocks that are compared as one text. */
const RUN_SEPARATOR: Inline = { type: 'break' };

const EMPTY_TEXT = flatten([]);

/** The marked content of changed runs. */
type MarkedRuns = Map<InlineRun | null, { content: InlineRun; change: BlockChange }>;

/**
 * Diffs the words of some blocks with those of others as one text. Returns the newer blocks with
 * marks. If too much changed, they are removed and added, or rewritten; `inPlace` prevents that.
 */
export function* diffWholeBlocks(
  b: readonly IndexedBlock[],
  a: readonly IndexedBlock[],
  context: DiffContext,
  inPlace = false,
): Task<readonly BlockNode[]> {
  const { tokenizer } = context;
  const [before, runsBefore] = joinRuns(b, context);
  const [after, runsAfter] = joinRuns(a, context);
  const size = before.tokens.ids.length + after.tokens.ids.length;
  const isLong = size > MANY_TOKENS;
  const minimal = diffWords(before, after);
  const cleaned = cleanUpHunks(minimal.hunks, before, after, tokenizer);
  if (isLong) yield;
  const hunks = keepLinksWhole(cleaned, before.tokens, after.tokens, tokenizer);
  const allNotes = addressNotes(hunks, before, after, tokenizer, context.isSameAddress);
  if (isLong) yield;
  const wordMarks = marksOf(hunks, before, after, tokenizer);
  const [nodeBefore, nodeAfter] = [b[0]!.node, a[0]!.node];
  const isOneRun =
    runsBefore.length === 1 && runsAfter.length === 1 && nodeBefore.type === nodeAfter.type;
  const isReadable =
    inPlace ||
    (isOneRun && nodeAfter.type === 'heading') ||
    size < SHORT_TOKENS ||
    minimal.share <= REWRITTEN_SHARE;
  let marks = wordMarks;
  let change: Omit<BlockChange, 'material'> = { kind: 'edited' };
  if (marks.length && (!isReadable || a.some(({ node }) => containsCode(node)))) {
    if (!isOneRun) return [...markRemoved(b, context), ...markAdded(a, context)];
    change = { kind: 'rewritten', previous: nodeBefore };
    marks = diffFacts(before, after, minimal.hunks, tokenizer);
  }
  if (isLong) yield;
  const isMaterial = !onlyDatesDiffer(before.text, after.text, context);
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

/** Whether code is in a block. It is plain text and cannot hold marks. */
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

/** Whether two texts are equal but for their clause numbers and the policy's own dates. */
function onlyDatesDiffer(before: string, after: string, context: DiffContext): boolean {
  const [restBefore, restAfter] = [context.withoutDates(before), context.withoutDates(after)];
  if (restBefore === before && restAfter === after) return false;
  const idsOf = (text: string) => String(context.tokenizer.tokenize({ ...EMPTY_TEXT, text }).ids);
  return idsOf(restBefore) === idsOf(restAfter);
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
  { bagOf }: DiffContext,
): BlockNode {
  return { ...block.node, change: { kind, material: bagOf(block).length > 0 } };
}

/** Returns a block with marked content in place of the runs that it was made from. */
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
