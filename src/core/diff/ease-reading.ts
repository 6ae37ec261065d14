/** Turns the fewest changed words into the changes that a person would mark. */

import type { Hunk } from './sequence.ts';
import {
  type Lexicon,
  NUMBER,
  type Phrasing,
  PUNCTUATION,
  WORD,
  wholesOf,
  type Words,
} from './words.ts';

/** Fewer unchanged words than this between two changes are marked with them. */
const ISLAND_WORDS = 3;

/** … unless they are longer than this part of what changed around them. */
const ISLAND_SHARE = 0.2;

/** Lets changes begin and end where sentences, addresses and numbers do, and joins near ones. */
export function easeReading(
  hunks: readonly Hunk[],
  before: Phrasing,
  after: Phrasing,
  lexicon: Lexicon,
): Hunk[] {
  if (!hunks.length) return [];
  const [b, a] = [sideOf(before, lexicon), sideOf(after, lexicon)];
  const eased = hunks.map((hunk): Hunk => [...hunk]);
  for (const [index, hunk] of eased.entries()) {
    slide(hunk, eased[index - 1], eased[index + 1], b, a);
    widen(hunk, eased[index - 1], eased[index + 1], b, a);
  }
  return joinNear(eased, b, a, lexicon);
}

interface Side {
  readonly text: string;
  readonly words: Words;
  readonly kind: Lexicon['kind'];
  wholes?: readonly number[];
}

function sideOf({ text, words }: Phrasing, { kind }: Lexicon): Side {
  return { text, words, kind };
}

/** Where words could be marked a little earlier or later, lets them begin and end with a sentence. */
function slide(
  hunk: Hunk,
  previous: Hunk | undefined,
  next: Hunk | undefined,
  b: Side,
  a: Side,
): void {
  const [b0, b1, a0, a1] = hunk;
  if (b0 < b1 && a0 < a1) return;
  const side = a0 < a1 ? a : b;
  const [from, to] = a0 < a1 ? [a0, a1] : [b0, b1];
  const { keys, to: ends } = side.words;
  const earliest = -Math.min(b0 - (previous?.[1] ?? 0), a0 - (previous?.[3] ?? 0));
  const latest = Math.min(
    (next?.[0] ?? b.words.keys.length) - b1,
    (next?.[2] ?? a.words.keys.length) - a1,
  );
  const fit = (at: number): number => {
    if (isWithin(side, at)) return -2;
    const last = at ? side.text[ends[at - 1]! - 1]! : '.';
    return '.!?;:…。！？；：'.includes(last) ? 2 : ',、，)'.includes(last) ? 1 : 0;
  };
  let best = 0;
  let bestFit = fit(from) + fit(to);
  for (const direction of [-1, 1]) {
    for (let shift = direction; shift >= earliest && shift <= latest; shift += direction) {
      const [leaving, entering] =
        direction < 0 ? [to + shift, from + shift] : [from + shift - 1, to + shift - 1];
      if (keys[leaving] !== keys[entering]) break;
      const shiftedFit = fit(from + shift) + fit(to + shift);
      if (shiftedFit > bestFit) [best, bestFit] = [shift, shiftedFit];
    }
  }
  for (const end of [0, 1, 2, 3] as const) hunk[end] += best;
}

/** Widens a change to the whole of an address or number that it touches. */
function widen(
  hunk: Hunk,
  previous: Hunk | undefined,
  next: Hunk | undefined,
  b: Side,
  a: Side,
): void {
  while (hunk[0] > (previous?.[1] ?? 0) && (isWithin(b, hunk[0]) || isWithin(a, hunk[2]))) {
    hunk[0]--;
    hunk[2]--;
  }
  const end = next?.[0] ?? b.words.keys.length;
  while (hunk[1] < end && (isWithin(b, hunk[1]) || isWithin(a, hunk[3]))) {
    hunk[1]++;
    hunk[3]++;
  }
}

/** Whether a place is inside what is marked as a whole. */
function isWithin(side: Side, at: number): boolean {
  const { text, words, kind } = side;
  const { keys, from, to } = words;
  if (at < 1 || at >= keys.length) return false;
  const [left, right] = [text[from[at - 1]! - 1], text[to[at]!]];
  const isOpen = (key: number, beyond = ' ') => kind(key) !== PUNCTUATION || beyond.trim() !== '';
  // Most places are between words that nothing can make one: the search for wholes is costly.
  const may =
    [at - 1, at].some((word) => '$€£¥₹%'.includes(text[from[word]!]!)) ||
    (from[at] === to[at - 1] && isOpen(keys[at - 1]!, left) && isOpen(keys[at]!, right));
  if (!may) return false;
  const wholes = (side.wholes ??= wholesOf(text, words));
  return wholes[at]! >= 0 && wholes[at] === wholes[at - 1];
}

/** Takes up the few words left standing between two changes, which would only hinder reading. */
function joinNear(hunks: readonly Hunk[], b: Side, a: Side, lexicon: Lexicon): Hunk[] {
  const joined: Hunk[] = [];
  const sizeOf = (hunk: Hunk) =>
    lengthOf(b.words, hunk[0], hunk[1]) + lengthOf(a.words, hunk[2], hunk[3]);
  for (const hunk of hunks) {
    const last = joined.at(-1);
    if (last) {
      const island = a.words.keys.slice(last[3], hunk[2]).map((key) => lexicon.kind(key));
      const words = island.filter((kind) => kind === WORD).length;
      const size = 2 * lengthOf(a.words, last[3], hunk[2]);
      if (
        words < ISLAND_WORDS &&
        // An unchanged number or address shown as removed and added would be a false word.
        !island.includes(NUMBER) &&
        !island.some((_, at) => isWithin(a, last[3] + at + 1)) &&
        size <= ISLAND_SHARE * (sizeOf(last) + sizeOf(hunk))
      ) {
        last[1] = hunk[1];
        last[3] = hunk[3];
        continue;
      }
    }
    joined.push(hunk);
  }
  return joined;
}

/** Characters of some of the words. */
export function lengthOf(words: Words, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i++) length += words.to[i]! - words.from[i]!;
  return length;
}
