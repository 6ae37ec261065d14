/** Which changed blocks of one stretch grew from which. */

import type { Hunk } from './sequence-diff.ts';
import {
  type TokenBag,
  countShared,
  type DiffContext,
  bagSize,
  similarity,
  mergeBags,
  type IndexedBlock,
  countBag,
} from './block-index.ts';

/** Blocks less alike than this are one removed and one added, not one edited. */
const MIN_SIMILARITY = 0.25;

/** A neighbour belongs to a pair when this part of its words comes from there. */
const MIN_JOINED = 0.6;

/** Fewer words in common may be so by chance. */
const FEW_WORDS = 4;

/** Words looked at while seeking pairs in one stretch: about 10 ms of work on a slow phone. */
const MAX_WORDS_SEEN = 1_000_000;

/** Blocks on either side of the expected place that are always looked at. */
const MIN_SLACK = 2;

/** Rows and columns of the table of likenesses: 1 MB of numbers, with longer stretches halved. */
const MAX_BLOCKS = 500;

/** Pairs changed blocks in order, so that what was split or joined stays together. */
export function alignBlocks(
  before: readonly IndexedBlock[],
  after: readonly IndexedBlock[],
  desk: DiffContext,
): Hunk[] {
  const height = before.length;
  const width = after.length;
  if (!height || !width) return [];
  if (height > MAX_BLOCKS || width > MAX_BLOCKS) {
    const i = height >> 1;
    const j = width >> 1;
    const rest = alignBlocks(before.slice(i), after.slice(j), desk);
    return [
      ...alignBlocks(before.slice(0, i), after.slice(0, j), desk),
      ...rest.map(({ b0, b1, a0, a1 }) => ({ b0: b0 + i, b1: b1 + i, a0: a0 + j, a1: a1 + j })),
    ];
  }
  const b = before.map(desk.tokenBag);
  const a = after.map(desk.tokenBag);
  const slack = Math.max(MIN_SLACK, MAX_WORDS_SEEN / 2 / (bagSize(b) + bagSize(a) + 2));
  const pairs = bestPairs(before, after, (i, j) => {
    if (Math.abs(j - (i * width) / height) > slack + Math.abs(width - height)) return 0;
    const like = similarity(b[i]!, a[j]!);
    return like < MIN_SIMILARITY
      ? 0
      : like + (before[i]!.node.type === after[j]!.node.type ? 0.1 : 0);
  });
  joinNeighbours(pairs, b, a);
  return joinPairs(fillGaps(pairs, before, after, b, a), b, a);
}

/** The order-keeping choice of pairs with the greatest likeness in all. */
function bestPairs(
  before: readonly IndexedBlock[],
  after: readonly IndexedBlock[],
  likenessOf: (i: number, j: number) => number,
): Hunk[] {
  const row = after.length + 1;
  const best = new Float32Array((before.length + 1) * row);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const here = i * row + j;
      const like = likenessOf(i, j);
      best[here] = Math.max(
        best[here + 1]!,
        best[here + row]!,
        like && like + best[here + row + 1]!,
      );
    }
  }
  const pairs: Hunk[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    const here = i * row + j;
    if (best[here] === best[here + row]) i++;
    else if (best[here] === best[here + 1]) j++;
    else pairs.push({ b0: i, b1: ++i, a0: j, a1: ++j });
  }
  return pairs;
}

/** Lets unpaired neighbours join a pair that holds their words: a paragraph split or merged. */
function joinNeighbours(
  pairs: readonly Hunk[],
  b: readonly TokenBag[],
  a: readonly TokenBag[],
): void {
  for (const [index, pair] of pairs.entries()) {
    const last = pairs[index - 1] ?? { b1: 0, a1: 0 };
    const next = pairs[index + 1] ?? { b0: b.length, a0: a.length };
    const { b0, b1, a0, a1 } = pair;
    [pair.a0, pair.a1] = extendPair(a, a0, a1, last.a1, next.a0, mergeBags(b, b0, b1));
    [pair.b0, pair.b1] = extendPair(b, b0, b1, last.b1, next.b0, mergeBags(a, pair.a0, pair.a1));
  }
}

function extendPair(
  bags: readonly TokenBag[],
  from: number,
  to: number,
  least: number,
  most: number,
  other: TokenBag,
): [number, number] {
  let own = mergeBags(bags, from, to);
  const takes = (extra: TokenBag): boolean => {
    const wider = mergeBags([own, extra]);
    const gain = countShared(wider, other) - countShared(own, other);
    if (gain < MIN_JOINED * extra.length) return false;
    own = wider;
    return true;
  };
  while (own.length < other.length && to < most && takes(bags[to]!)) to++;
  while (own.length < other.length && from > least && takes(bags[from - 1]!)) from--;
  return [from, to];
}

/** Takes two pairs as one where words went over from one to the other. */
function joinPairs(pairs: readonly Hunk[], b: readonly TokenBag[], a: readonly TokenBag[]): Hunk[] {
  const joined: Hunk[] = [];
  const weigh = ({ b0, b1, a0, a1 }: Hunk, by: number): number =>
    countBag(mergeBags(b, b0, b1), by) + countBag(mergeBags(a, a0, a1), -by);
  let last: Hunk | undefined;
  let unshared = 0;
  for (const pair of pairs) {
    const together = unshared + weigh(pair, 1);
    const alone = last ? together + weigh(last, -1) : together;
    const gain = (unshared + alone - together) / 2;
    unshared = alone;
    if (last?.b1 === pair.b0 && last.a1 === pair.a0 && gain >= FEW_WORDS) {
      const { b0, a0 } = last;
      const longer = bagSize(b, b0, pair.b1) - bagSize(a, a0, pair.a1);
      if (gain >= MIN_JOINED * ((together - Math.abs(longer)) / 2 + gain)) {
        unshared += weigh(last, 1);
        ({ b1: last.b1, a1: last.a1 } = pair);
        continue;
      }
    }
    joined.push((last = pair));
  }
  if (last) weigh(last, -1);
  return joined;
}

/** Decides what becomes of the stretches between the pairs. */
function fillGaps(
  pairs: readonly Hunk[],
  before: readonly IndexedBlock[],
  after: readonly IndexedBlock[],
  b: readonly TokenBag[],
  a: readonly TokenBag[],
): Hunk[] {
  const settled: Hunk[] = [];
  let i = 0;
  let j = 0;
  const end: Hunk = { b0: b.length, b1: 0, a0: a.length, a1: 0 };
  for (const pair of [...pairs, end]) {
    const { b0, a0 } = pair;
    if (i < b0 && j < a0) {
      const { type } = before[i]!.node;
      // An item or row that shares no words with another is another thing, not that one rewritten.
      const listed = type === 'listItem' || type === 'tableRow';
      const alone = b0 - i === 1 && a0 - j === 1 && type === after[j]!.node.type;
      if (
        (alone && !listed) ||
        similarity(mergeBags(b, i, b0), mergeBags(a, j, a0)) >= MIN_JOINED
      ) {
        settled.push({ b0: i, b1: b0, a0: j, a1: a0 });
      }
    }
    if (pair !== end) settled.push(pair);
    i = pair.b1;
    j = pair.a1;
  }
  return settled;
}
