/** Where two sequences of numbers differ, in time that does not run away. */

/** `[b0, b1)` of the older sequence stood where `[a0, a1)` of the newer one stands now. */
export interface Hunk {
  b0: number;
  b1: number;
  a0: number;
  a1: number;
}

/**
 * Beyond this many edits the shortest script is not searched for: its cost grows with their square
 * (128 cost about 0.1 ms), and a longer one would be confetti to a reader.
 */
const MAX_EDITS = 128;

/** Lengths of the runs that anchor long, much edited sequences, most telling first. */
const ANCHOR_LENGTHS = [4, 2, 1];

/** Anchors within anchors: each level costs one pass, and real texts need three. */
const MAX_DEPTH = 6;

let trace: Int32Array | undefined;

/** Finds the places where `after` differs from `before`; equal stretches lie between them. */
export function diffSequences(before: ArrayLike<number>, after: ArrayLike<number>): Hunk[] {
  const hunks: Hunk[] = [];
  search(before, after, { b0: 0, b1: before.length, a0: 0, a1: after.length }, 0, hunks);
  return hunks;
}

function search(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  window: Hunk,
  depth: number,
  hunks: Hunk[],
): void {
  let { b0, b1, a0, a1 } = window;
  for (; b0 < b1 && a0 < a1 && before[b0] === after[a0]; b0++) a0++;
  for (; b0 < b1 && a0 < a1 && before[b1 - 1] === after[a1 - 1]; b1--) a1--;
  const rest: Hunk = { b0, b1, a0, a1 };
  if (b0 === b1 || a0 === a1) {
    if (b0 < b1 || a0 < a1) hunks.push(rest);
    return;
  }
  if (shortestScript(before, after, rest, hunks)) return;
  const anchors = depth < MAX_DEPTH ? findAnchors(before, after, rest) : [];
  if (!anchors.length) {
    hunks.push(rest);
    return;
  }
  for (const [i, j] of [...anchors, [b1, a1] as const]) {
    search(before, after, { b0, b1: i, a0, a1: j }, depth + 1, hunks);
    b0 = i;
    a0 = j;
  }
}

/** Myers' greedy search; false when the bound is reached. */
function shortestScript(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  { b0, b1, a0, a1 }: Hunk,
  hunks: Hunk[],
): boolean {
  const height = b1 - b0;
  const width = a1 - a0;
  if (Math.abs(height - width) > MAX_EDITS) return false;
  const reach = (trace ??= new Int32Array(((MAX_EDITS + 1) * (MAX_EDITS + 2)) / 2));
  // Row d holds, for k = -d, -d + 2 … d, how far d edits reach on diagonal k.
  const at = (d: number, k: number) => reach[(d * (d + 1) + k + d) >> 1]!;
  const comesDown = (d: number, k: number) =>
    k === -d || (k !== d && at(d - 1, k - 1) < at(d - 1, k + 1));
  for (let d = 0; d <= MAX_EDITS; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x = d ? (comesDown(d, k) ? at(d - 1, k + 1) : at(d - 1, k - 1) + 1) : 0;
      while (x < height && x - k < width && before[b0 + x] === after[a0 + x - k]) x++;
      reach[(d * (d + 1) + k + d) >> 1] = x;
      if (x < height || x - k < width) continue;
      const found: Hunk[] = [];
      let edit: Hunk | undefined;
      for (x = height; d > 0; d--) {
        const down = +comesDown(d, k);
        k += down || -1;
        x = at(d - 1, k);
        const b = b0 + x;
        const a = a0 + x - k;
        if (edit && b + 1 - down === edit.b0 && a + down === edit.a0) {
          edit.b0 = b;
          edit.a0 = a;
        } else found.push((edit = { b0: b, b1: b + 1 - down, a0: a, a1: a + down }));
      }
      hunks.push(...found.reverse());
      return true;
    }
  }
  return false;
}

/** Starts of runs that occur exactly once on both sides, in an order both sides share. */
function findAnchors(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  { b0, b1, a0, a1 }: Hunk,
): (readonly [number, number])[] {
  for (const length of ANCHOR_LENGTHS) {
    const there = onlyPlaces(before, b0, b1, length);
    const here = onlyPlaces(after, a0, a1, length);
    const places: [number, number][] = [];
    for (const [run, j] of here) {
      const i = there.get(run) ?? -1;
      if (i < 0 || j < 0) continue;
      let same = 0;
      while (same < length && before[i + same] === after[j + same]) same++;
      if (same === length) places.push([i, j]);
    }
    if (places.length) {
      return longestIncreasingSubsequence(places.map(([i]) => i)).map((index) => places[index]!);
    }
  }
  return [];
}

function onlyPlaces(
  sequence: ArrayLike<number>,
  from: number,
  to: number,
  length: number,
): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i + length <= to; i++) {
    let run = 0;
    for (let k = 0; k < length; k++) run = (Math.imul(run, 0x01000193) ^ sequence[i + k]!) | 0;
    places.set(run, places.has(run) ? -1 : i);
  }
  return places;
}

/** Indexes of a longest rising subsequence. */
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
  const rise: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) rise.push(index);
  return rise.reverse();
}
