/** What becomes of links and images where words are compared. */

import type { Link } from '../model/policy.ts';
import { collapseWhitespace } from '../model/text.ts';
import type { ChangeNote } from './comparison.ts';
import type { Hunk } from './sequence-diff.ts';
import { IMAGE, type Tokenizer, type TokenizedText, WORD, type Tokens } from './tokens.ts';

/** Tells whether a place in the older document is the same as one in the newer. */
export type SameAddress = (before: string, after: string) => boolean;

/** A note, and the place in the newer text that it is about. */
export interface PlacedNote {
  readonly from: number;
  readonly note: ChangeNote;
}

/** Links that pull their neighbours in, chained: real texts need two rounds. */
const MAX_LINK_ROUNDS = 8;

/** What the words of a link were matched with. */
interface LinkAlignment {
  /** Whether some word of it was added or removed. */
  hasEdited: boolean;
  /** Whether some word of it stayed; punctuation tells nothing of where it led. */
  hasKept: boolean;
  readonly linksInOther: Set<Link | undefined>;
  readonly tokens: number[];
  last: number;
}

/**
 * Marks a link as removed and added as a whole where its words changed and the rest of them did not
 * come from one link, so that every run leads where it led or a note tells where.
 */
export function keepLinksWhole(
  hunks: readonly Hunk[],
  b: Tokens,
  a: Tokens,
  lexicon: Tokenizer,
): readonly Hunk[] {
  const near = (links: Tokens['links'], from: number, to: number) =>
    links.slice(from && from - 1, to + 1).some(Boolean);
  if (!hunks.some(({ b0, b1, a0, a1 }) => near(b.links, b0, b1) || near(a.links, a0, a1)))
    return hunks;
  const isWord = (key: number) => lexicon.kind(key) >= WORD;
  const inBefore = new Int32Array(a.keys.length).fill(-1);
  const inAfter = new Int32Array(b.keys.length).fill(-1);
  let i = 0;
  let j = 0;
  for (const { b0, b1, a1 } of [...hunks, { b0: b.keys.length, b1: 0, a1: 0 }]) {
    for (; i < b0; i++, j++) {
      inBefore[j] = i;
      inAfter[i] = j;
    }
    [i, j] = [b1, a1];
  }
  const separate = (
    ties: ReadonlyMap<Link, LinkAlignment>,
    others: ReadonlyMap<Link, LinkAlignment>,
    twins: Int32Array,
    back: Int32Array,
  ): boolean => {
    let separated = false;
    for (const [
      link,
      { hasEdited: touched, hasKept: stayed, linksInOther: partners, tokens: words },
    ] of ties) {
      const strange = [...partners].some((partner) => addressOf(partner) !== addressOf(link));
      if (!touched || !strange) continue;
      const [only] = partners;
      const alone = partners.size === 1 && (!only || others.get(only)!.linksInOther.size === 1);
      if (stayed && alone) continue;
      for (const word of words) {
        if (twins[word]! < 0) continue;
        separated = true;
        back[twins[word]!] = -1;
        twins[word] = -1;
      }
    }
    return separated;
  };
  for (let round = 0; round < MAX_LINK_ROUNDS; round++) {
    const [there, here] = [
      alignLinks(isWord, b, inAfter, a),
      alignLinks(isWord, a, inBefore, b, inAfter),
    ];
    const separated = separate(here, there, inBefore, inAfter);
    if (!separate(there, here, inAfter, inBefore) && !separated) break;
  }
  const whole: Hunk[] = [];
  i = j = 0;
  while (i < inAfter.length || j < inBefore.length) {
    const [b0, a0] = [i, j];
    while (i < inAfter.length && inAfter[i]! < 0) i++;
    while (j < inBefore.length && inBefore[j]! < 0) j++;
    if (i > b0 || j > a0) whole.push({ b0, b1: i, a0, a1: j });
    else {
      i++;
      j++;
    }
  }
  return whole;
}

function alignLinks(
  isWord: (key: number) => boolean,
  words: Tokens,
  twins: Int32Array,
  others: Tokens,
  back?: Int32Array,
): Map<Link, LinkAlignment> {
  const ties = new Map<Link, LinkAlignment>();
  for (let word = 0; word < words.links.length; word++) {
    const link = words.links[word];
    if (!link) continue;
    let tie = ties.get(link);
    if (!tie) {
      tie = { hasEdited: false, hasKept: false, linksInOther: new Set(), tokens: [], last: -1 };
      ties.set(link, tie);
    }
    tie.tokens.push(word);
    const twin = twins[word]!;
    if (twin < 0) {
      tie.hasEdited ||= isWord(words.keys[word]!);
      continue;
    }
    for (let gone = tie.last + 1; tie.last >= 0 && gone < twin; gone++) {
      tie.hasEdited ||= isWord(others.keys[gone]!);
    }
    tie.hasKept ||= isWord(words.keys[word]!);
    tie.linksInOther.add(others.links[twin]);
    tie.last = twin;
    // Words removed from inside a link led where they led.
    if (!back || words.links[word + 1] !== link) continue;
    for (let gone = twin + 1; back[gone]! < 0; gone++) {
      tie.linksInOther.add(others.links[gone]);
    }
  }
  return ties;
}

/** Tells of links and images that lead elsewhere while their words stayed. */
export function addressNotes(
  hunks: readonly Hunk[],
  before: TokenizedText,
  after: TokenizedText,
  lexicon: Tokenizer,
  sameAddress: SameAddress,
): PlacedNote[] {
  const notes: PlacedNote[] = [];
  if (!before.links.length && !after.links.length && !after.images.size) return notes;
  const b = before.tokens;
  const a = after.tokens;
  let told: { was: Link | undefined; link: Link | undefined; from: number } | undefined;
  let i = 0;
  let j = 0;
  for (const { b0, b1, a1 } of [...hunks, { b0: b.keys.length, b1: 0, a1: 0 }]) {
    while (i < b0) {
      const was = b.links[i];
      const link = a.links[j];
      const from = a.from[j]!;
      const first = j;
      const image = after.images.get(from);
      const source = before.images.get(b.from[i]!)?.src ?? null;
      if (image && source !== image.src) {
        notes.push({
          from,
          note: { type: 'image', before: source, after: image.src, alt: image.alt },
        });
      }
      do {
        i++;
        j++;
      } while (
        i < b0 &&
        b.links[i] === was &&
        a.links[j] === link &&
        !after.images.has(a.from[j]!)
      );
      const [there, here] = [addressOf(was), addressOf(link)];
      if (there === here && !leadElsewhere(was, link, sameAddress)) continue;
      // A full stop that joins a link is nothing to tell a reader.
      if (!a.keys.slice(first, j).some((key) => lexicon.kind(key) >= WORD)) continue;
      if (told && link && told.was === was && told.link === link) notes.pop();
      else told = { was, link, from };
      const start = told.from;
      const text = collapseWhitespace(
        after.text
          .slice(start, a.to[j - 1])
          .replaceAll(IMAGE, (_, at: number) => ` ${after.images.get(start + at)?.alt} `),
      );
      const note: ChangeNote =
        there === here || (there !== null && here !== null)
          ? { type: 'link-address', before: was!.href, after: link!.href, text }
          : here !== null
            ? { type: 'link-added', address: here, text }
            : { type: 'link-removed', address: there!, text };
      notes.push({ from: start, note });
    }
    [i, j] = [b1, a1];
  }
  return notes;
}

/** Whether two links within the document lead to different sections of it. */
function leadElsewhere(was: Link | undefined, link: Link | undefined, same: SameAddress): boolean {
  return !!was?.href && !!link?.href && was.href !== link.href && !same(was.href, link.href);
}

/** Links within the document are the source's furniture: contents, anchors beside headings. */
export function addressOf(link: Link | undefined): string | null {
  return link?.href && link.href[0] !== '#' ? link.href : null;
}
