/** How the words of two phrasings differ, as marks that a person can read. */

import { addressNotes, keepLinksWhole, type PlacedNote, type SameAddress } from './link-edits.ts';
import { differences, type Hunk } from './sequence.ts';
import type { Cutting, Mark } from './weave.ts';
import { type Lexicon, NUMBER, type Phrasing, WORD, wholesOf, type Words } from './words.ts';

/** A mark, and whether it says anything other. */
export interface WordMark extends Mark {
  readonly material: boolean;
}

/** What differs between two phrasings. */
export interface Edits {
  readonly marks: readonly WordMark[];
  readonly notes: readonly PlacedNote[];
  /** How much of both texts differs, from 0 to 1. */
  readonly share: number;
}

/** Fewer unchanged words than this between two changes are marked with them. */
const ISLAND_WORDS = 3;

/** … unless they are longer than this part of what changed around them. */
const ISLAND_SHARE = 0.2;

/** Compares words; `sameAddress` tells whether two addresses lead to the same place. */
export function compareWords(
  before: Phrasing,
  after: Phrasing,
  lexicon: Lexicon,
  sameAddress: SameAddress,
): Edits {
  const b = before.words;
  const a = after.words;
  let hunks = differences(b.keys, a.keys);
  let changed = 0;
  for (const [b0, b1, a0, a1] of hunks) changed += lengthOf(b, b0, b1) + lengthOf(a, a0, a1);
  const all = lengthOf(b, 0, b.keys.length) + lengthOf(a, 0, a.keys.length);
  for (const [index, hunk] of hunks.entries()) {
    slide(hunk, hunks[index - 1], hunks[index + 1], before, after);
  }
  widen(hunks, before, after);
  hunks = joinNear(hunks, b, a, lexicon);
  if (hunks.length && (before.links.length || after.links.length)) {
    hunks = keepLinksWhole(hunks, b, a, lexicon);
  }
  return {
    marks: hunks.map((hunk) => markOf(hunk, before, after, lexicon)),
    notes: addressNotes(hunks, before, after, lexicon, sameAddress),
    share: all && changed / all,
  };
}

/** Marks no more than the numbers, dates and addresses that one text has and the other has not. */
export function compareFacts(before: Phrasing, after: Phrasing, lexicon: Lexicon): WordMark[] {
  const [b, a] = [factsOf(before, lexicon), factsOf(after, lexicon)];
  const there = new Set(b.map(({ said }) => said));
  const here = new Set(a.map(({ said }) => said));
  const gone = b.filter(({ said }) => !here.has(said));
  const marks: WordMark[] = [];
  let next = 0;
  for (const [b0, b1, a0, a1] of differences(before.words.keys, after.words.keys)) {
    const removed: Cutting[] = [];
    for (; next < gone.length && gone[next]!.word < b1; next++) {
      if (gone[next]!.word >= b0) removed.push({ content: before.content, ...gone[next]! });
    }
    for (const { word, from, to, said } of a) {
      if (word < a0 || word >= a1 || there.has(said)) continue;
      marks.push({ from, to, removed: removed.splice(0), material: true });
    }
  }
  return marks;
}

/** Numbers and addresses, as wholes. */
function factsOf(
  { text, words }: Phrasing,
  { kind }: Lexicon,
): { word: number; from: number; to: number; said: string }[] {
  const { keys, from, to } = words;
  const wholes = wholesOf(text, words);
  const facts = [];
  for (let word = 0; word < keys.length;) {
    const first = word++;
    while (wholes[first]! >= 0 && wholes[word] === wholes[first]) word++;
    const parts = keys.slice(first, word);
    // Words shortened by an apostrophe are wholes too.
    const address = word - first > 2 && '.@:'.includes(text[to[first]!]!);
    if (!address && !parts.some((key) => kind(key) === NUMBER)) continue;
    facts.push({ word: first, from: from[first]!, to: to[word - 1]!, said: parts.join() });
  }
  return facts;
}

function lengthOf(words: Words, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i++) length += words.to[i]! - words.from[i]!;
  return length;
}

/** Where words could be marked a little earlier or later, lets them begin and end with a sentence. */
function slide(
  hunk: Hunk,
  previous: Hunk | undefined,
  next: Hunk | undefined,
  before: Phrasing,
  after: Phrasing,
): void {
  const [b0, b1, a0, a1] = hunk;
  if (b0 < b1 && a0 < a1) return;
  const { text, words } = a0 < a1 ? after : before;
  const [from, to] = a0 < a1 ? [a0, a1] : [b0, b1];
  const { keys } = words;
  const earliest = -Math.min(b0 - (previous?.[1] ?? 0), a0 - (previous?.[3] ?? 0));
  const latest = Math.min(
    (next?.[0] ?? before.words.keys.length) - b1,
    (next?.[2] ?? after.words.keys.length) - a1,
  );
  const fit = (at: number): number => {
    const last = at ? text[words.to[at - 1]! - 1]! : '.';
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
  for (const side of [0, 1, 2, 3] as const) hunk[side] += best;
}

/** Widens changes to the whole of an address or number that they touch. */
function widen(hunks: readonly Hunk[], before: Phrasing, after: Phrasing): void {
  if (!hunks.length) return;
  const [b, a] = [wholesOf(before.text, before.words), wholesOf(after.text, after.words)];
  const within = (wholes: readonly number[], at: number) =>
    at > 0 && at < wholes.length && wholes[at]! >= 0 && wholes[at] === wholes[at - 1];
  for (const [index, hunk] of hunks.entries()) {
    const last = hunks[index - 1];
    const next = hunks[index + 1];
    while (hunk[0] > (last?.[1] ?? 0) && (within(b, hunk[0]) || within(a, hunk[2]))) {
      hunk[0]--;
      hunk[2]--;
    }
    while (hunk[1] < (next?.[0] ?? b.length) && (within(b, hunk[1]) || within(a, hunk[3]))) {
      hunk[1]++;
      hunk[3]++;
    }
  }
}

/** Takes up the few words left standing between two changes, which would only hinder reading. */
function joinNear(hunks: readonly Hunk[], b: Words, a: Words, lexicon: Lexicon): Hunk[] {
  const joined: Hunk[] = [];
  const sizeOf = (hunk: Hunk) => lengthOf(b, hunk[0], hunk[1]) + lengthOf(a, hunk[2], hunk[3]);
  for (const hunk of hunks) {
    const last = joined.at(-1);
    if (last) {
      const island = a.keys.slice(last[3], hunk[2]).map((key) => lexicon.kind(key));
      const words = island.filter((kind) => kind === WORD).length;
      const size = 2 * lengthOf(a, last[3], hunk[2]);
      if (
        words < ISLAND_WORDS &&
        // An unchanged number shown as removed and added would be a false word.
        !island.includes(NUMBER) &&
        size <= ISLAND_SHARE * (sizeOf(last) + sizeOf(hunk))
      ) {
        last[1] = hunk[1];
        last[3] = hunk[3];
        continue;
      }
    }
    joined.push([...hunk]);
  }
  return joined;
}

function markOf(
  [b0, b1, a0, a1]: Hunk,
  before: Phrasing,
  after: Phrasing,
  lexicon: Lexicon,
): WordMark {
  const b = placeOf(b0, b1, before);
  const a = placeOf(a0, a1, after);
  // The white space on either side of a mark belongs to both texts where both have it; otherwise
  // it is marked too, so that each text keeps its own.
  let left: boolean;
  let right: boolean;
  if (b.empty || a.empty) {
    const [lone, gap] = b.empty ? [a, b] : [b, a];
    left = gap.left && lone.left;
    right = gap.left && !left && lone.right;
  } else {
    left = b.left && a.left;
    right = b.right && a.right;
  }
  const range = (place: Place): [number, number] =>
    place.empty
      ? left === right && place.left
        ? [place.outerFrom, place.outerTo]
        : left
          ? [place.outerTo, place.outerTo]
          : [place.outerFrom, place.outerFrom]
      : [
          place.left && !left ? place.outerFrom : place.from,
          place.right && !right ? place.outerTo : place.to,
        ];
  const [from, to] = range(a);
  const [cutFrom, cutTo] = range(b);
  const wordy = (key: number) => lexicon.kind(key) >= WORD;
  return {
    from,
    to,
    removed: cutFrom < cutTo ? [{ content: before.content, from: cutFrom, to: cutTo }] : [],
    material:
      before.words.keys.slice(b0, b1).some(wordy) || after.words.keys.slice(a0, a1).some(wordy),
  };
}

interface Place {
  readonly empty: boolean;
  readonly from: number;
  readonly to: number;
  /** End of the word before and start of the word after. */
  readonly outerFrom: number;
  readonly outerTo: number;
  /** Whether white space lies on either side; for an empty place, both say whether any does. */
  readonly left: boolean;
  readonly right: boolean;
}

function placeOf(first: number, end: number, { words, text }: Phrasing): Place {
  const empty = first === end;
  const outerFrom = first > 0 ? words.to[first - 1]! : 0;
  const outerTo = end < words.keys.length ? words.from[end]! : text.length;
  const from = empty ? outerFrom : words.from[first]!;
  const to = empty ? outerTo : words.to[end - 1]!;
  const inner = first > 0 && end < words.keys.length && to > from;
  return {
    empty,
    from,
    to,
    outerFrom,
    outerTo,
    left: empty ? inner : first > 0 && from > outerFrom,
    right: empty ? inner : end < words.keys.length && outerTo > to,
  };
}
