/** How the words of two phrasings differ, as marks that a person can read. */

import type { Task } from '../tasks.ts';
import { addressNotes, keepLinksWhole, type PlacedNote, type SameAddress } from './link-changes.ts';
import { cleanUpHunks, hunkLength } from './cleanup.ts';
import { diffSequences, type Hunk } from './sequence-diff.ts';
import type { Slice, Mark } from './apply-marks.ts';
import { type Tokenizer, NUMBER, type TokenizedText, WORD, atomicRanges } from './tokens.ts';

/** A mark, and whether it says anything other. */
export interface WordMark extends Mark {
  readonly material: boolean;
}

/** What differs between two phrasings. */
export interface Edits {
  readonly marks: readonly WordMark[];
  readonly notes: readonly PlacedNote[];
  /** Where the words differ at all, with no thought of how that reads. */
  readonly fewest: readonly Hunk[];
  /** How much of both texts differs, from 0 to 1. */
  readonly share: number;
}

/** Phrasings of more words than this are compared in several steps: a step in itself costs time. */
export const MANY_WORDS = 10_000;

/** Compares words; `sameAddress` tells whether two addresses lead to the same place. */
export function* diffWords(
  before: TokenizedText,
  after: TokenizedText,
  lexicon: Tokenizer,
  sameAddress: SameAddress,
): Task<Edits> {
  const b = before.tokens;
  const a = after.tokens;
  const fewest = diffSequences(b.keys, a.keys);
  let changed = 0;
  for (const { b0, b1, a0, a1 } of fewest) changed += hunkLength(b, b0, b1) + hunkLength(a, a0, a1);
  const all = hunkLength(b) + hunkLength(a);
  const long = b.keys.length + a.keys.length > MANY_WORDS;
  const eased = cleanUpHunks(fewest, before, after, lexicon);
  if (long) yield;
  const hunks = keepLinksWhole(eased, b, a, lexicon);
  if (long) yield;
  return {
    marks: hunks.map((hunk) => markOf(hunk, before, after, lexicon)),
    notes: addressNotes(hunks, before, after, lexicon, sameAddress),
    fewest,
    share: all && changed / all,
  };
}

/** Marks no more than the numbers, dates and addresses that one text has and the other has not. */
export function diffFacts(
  before: TokenizedText,
  after: TokenizedText,
  fewest: readonly Hunk[],
  lexicon: Tokenizer,
): WordMark[] {
  const facts = [before, after].map((phrasing) => factsOf(phrasing, lexicon));
  const said = facts.map((some) => new Set(some.map((fact) => fact.said)));
  const [gone, come] = facts.map((some, side) =>
    some.filter((fact) => !said[1 - side]!.has(fact.said)).reverse(),
  ) as [(typeof facts)[0], (typeof facts)[0]];
  const marks: WordMark[] = [];
  for (const { b1, a1 } of fewest) {
    const removed: Slice[] = [];
    for (let fact; (fact = gone.at(-1)) && fact.word < b1; gone.pop()) {
      removed.push({ content: before.content, ...fact });
    }
    for (let fact; (fact = come.at(-1)) && fact.word < a1; come.pop()) {
      marks.push({ ...fact, removed: removed.splice(0), material: true });
    }
    if (removed.length) {
      const at = Math.max(after.tokens.to[a1 - 1] ?? 0, marks.at(-1)?.to ?? 0);
      marks.push({ from: at, to: at, removed, material: true });
    }
  }
  return marks;
}

/** Numbers and addresses, as wholes. */
function factsOf(
  { text, tokens: words }: TokenizedText,
  { kind }: Tokenizer,
): { word: number; from: number; to: number; said: string }[] {
  const { keys, from, to } = words;
  const wholes = atomicRanges(text, words);
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

function markOf(
  { b0, b1, a0, a1 }: Hunk,
  before: TokenizedText,
  after: TokenizedText,
  lexicon: Tokenizer,
): WordMark {
  const b = positionOf(b0, b1, before);
  const a = positionOf(a0, a1, after);
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
  const range = (place: HunkPosition): [number, number] =>
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
      before.tokens.keys.slice(b0, b1).some(wordy) || after.tokens.keys.slice(a0, a1).some(wordy),
  };
}

interface HunkPosition {
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

function positionOf(
  first: number,
  end: number,
  { tokens: words, text }: TokenizedText,
): HunkPosition {
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
