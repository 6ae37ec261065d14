/** Aligns the changed blocks between two unchanged ones: finds which older block each came from. */

import {
  type DiffContext,
  type IndexedBlock,
  type TokenBag,
  countBag,
  countShared,
  mergeBags,
  similarity,
  totalLength,
} from './block-index.ts';
import type { Task } from '../tasks.ts';
import type { Hunk } from './sequence-diff.ts';

/** Minimum Dice coefficient of two blocks that count as versions of the same block. */
const MIN_SIMILARITY = 0.25;

/**
 * Bonus for blocks of the same type, so that a list item aligns with an item rather than with text.
 */
const SAME_TYPE_BONUS = 0.1;

/**
 * A block next to a pair is added to the pair if at least this share of the block's words occurs in
 * the pair's blocks of the other version.
 */
const MIN_JOINED_SHARE = 0.6;

/** Maximum number of blocks that are skipped to reach a block that joins a pair. */
const MAX_SKIPPED = 8;

/**
 * Like {@link MIN_JOINED_SHARE}, for a block that is reached by skipping other blocks. This share
 * is higher, because the block is further away.
 */
const MIN_SKIPPED_SHARE = 0.9;

/**
 * Minimum number of words that must have moved between two pairs for the pairs to be joined. Fewer
 * can match by chance.
 */
const MIN_JOINED_WORDS = 4;

/** Maximum number of words examined to align blocks: about 10 ms of work on a slow phone. */
const MAX_WORDS_EXAMINED = 1_000_000;

/** Distance from the diagonal, in blocks, within which blocks are always compared. */
const MIN_SLACK = 2;

/**
 * Maximum number of rows and of columns of the score table, which then takes 1 MB. Longer sequences
 * are halved.
 */
const MAX_BLOCKS = 500;

/**
 * Aligns blocks in order. Each hunk contains blocks with the same origin: one on each side, or
 * several on one side if a paragraph was split or merged. Blocks in no hunk were added or removed.
 *
 * Uses dynamic programming over the similarities, as in sequence alignment (Needleman and Wunsch,
 * 1970).
 */
export function* alignBlocks(
  before: readonly IndexedBlock[],
  after: readonly IndexedBlock[],
  context: DiffContext,
): Task<Hunk[]> {
  const height = before.length;
  const width = after.length;
  if (!height || !width) return [];
  if (height > MAX_BLOCKS || width > MAX_BLOCKS) {
    const i = height >> 1;
    const j = width >> 1;
    const first = yield* alignBlocks(before.slice(0, i), after.slice(0, j), context);
    yield;
    const rest = yield* alignBlocks(before.slice(i), after.slice(j), context);
    return [
      ...first,
      ...rest.map(({ b0, b1, a0, a1 }) => ({ b0: b0 + i, b1: b1 + i, a0: a0 + j, a1: a1 + j })),
    ];
  }
  const b = before.map(context.bagOf);
  const a = after.map(context.bagOf);
  const slack = Math.max(MIN_SLACK, MAX_WORDS_EXAMINED / 2 / (totalLength(b) + totalLength(a) + 2));
  const pairs = bestPairs(height, width, (i, j) => {
    if (Math.abs(j - (i * width) / height) > slack + Math.abs(width - height)) return 0;
    const score = similarity(b[i]!, a[j]!);
    if (score < MIN_SIMILARITY) return 0;
    return before[i]!.node.type === after[j]!.node.type ? score + SAME_TYPE_BONUS : score;
  });
  extendPairs(pairs, b, a);
  return joinPairs(fillGaps(pairs, before, after, b, a), b, a);
}

/** Returns the pairs with the highest total score. The pairs are in order on both sides. */
function bestPairs(
  height: number,
  width: number,
  scoreOf: (i: number, j: number) => number,
): Hunk[] {
  const row = width + 1;
  // The best total for the blocks from `i` and from `j` on is at `i * row + j`.
  const best = new Float32Array((height + 1) * row);
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      const here = i * row + j;
      const score = scoreOf(i, j);
      best[here] = Math.max(
        best[here + 1]!,
        best[here + row]!,
        score && score + best[here + row + 1]!,
      );
    }
  }
  const pairs: Hunk[] = [];
  for (let i = 0, j = 0; i < height && j < width;) {
    const here = i * row + j;
    if (best[here] === best[here + row]) i++;
    else if (best[here] === best[here + 1]) j++;
    else pairs.push({ b0: i, b1: ++i, a0: j, a1: ++j });
  }
  return pairs;
}

/**
 * Extends each pair by neighbouring blocks that contain words of the pair, in case a paragraph was
 * split or merged.
 */
function extendPairs(pairs: readonly Hunk[], b: readonly TokenBag[], a: readonly TokenBag[]): void {
  for (const [index, pair] of pairs.entries()) {
    const previous = pairs[index - 1] ?? { b1: 0, a1: 0 };
    const next = pairs[index + 1] ?? { b0: b.length, a0: a.length };
    const { b0, b1, a0, a1 } = pair;
    const older = mergeBags(b, b0, b1);
    [pair.a0, pair.a1] = extendRange(a, a0, a1, previous.a1, next.a0, older);
    const newer = mergeBags(a, pair.a0, pair.a1);
    [pair.b0, pair.b1] = extendRange(b, b0, b1, previous.b1, next.b0, newer);
  }
}

function extendRange(
  bags: readonly TokenBag[],
  from: number,
  to: number,
  lowest: number,
  highest: number,
  other: TokenBag,
): [from: number, to: number] {
  let range = mergeBags(bags, from, to);
  const takeIn = (neighbour: TokenBag, minShare: number): boolean => {
    const wider = mergeBags([range, neighbour]);
    const gain = countShared(wider, other) - countShared(range, other);
    if (gain < minShare * neighbour.length) return false;
    range = wider;
    return true;
  };
  /**
   * Returns the number of blocks from `start`, in direction `step`, up to one that joins the pair,
   * or 0 if none does.
   */
  const countToJoined = (start: number, step: 1 | -1, end: number): number => {
    if (takeIn(bags[start]!, MIN_JOINED_SHARE)) return 1;
    // A new paragraph may have been inserted between the parts of a split one.
    for (let count = 2; count <= MAX_SKIPPED + 1; count++) {
      const index = start + step * (count - 1);
      if (index === end) break;
      const bag = bags[index]!;
      if (bag.length >= MIN_JOINED_WORDS && takeIn(bag, MIN_SKIPPED_SHARE)) return count;
    }
    return 0;
  };
  for (let count = 1; count && range.length < other.length && to < highest; to += count) {
    count = countToJoined(to, 1, highest);
  }
  for (let count = 1; count && range.length < other.length && from > lowest; from -= count) {
    count = countToJoined(from - 1, -1, lowest - 1);
  }
  return [from, to];
}

/** Joins neighbouring pairs if words moved from one to the other. */
function joinPairs(pairs: readonly Hunk[], b: readonly TokenBag[], a: readonly TokenBag[]): Hunk[] {
  const joined: Hunk[] = [];
  const countPair = ({ b0, b1, a0, a1 }: Hunk, by: number): number =>
    countBag(mergeBags(b, b0, b1), by) + countBag(mergeBags(a, a0, a1), -by);
  // The words of the previous pair stay counted. `unshared` is the number of these words that have
  // no counterpart.
  let previous: Hunk | undefined;
  let unshared = 0;
  for (const pair of pairs) {
    const unsharedTogether = unshared + countPair(pair, 1);
    const unsharedAlone = previous ? unsharedTogether + countPair(previous, -1) : unsharedTogether;
    const gain = (unshared + unsharedAlone - unsharedTogether) / 2;
    unshared = unsharedAlone;
    if (previous?.b1 === pair.b0 && previous.a1 === pair.a0 && gain >= MIN_JOINED_WORDS) {
      const { b0, a0 } = previous;
      const difference = totalLength(b, b0, pair.b1) - totalLength(a, a0, pair.a1);
      const edited = (unsharedTogether - Math.abs(difference)) / 2;
      if (gain >= MIN_JOINED_SHARE * (edited + gain)) {
        unshared += countPair(previous, 1);
        ({ b1: previous.b1, a1: previous.a1 } = pair);
        continue;
      }
    }
    joined.push((previous = pair));
  }
  if (previous) countPair(previous, -1);
  return joined;
}

/**
 * Pairs the blocks that are left over between two pairs, if they can only be versions of each
 * other.
 */
function fillGaps(
  pairs: readonly Hunk[],
  before: readonly IndexedBlock[],
  after: readonly IndexedBlock[],
  b: readonly TokenBag[],
  a: readonly TokenBag[],
): Hunk[] {
  const filled: Hunk[] = [];
  let i = 0;
  let j = 0;
  const end: Hunk = { b0: b.length, b1: 0, a0: a.length, a1: 0 };
  for (const pair of [...pairs, end]) {
    const { b0, a0 } = pair;
    if (i < b0 && j < a0) {
      const { type } = before[i]!.node;
      // A list item or row that shares no words with its counterpart was not rewritten, but
      // replaced.
      const isListed = type === 'listItem' || type === 'tableRow';
      const isLonePair = b0 - i === 1 && a0 - j === 1 && type === after[j]!.node.type;
      if (
        (isLonePair && !isListed) ||
        similarity(mergeBags(b, i, b0), mergeBags(a, j, a0)) >= MIN_JOINED_SHARE
      ) {
        filled.push({ b0: i, b1: b0, a0: j, a1: a0 });
      }
    }
    if (pair !== end) filled.push(pair);
    i = pair.b1;
    j = pair.a1;
  }
  return filled;
}
