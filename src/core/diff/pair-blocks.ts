/** Which changed blocks of one stretch grew from which. */

import { type Bag, countShared, type Desk, likeness, mergeBags, type Unit } from './units.ts';

/** Blocks `[from, to)` of both texts that say the same thing in other words. */
export interface Pairing {
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/** Blocks less alike than this are one removed and one added, not one edited. */
const MIN_LIKENESS = 0.25;

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
export function pairBlocks(before: readonly Unit[], after: readonly Unit[], desk: Desk): Pairing[] {
  const height = before.length;
  const width = after.length;
  if (!height || !width) return [];
  if (height > MAX_BLOCKS || width > MAX_BLOCKS) {
    const [i, j] = [height >> 1, width >> 1];
    return [
      ...pairBlocks(before.slice(0, i), after.slice(0, j), desk),
      ...pairBlocks(before.slice(i), after.slice(j), desk).map((pairing) => shift(pairing, i, j)),
    ];
  }
  const b = before.map(desk.bag);
  const a = after.map(desk.bag);
  const mass = (bags: readonly Bag[]) => bags.reduce((sum, { length }) => sum + length, 1);
  const slack = Math.max(MIN_SLACK, MAX_WORDS_SEEN / 2 / (mass(b) + mass(a)));
  const pairs = bestPairs(before, after, (i, j) => {
    const [one, other] = [b[i]!, a[j]!];
    if (Math.abs(j - (i * width) / height) > slack + Math.abs(width - height)) return 0;
    const limit = (2 * Math.min(one.length, other.length)) / (one.length + other.length);
    if (!(limit >= MIN_LIKENESS)) return 0;
    const like = likeness(one, other);
    return like < MIN_LIKENESS
      ? 0
      : like + (before[i]!.node.type === after[j]!.node.type ? 0.1 : 0);
  });
  return joinPairs(settle(joinNeighbours(pairs, b, a), before, after, b, a), b, a);
}

function shift({ before, after }: Pairing, i: number, j: number): Pairing {
  return { before: [before[0] + i, before[1] + i], after: [after[0] + j, after[1] + j] };
}

/** The order-keeping choice of pairs with the greatest likeness in all. */
function bestPairs(
  before: readonly Unit[],
  after: readonly Unit[],
  likenessOf: (i: number, j: number) => number,
): Pairing[] {
  const row = after.length + 1;
  const best = new Float32Array((before.length + 1) * row);
  const taken = new Float32Array(best.length);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const here = i * row + j;
      taken[here] = likenessOf(i, j);
      best[here] = Math.max(
        best[here + 1]!,
        best[here + row]!,
        taken[here] && taken[here] + best[here + row + 1]!,
      );
    }
  }
  const pairs: Pairing[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    const here = i * row + j;
    if (best[here] === best[here + row]) i++;
    else if (best[here] === best[here + 1]) j++;
    else pairs.push({ before: [i, ++i], after: [j, ++j] });
  }
  return pairs;
}

/** Lets unpaired neighbours join a pair that holds their words: a paragraph split or merged. */
function joinNeighbours(
  pairs: readonly Pairing[],
  b: readonly Bag[],
  a: readonly Bag[],
): Pairing[] {
  const joined: Pairing[] = [];
  pairs.forEach((pair, index) => {
    const previous = joined.at(-1);
    const next = pairs[index + 1];
    const grow = (
      [from, to]: readonly [number, number],
      bags: readonly Bag[],
      least: number,
      most: number,
      other: Bag,
    ): readonly [number, number] => {
      let own = mergeBags(bags.slice(from, to));
      const takes = (extra: Bag): boolean => {
        const wider = mergeBags([own, extra]);
        const gain = countShared(wider, other) - countShared(own, other);
        if (gain < MIN_JOINED * extra.length) return false;
        own = wider;
        return true;
      };
      while (own.length < other.length && to < most && takes(bags[to]!)) to++;
      while (own.length < other.length && from > least && takes(bags[from - 1]!)) from--;
      return [from, to];
    };
    const { before, after } = pair;
    const wideAfter = grow(
      after,
      a,
      previous?.after[1] ?? 0,
      next?.after[0] ?? a.length,
      mergeBags(b.slice(...before)),
    );
    const wideBefore = grow(
      before,
      b,
      previous?.before[1] ?? 0,
      next?.before[0] ?? b.length,
      mergeBags(a.slice(...wideAfter)),
    );
    joined.push({ before: wideBefore, after: wideAfter });
  });
  return joined;
}

/** Takes two pairs as one where words went over from one to the other. */
function joinPairs(pairs: readonly Pairing[], b: readonly Bag[], a: readonly Bag[]): Pairing[] {
  const joined: Pairing[] = [];
  for (const pair of pairs) {
    const last = joined.at(-1);
    if (last?.before[1] === pair.before[0] && last.after[1] === pair.after[0]) {
      const both: Pairing = {
        before: [last.before[0], pair.before[1]],
        after: [last.after[0], pair.after[1]],
      };
      const left = ({ before, after }: Pairing) => {
        const [one, other] = [mergeBags(b.slice(...before)), mergeBags(a.slice(...after))];
        const shared = countShared(one, other);
        return { shared, least: Math.min(one.length, other.length) - shared };
      };
      const [first, second, all] = [left(last), left(pair), left(both)];
      const gain = all.shared - first.shared - second.shared;
      if (gain >= FEW_WORDS && gain >= MIN_JOINED * (all.least + gain)) {
        joined[joined.length - 1] = both;
        continue;
      }
    }
    joined.push(pair);
  }
  return joined;
}

/** Decides what becomes of the stretches between the pairs. */
function settle(
  pairs: readonly Pairing[],
  before: readonly Unit[],
  after: readonly Unit[],
  b: readonly Bag[],
  a: readonly Bag[],
): Pairing[] {
  const settled: Pairing[] = [];
  let [i, j] = [0, 0];
  const end: Pairing = { before: [before.length, 0], after: [after.length, 0] };
  for (const pair of [...pairs, end]) {
    const gap: Pairing = { before: [i, pair.before[0]], after: [j, pair.after[0]] };
    const [height, width] = [gap.before[1] - i, gap.after[1] - j];
    if (height && width) {
      const { type } = before[i]!.node;
      const alone = height === 1 && width === 1 && type === after[j]!.node.type;
      // An item or row that shares no words with another is another thing, not that one rewritten.
      const listed = type === 'listItem' || type === 'tableRow';
      const alike = () =>
        likeness(mergeBags(b.slice(...gap.before)), mergeBags(a.slice(...gap.after))) >= MIN_JOINED;
      if ((alone && !listed) || alike()) settled.push(gap);
    }
    if (pair !== end) settled.push(pair);
    [i, j] = [pair.before[1], pair.after[1]];
  }
  return settled;
}
