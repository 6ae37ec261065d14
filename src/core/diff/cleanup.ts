/** Makes a minimal diff readable. */

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

/**
 * Minimum number of unchanged words between two hunks that stay unmarked. Fewer are marked together
 * with the hunks.
 */
const ISLAND_WORDS = 3;

/**
 * Maximum length of unchanged text that is marked together with the hunks around it, relative to
 * the length of these hunks. Longer text stays unmarked.
 */
const ISLAND_SHARE = 0.2;

/**
 * Makes a minimal diff readable: keeps numbers and URLs whole, moves the ends of hunks to sentence
 * boundaries, and merges nearby hunks.
 */
export function cleanUpHunks(
  hunks: readonly Hunk[],
  before: TokenizedText,
  after: TokenizedText,
  { kindOf }: Tokenizer,
): Hunk[] {
  const b: Side = { ...before, kindOf };
  const a: Side = { ...after, kindOf };
  const cleaned = hunks.map((hunk) => ({ ...hunk }));
  for (let index = 0; index < cleaned.length; index++) {
    const hunk = cleaned[index]!;
    const next = cleaned[index + 1] ?? { b0: b.tokens.ids.length, a0: a.tokens.ids.length };
    const previous = cleaned[index - 1] ?? { b1: 0, a1: 0 };
    if (hunk.b0 === hunk.b1 || hunk.a0 === hunk.a1) {
      shiftToBoundary(
        hunk,
        -Math.min(hunk.b0 - previous.b1, hunk.a0 - previous.a1),
        Math.min(next.b0 - hunk.b1, next.a0 - hunk.a1),
        b,
        a,
      );
    }
    while (hunk.b0 > previous.b1 && (isInAtomicRange(b, hunk.b0) || isInAtomicRange(a, hunk.a0))) {
      hunk.b0--;
      hunk.a0--;
    }
    while (hunk.b1 < next.b0 && (isInAtomicRange(b, hunk.b1) || isInAtomicRange(a, hunk.a1))) {
      hunk.b1++;
      hunk.a1++;
    }
  }
  return mergeNearby(cleaned, b, a);
}

/** One of the two texts that are compared. */
interface Side extends TokenizedText {
  readonly kindOf: Tokenizer['kindOf'];
  /** Computed on first use. */
  atomicRanges?: readonly number[];
}

/**
 * Shifts a pure insertion or removal to the best boundaries. It can be shifted by one token as long
 * as the token at one end equals the token next to the other end.
 */
function shiftToBoundary(hunk: Hunk, earliest: number, latest: number, b: Side, a: Side): void {
  const isInsertion = hunk.a0 < hunk.a1;
  const side = isInsertion ? a : b;
  const from = isInsertion ? hunk.a0 : hunk.b0;
  const to = isInsertion ? hunk.a1 : hunk.b1;
  const { ids } = side.tokens;
  let bestShift = 0;
  let bestScore = -Infinity;
  for (let direction = -1; direction < 2; direction += 2) {
    for (let shift = 0; shift >= earliest && shift <= latest; shift += direction) {
      if (shift) {
        const edge = direction < 0 ? 0 : -1;
        if (ids[to + shift + edge] !== ids[from + shift + edge]) break;
      }
      const score = boundaryScore(side, from + shift) + boundaryScore(side, to + shift);
      if (score > bestScore) {
        bestShift = shift;
        bestScore = score;
      }
    }
  }
  hunk.b0 += bestShift;
  hunk.b1 += bestShift;
  hunk.a0 += bestShift;
  hunk.a1 += bestShift;
}

/**
 * Rates a position between two tokens as the end of a mark: best after a sentence, worst inside a
 * number.
 */
function boundaryScore(side: Side, at: number): number {
  if (isInAtomicRange(side, at)) return -2;
  const previous = at ? side.text[side.tokens.to[at - 1]! - 1]! : '.';
  return '.!?;:…。！？；：'.includes(previous) ? 2 : ',、，)'.includes(previous) ? 1 : 0;
}

/** Whether the position before a token is inside an atomic range. */
function isInAtomicRange(side: Side, at: number): boolean {
  const { text, tokens, kindOf } = side;
  const { ids, from, to } = tokens;
  if (at < 1 || at >= ids.length) return false;
  const start = from[at]!;
  const end = to[at - 1]!;
  // Return early at white space and at punctuation next to it, because no range spans them. Most
  // positions are like that, and finding the ranges is slow.
  if (
    (start > end ||
      (kindOf(ids[at - 1]!) === PUNCTUATION && !text[from[at - 1]! - 1]?.trim()) ||
      (kindOf(ids[at]!) === PUNCTUATION && !text[to[at]!]?.trim())) &&
    !isAmountSign(text[start]!) &&
    !isAmountSign(text[from[at - 1]!]!)
  ) {
    return false;
  }
  const ranges = (side.atomicRanges ??= atomicRanges(text, tokens));
  return ranges[at]! >= 0 && ranges[at] === ranges[at - 1];
}

function isAmountSign(character: string): boolean {
  return '$€£¥₹%'.includes(character);
}

/**
 * Merges hunks that are separated by only a few unchanged words, because their marks would be hard
 * to read.
 */
function mergeNearby(hunks: readonly Hunk[], b: Side, a: Side): Hunk[] {
  const merged: Hunk[] = [];
  let previous: Hunk | undefined;
  for (const hunk of hunks) {
    if (previous && isIsland(previous, hunk, b, a)) {
      previous.b1 = hunk.b1;
      previous.a1 = hunk.a1;
    } else merged.push((previous = hunk));
  }
  return merged;
}

/** Whether the unchanged tokens between two hunks are too few to leave unmarked. */
function isIsland(previous: Hunk, hunk: Hunk, b: Side, a: Side): boolean {
  const { ids } = a.tokens;
  const length = 2 * charactersIn(a.tokens, previous.a1, hunk.a0);
  if (length > ISLAND_SHARE * (hunkLength(previous, b, a) + hunkLength(hunk, b, a))) return false;
  let words = 0;
  for (let token = previous.a1; token < hunk.a0; token++) {
    const kind = a.kindOf(ids[token]!);
    if (kind === WORD) words++;
    // An unchanged number or address must not appear to have been replaced.
    if (words === ISLAND_WORDS || kind === NUMBER || isInAtomicRange(a, token + 1)) return false;
  }
  return true;
}

function hunkLength({ b0, b1, a0, a1 }: Hunk, b: Side, a: Side): number {
  return charactersIn(b.tokens, b0, b1) + charactersIn(a.tokens, a0, a1);
}

/** Returns the number of characters in a range of tokens. */
export function charactersIn({ from, to }: Tokens, first = 0, end = to.length): number {
  let length = 0;
  for (let token = first; token < end; token++) length += to[token]! - from[token]!;
  return length;
}
