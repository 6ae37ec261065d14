/** Diffs the words of two texts, and converts the hunks to readable marks. */

import { charactersIn } from './cleanup.ts';
import { diffSequences, findCounterparts, type Hunk, hunksBetween } from './sequence-diff.ts';
import type { Mark } from './apply-marks.ts';
import { type Tokenizer, NUMBER, type TokenizedText, WORD, atomicRanges } from './tokens.ts';

/** A mark, and whether it changes a word rather than just punctuation. */
export interface WordMark extends Mark {
  readonly isMaterial: boolean;
}

/** The minimal diff of two texts, before cleanup. */
export interface WordDiff {
  readonly hunks: readonly Hunk[];
  /** Share of the characters in both texts that changed, from 0 to 1. */
  readonly share: number;
}

/** Diffs the words of two texts. */
export function diffWords({ tokens: b }: TokenizedText, { tokens: a }: TokenizedText): WordDiff {
  const hunks = diffSequences(b.ids, a.ids);
  let changed = 0;
  for (const { b0, b1, a0, a1 } of hunks) {
    changed += charactersIn(b, b0, b1) + charactersIn(a, a0, a1);
  }
  const total = charactersIn(b) + charactersIn(a);
  return { hunks, share: total && changed / total };
}

/** Matches a word inside a sentence, with the two characters before it. */
const INSIDE_SENTENCE = /^[\p{L}\p{N},)] \p{L}/u;

/**
 * Adds the words whose first letter became a capital or stopped being one, because capitals denote
 * defined terms: "your Data" and "your data". The first words of sentences are left out.
 */
export function withCaseChanges(
  hunks: readonly Hunk[],
  before: TokenizedText,
  after: TokenizedText,
): readonly Hunk[] {
  const [inAfter, inBefore] = findCounterparts(
    hunks,
    before.tokens.ids.length,
    after.tokens.ids.length,
  );
  inAfter.forEach((counterpart, token) => {
    if (counterpart < 0) return;
    // The tokens are equal, so if their first letters differ, one of these is a capital.
    const [older, newer] = [wordAt(token, before), wordAt(counterpart, after)];
    if (
      older[2] !== newer[2] &&
      older.slice(3) === newer.slice(3) &&
      INSIDE_SENTENCE.test(older) &&
      INSIDE_SENTENCE.test(newer)
    ) {
      inAfter[token] = inBefore[counterpart] = -1;
    }
  });
  return hunksBetween(inAfter, inBefore);
}

/** Returns a word with the two characters before it. */
function wordAt(index: number, { text, tokens }: TokenizedText): string {
  return text.slice(Math.max(0, tokens.from[index]! - 2), tokens.to[index]);
}

/** Returns a mark for each hunk. */
export function marksOf(
  hunks: readonly Hunk[],
  before: TokenizedText,
  after: TokenizedText,
  tokenizer: Tokenizer,
): WordMark[] {
  return hunks.map((hunk) => markOf(hunk, before, after, tokenizer));
}

/** A number or an address in a text. */
interface Fact {
  readonly from: number;
  readonly to: number;
  /** Equal for facts with the same meaning. */
  readonly key: string;
}

/**
 * Marks the numbers and addresses that only the newer text has. Used for rewritten text. Older
 * numbers and addresses are not shown, because they make no sense without their sentences.
 */
export function markNewFacts(
  before: TokenizedText,
  after: TokenizedText,
  tokenizer: Tokenizer,
): WordMark[] {
  const known = new Set(factsIn(before, tokenizer).map(({ key }) => key));
  return factsIn(after, tokenizer)
    .filter(({ key }) => !known.has(key))
    .map(({ from, to }) => ({ from, to, removed: [], isMaterial: true }));
}

/** Finds the numbers and addresses in a text. */
function factsIn({ text, tokens }: TokenizedText, { kindOf }: Tokenizer): Fact[] {
  const { ids, from, to } = tokens;
  const ranges = atomicRanges(text, tokens);
  const facts: Fact[] = [];
  for (let token = 0; token < ids.length;) {
    const first = token++;
    while (ranges[first]! >= 0 && ranges[token] === ranges[first]) token++;
    const factIds = ids.slice(first, token);
    // Atomic ranges include contractions, which are neither numbers nor addresses.
    const isAddress = token - first > 2 && '.@:'.includes(text[to[first]!]!);
    if (!isAddress && !factIds.some((id) => kindOf(id) === NUMBER)) continue;
    facts.push({ from: from[first]!, to: to[token - 1]!, key: factIds.join() });
  }
  return facts;
}

function markOf(
  { b0, b1, a0, a1 }: Hunk,
  before: TokenizedText,
  after: TokenizedText,
  { kindOf }: Tokenizer,
): WordMark {
  const b = positionOf(b0, b1, before);
  const a = positionOf(a0, a1, after);
  // White space next to a mark stays unmarked if both texts have it. Otherwise it is marked too, so
  // that each text keeps its own white space.
  let keepsLeft: boolean;
  let keepsRight: boolean;
  if (b.isEmpty || a.isEmpty) {
    const [words, gap] = b.isEmpty ? [a, b] : [b, a];
    keepsLeft = gap.hasSpaceLeft && words.hasSpaceLeft;
    keepsRight = gap.hasSpaceRight && !keepsLeft && words.hasSpaceRight;
  } else {
    keepsLeft = b.hasSpaceLeft && a.hasSpaceLeft;
    keepsRight = b.hasSpaceRight && a.hasSpaceRight;
  }
  const [from, to] = markedRange(a, keepsLeft, keepsRight);
  const [removedFrom, removedTo] = markedRange(b, keepsLeft, keepsRight);
  const isWord = (id: number) => kindOf(id) >= WORD;
  const idsBefore = before.tokens.ids.slice(b0, b1);
  const idsAfter = after.tokens.ids.slice(a0, a1);
  return {
    from,
    to,
    removed:
      removedFrom < removedTo
        ? [{ content: before.content, from: removedFrom, to: removedTo }]
        : [],
    // If the words are equal, only their capitals differ.
    isMaterial: String(idsBefore) !== String(idsAfter) && [...idsBefore, ...idsAfter].some(isWord),
  };
}

/**
 * Returns the offsets of a mark. With `keepsLeft` or `keepsRight`, the space on that side stays
 * unmarked.
 */
function markedRange(
  { isEmpty, from, to, outerFrom, outerTo, hasSpaceLeft, hasSpaceRight }: HunkPosition,
  keepsLeft: boolean,
  keepsRight: boolean,
): [from: number, to: number] {
  if (!isEmpty) {
    return [
      hasSpaceLeft && !keepsLeft ? outerFrom : from,
      hasSpaceRight && !keepsRight ? outerTo : to,
    ];
  }
  if (keepsLeft === keepsRight && hasSpaceLeft) return [outerFrom, outerTo];
  return keepsLeft ? [outerTo, outerTo] : [outerFrom, outerFrom];
}

/** The position of one side of a hunk in its text. */
interface HunkPosition {
  readonly isEmpty: boolean;
  readonly from: number;
  readonly to: number;
  /** End of the previous token. */
  readonly outerFrom: number;
  /** Start of the next token. */
  readonly outerTo: number;
  /**
   * Whether there is white space before the first token, and after the last one. Without tokens,
   * both state whether there is white space at the position.
   */
  readonly hasSpaceLeft: boolean;
  readonly hasSpaceRight: boolean;
}

function positionOf(first: number, end: number, { tokens, text }: TokenizedText): HunkPosition {
  const { ids } = tokens;
  const isEmpty = first === end;
  const outerFrom = first > 0 ? tokens.to[first - 1]! : 0;
  const outerTo = end < ids.length ? tokens.from[end]! : text.length;
  const from = isEmpty ? outerFrom : tokens.from[first]!;
  const to = isEmpty ? outerTo : tokens.to[end - 1]!;
  const isInside = first > 0 && end < ids.length && to > from;
  return {
    isEmpty,
    from,
    to,
    outerFrom,
    outerTo,
    hasSpaceLeft: isEmpty ? isInside : first > 0 && from > outerFrom,
    hasSpaceRight: isEmpty ? isInside : end < ids.length && outerTo > to,
  };
}
