/** A range `[b0, b1)` of the older sequence that was replaced by `[a0, a1)` of the newer one. */
export interface Hunk {
  b0: number;
  b1: number;
  a0: number;
  a1: number;
}

/**
 * Maximum number of edits that the search for a shortest script allows. The cost grows with the
 * square of this number (128 edits take about 0.1 ms), and marks for more edits would be
 * unreadable.
 */
const MAX_EDITS = 128;

/**
 * Lengths of the runs that are tried as anchors of long sequences, in tokens, most reliable first.
 */
const ANCHOR_LENGTHS = [4, 2, 1];

/**
 * Maximum nesting depth of anchors. Each level costs one pass, and real texts need three levels.
 */
const MAX_DEPTH = 6;

/** Furthest-reaching points of the search. Shared by all diffs, because the array takes 33 kB. */
let furthestPoints: Int32Array | undefined;

/**
 * Diffs two sequences with Myers' greedy O(ND) algorithm (E. W. Myers, "An O(ND) difference
 * algorithm and its variations", 1986). Beyond {@link MAX_EDITS} edits, the sequences are first
 * split at runs that occur exactly once on both sides (Bram Cohen's patience diff), and each piece
 * is diffed separately.
 */
export function diffSequences(before: ArrayLike<number>, after: ArrayLike<number>): Hunk[] {
  const hunks: Hunk[] = [];
  diffWindow(before, after, { b0: 0, b1: before.length, a0: 0, a1: after.length }, 0, hunks);
  return hunks;
}

function diffWindow(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  window: Hunk,
  depth: number,
  hunks: Hunk[],
): void {
  let { b0, b1, a0, a1 } = window;
  for (; b0 < b1 && a0 < a1 && before[b0] === after[a0]; b0++) a0++;
  for (; b0 < b1 && a0 < a1 && before[b1 - 1] === after[a1 - 1]; b1--) a1--;
  const trimmed: Hunk = { b0, b1, a0, a1 };
  if (b0 === b1 || a0 === a1) {
    if (b0 < b1 || a0 < a1) hunks.push(trimmed);
    return;
  }
  if (shortestScript(before, after, trimmed, hunks)) return;
  const anchors = depth < MAX_DEPTH ? findAnchors(before, after, trimmed) : [];
  if (!anchors.length) {
    hunks.push(trimmed);
    return;
  }
  for (const [i, j] of [...anchors, [b1, a1] as const]) {
    diffWindow(before, after, { b0, b1: i, a0, a1: j }, depth + 1, hunks);
    b0 = i;
    a0 = j;
  }
}

/** Adds the hunks of a shortest edit script. Returns false if it needs too many edits. */
function shortestScript(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  { b0, b1, a0, a1 }: Hunk,
  hunks: Hunk[],
): boolean {
  const height = b1 - b0;
  const width = a1 - a0;
  if (Math.abs(height - width) > MAX_EDITS) return false;
  const furthest = (furthestPoints ??= new Int32Array(((MAX_EDITS + 1) * (MAX_EDITS + 2)) / 2));
  // Row d holds, for k = -d, -d + 2 … d, the furthest x that d edits reach on diagonal k.
  const furthestX = (d: number, k: number) => furthest[(d * (d + 1) + k + d) >> 1]!;
  const isInsertion = (d: number, k: number) =>
    k === -d || (k !== d && furthestX(d - 1, k - 1) < furthestX(d - 1, k + 1));
  for (let d = 0; d <= MAX_EDITS; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x = 0;
      if (d) x = isInsertion(d, k) ? furthestX(d - 1, k + 1) : furthestX(d - 1, k - 1) + 1;
      while (x < height && x - k < width && before[b0 + x] === after[a0 + x - k]) x++;
      furthest[(d * (d + 1) + k + d) >> 1] = x;
      if (x < height || x - k < width) continue;
      // Both ends are reached. Walk the script backwards, and join adjacent edits into hunks.
      const script: Hunk[] = [];
      let hunk: Hunk | undefined;
      for (; d > 0; d--) {
        const inserted = +isInsertion(d, k);
        k += inserted || -1;
        x = furthestX(d - 1, k);
        const b = b0 + x;
        const a = a0 + x - k;
        if (hunk && b + 1 - inserted === hunk.b0 && a + inserted === hunk.a0) {
          hunk.b0 = b;
          hunk.a0 = a;
        } else script.push((hunk = { b0: b, b1: b + 1 - inserted, a0: a, a1: a + inserted }));
      }
      hunks.push(...script.reverse());
      return true;
    }
  }
  return false;
}

/** Finds the starts of runs that occur exactly once on each side, in an order common to both. */
function findAnchors(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  { b0, b1, a0, a1 }: Hunk,
): (readonly [number, number])[] {
  for (const length of ANCHOR_LENGTHS) {
    const uniqueBefore = uniqueRuns(before, b0, b1, length);
    const uniqueAfter = uniqueRuns(after, a0, a1, length);
    const anchors: [number, number][] = [];
    for (const [hash, j] of uniqueAfter) {
      const i = uniqueBefore.get(hash) ?? -1;
      if (i < 0 || j < 0) continue;
      let equal = 0;
      while (equal < length && before[i + equal] === after[j + equal]) equal++;
      if (equal === length) anchors.push([i, j]);
    }
    if (anchors.length) {
      return longestIncreasingSubsequence(anchors.map(([i]) => i)).map((at) => anchors[at]!);
    }
  }
  return [];
}

/** Maps the hash of each run of a length to its start, or to -1 if it occurs more than once. */
function uniqueRuns(
  sequence: ArrayLike<number>,
  from: number,
  to: number,
  length: number,
): Map<number, number> {
  const starts = new Map<number, number>();
  for (let start = from; start + length <= to; start++) {
    let hash = 0;
    for (let k = 0; k < length; k++) {
      hash = (Math.imul(hash, 0x01000193) ^ sequence[start + k]!) | 0;
    }
    starts.set(hash, starts.has(hash) ? -1 : start);
  }
  return starts;
}

/** Returns the indexes of a longest strictly increasing subsequence (patience sorting). */
export function longestIncreasingSubsequence(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const indexes: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) indexes.push(at);
  return indexes.reverse();
}

/**
 * For each token of a text, the index of its counterpart in the other text, or -1 if the token was
 * added or removed.
 */
export type Counterparts = Int32Array;

/** Finds the counterpart of each older token in the newer text, and vice versa. */
export function findCounterparts(
  hunks: readonly Hunk[],
  lengthBefore: number,
  lengthAfter: number,
): [inAfter: Counterparts, inBefore: Counterparts] {
  const inAfter = new Int32Array(lengthBefore).fill(-1);
  const inBefore = new Int32Array(lengthAfter).fill(-1);
  let i = 0;
  let j = 0;
  for (const { b0, b1, a1 } of [...hunks, { b0: lengthBefore, b1: 0, a1: 0 }]) {
    for (; i < b0; i++, j++) {
      inBefore[j] = i;
      inAfter[i] = j;
    }
    [i, j] = [b1, a1];
  }
  return [inAfter, inBefore];
}

/** Returns the hunks between tokens that have a counterpart. */
export function hunksBetween(inAfter: Counterparts, inBefore: Counterparts): Hunk[] {
  const hunks: Hunk[] = [];
  let i = 0;
  let j = 0;
  // At the start of each round, all tokens before `i` and `j` are either aligned or in a hunk.
  while (i < inAfter.length || j < inBefore.length) {
    const [b0, a0] = [i, j];
    while (i < inAfter.length && inAfter[i]! < 0) i++;
    while (j < inBefore.length && inBefore[j]! < 0) j++;
    if (i > b0 || j > a0) hunks.push({ b0, b1: i, a0, a1: j });
    else {
      i++;
      j++;
    }
  }
  return hunks;
}
