/** Turns the fewest changed words into the changes that a person would mark. */

import type { Hunk } from './sequence-diff.ts';
import {
  type Tokenizer,
  NUMBER,
  type TokenizedText,
  PUNCTUATION,
  WORD,
  atomicRanges,
  type Tokens,
} from './tokens.ts';

/** Fewer unchanged words than this between two changes are marked with them. */
const ISLAND_WORDS = 3;

/** … unless they are longer than this part of what changed around them. */
const ISLAND_SHARE = 0.2;

/** Lets changes begin and end where sentences, addresses and numbers do, and joins near ones. */
export function cleanUpHunks(
  hunks: readonly Hunk[],
  before: TokenizedText,
  after: TokenizedText,
  { kind }: Tokenizer,
): Hunk[] {
  const b: Side = { ...before, kind };
  const a: Side = { ...after, kind };
  const eased = hunks.map((hunk) => ({ ...hunk }));
  for (let index = 0; index < eased.length; index++) {
    const hunk = eased[index]!;
    const next = eased[index + 1] ?? { b0: b.tokens.keys.length, a0: a.tokens.keys.length };
    const last = eased[index - 1] ?? { b1: 0, a1: 0 };
    if (hunk.b0 === hunk.b1 || hunk.a0 === hunk.a1) {
      shiftToBoundary(
        hunk,
        -Math.min(hunk.b0 - last.b1, hunk.a0 - last.a1),
        Math.min(next.b0 - hunk.b1, next.a0 - hunk.a1),
        b,
        a,
      );
    }
    // Widens it to the whole of an address or number that it touches.
    while (hunk.b0 > last.b1 && (isWithin(b, hunk.b0) || isWithin(a, hunk.a0))) {
      hunk.b0--;
      hunk.a0--;
    }
    while (hunk.b1 < next.b0 && (isWithin(b, hunk.b1) || isWithin(a, hunk.a1))) {
      hunk.b1++;
      hunk.a1++;
    }
  }
  return mergeNearby(eased, b, a);
}

interface Side extends TokenizedText {
  readonly kind: Tokenizer['kind'];
  atomicRanges?: readonly number[];
}

/** Where words could be marked a little earlier or later, lets them begin and end with a sentence. */
function shiftToBoundary(hunk: Hunk, earliest: number, latest: number, b: Side, a: Side): void {
  const come = hunk.a0 < hunk.a1;
  const side = come ? a : b;
  const from = come ? hunk.a0 : hunk.b0;
  const to = come ? hunk.a1 : hunk.b1;
  const { keys } = side.tokens;
  let best = 0;
  let bestFit = -Infinity;
  for (let direction = -1; direction < 2; direction += 2) {
    for (let shift = 0; shift >= earliest && shift <= latest; shift += direction) {
      if (shift) {
        const end = direction < 0 ? 0 : -1;
        if (keys[to + shift + end] !== keys[from + shift + end]) break;
      }
      const fit = boundaryScore(side, from + shift) + boundaryScore(side, to + shift);
      if (fit > bestFit) {
        best = shift;
        bestFit = fit;
      }
    }
  }
  hunk.b0 += best;
  hunk.b1 += best;
  hunk.a0 += best;
  hunk.a1 += best;
}

/** How well a change may begin or end at a place. */
function boundaryScore(side: Side, at: number): number {
  if (isWithin(side, at)) return -2;
  const last = at ? side.text[side.tokens.to[at - 1]! - 1]! : '.';
  return '.!?;:…。！？；：'.includes(last) ? 2 : ',、，)'.includes(last) ? 1 : 0;
}

/** Whether a place is inside what is marked as a whole. */
function isWithin(side: Side, at: number): boolean {
  const { text, tokens: words, kind } = side;
  const { keys, from, to } = words;
  if (at < 1 || at >= keys.length) return false;
  const start = from[at]!;
  const end = to[at - 1]!;
  // Most places are between words that nothing can make one: the search for wholes is costly.
  if (
    (start > end ||
      (kind(keys[at - 1]!) === PUNCTUATION && !text[from[at - 1]! - 1]?.trim()) ||
      (kind(keys[at]!) === PUNCTUATION && !text[to[at]!]?.trim())) &&
    !isSign(text[start]!) &&
    !isSign(text[from[at - 1]!]!)
  ) {
    return false;
  }
  const wholes = (side.atomicRanges ??= atomicRanges(text, words));
  return wholes[at]! >= 0 && wholes[at] === wholes[at - 1];
}

function isSign(character: string): boolean {
  return '$€£¥₹%'.includes(character);
}

/** Takes up the few words left standing between two changes, which would only hinder reading. */
function mergeNearby(hunks: readonly Hunk[], b: Side, a: Side): Hunk[] {
  const joined: Hunk[] = [];
  let last: Hunk | undefined;
  for (const hunk of hunks) {
    if (last && isIsland(last, hunk, b, a)) {
      last.b1 = hunk.b1;
      last.a1 = hunk.a1;
    } else joined.push((last = hunk));
  }
  return joined;
}

function isIsland(last: Hunk, hunk: Hunk, b: Side, a: Side): boolean {
  const { keys } = a.tokens;
  const size = 2 * hunkLength(a.tokens, last.a1, hunk.a0);
  if (size > ISLAND_SHARE * (sizeOf(last, b, a) + sizeOf(hunk, b, a))) return false;
  let words = 0;
  for (let at = last.a1; at < hunk.a0; at++) {
    const kind = a.kind(keys[at]!);
    if (kind === WORD) words++;
    // An unchanged number or address shown as removed and added would be a false word.
    if (words === ISLAND_WORDS || kind === NUMBER || isWithin(a, at + 1)) return false;
  }
  return true;
}

function sizeOf({ b0, b1, a0, a1 }: Hunk, b: Side, a: Side): number {
  return hunkLength(b.tokens, b0, b1) + hunkLength(a.tokens, a0, a1);
}

/** Characters of some of the words. */
export function hunkLength({ from, to }: Tokens, first = 0, end = to.length): number {
  let length = 0;
  for (let at = first; at < end; at++) length += to[at]! - from[at]!;
  return length;
}
