/** What becomes of links and images where words are compared. */

import type { Link } from '../policy.ts';
import type { ChangeNote } from './changes.ts';
import type { Hunk } from './sequence.ts';
import { type Lexicon, type Phrasing, WORD, type Words } from './words.ts';

/** Tells whether an address of the older text leads where one of the newer does. */
export type SameAddress = (before: string, after: string) => boolean;

/** A note, and the place in the newer text that it is about. */
export interface PlacedNote {
  readonly from: number;
  readonly note: ChangeNote;
}

/** Links that pull their neighbours in, chained: real texts need two rounds. */
const MAX_LINK_ROUNDS = 8;

/**
 * Marks a link as removed and added as a whole where its words and its address both changed, so
 * that every marked run leads where it led.
 */
export function keepLinksWhole(hunks: readonly Hunk[], b: Words, a: Words): Hunk[] {
  const inBefore = new Int32Array(a.keys.length).fill(-1);
  const inAfter = new Int32Array(b.keys.length).fill(-1);
  let i = 0;
  let j = 0;
  for (const [b0, b1, , a1] of [...hunks, [b.keys.length, 0, 0, 0] as Hunk]) {
    for (; i < b0; i++, j++) [inBefore[j], inAfter[i]] = [i, j];
    [i, j] = [b1, a1];
  }
  const separate = (words: Words, twins: Int32Array, others: Words, back: Int32Array): boolean => {
    let separated = false;
    let from = 0;
    while (from < twins.length) {
      const link = words.links[from];
      let to = from + 1;
      while (to < twins.length && words.links[to] === link) to++;
      if (link) {
        let touched = false;
        let strange = false;
        let last = -1;
        for (let k = from; k < to; k++) {
          const twin = twins[k]!;
          if (twin < 0) {
            touched = true;
            continue;
          }
          strange ||= addressOf(others.links[twin]) !== link.href;
          for (; last >= 0 && ++last < twin;) {
            touched = true;
            strange ||= addressOf(others.links[last]) !== link.href;
          }
          last = twin;
        }
        if (touched && strange) {
          for (let k = from; k < to; k++) {
            if (twins[k]! < 0) continue;
            separated = true;
            back[twins[k]!] = -1;
            twins[k] = -1;
          }
        }
      }
      from = to;
    }
    return separated;
  };
  for (let round = 0; round < MAX_LINK_ROUNDS; round++) {
    const here = separate(a, inBefore, b, inAfter);
    if (!separate(b, inAfter, a, inBefore) && !here) break;
  }
  const whole: Hunk[] = [];
  i = j = 0;
  while (i < inAfter.length || j < inBefore.length) {
    const [b0, a0] = [i, j];
    while (i < inAfter.length && inAfter[i]! < 0) i++;
    while (j < inBefore.length && inBefore[j]! < 0) j++;
    if (i > b0 || j > a0) whole.push([b0, i, a0, j]);
    else {
      i++;
      j++;
    }
  }
  return whole;
}

/** Tells of links and images that lead elsewhere while their words stayed. */
export function addressNotes(
  hunks: readonly Hunk[],
  before: Phrasing,
  after: Phrasing,
  lexicon: Lexicon,
  sameAddress: SameAddress,
): PlacedNote[] {
  const notes: PlacedNote[] = [];
  if (!before.links.length && !after.links.length && !after.images.size) return notes;
  const b = before.words;
  const a = after.words;
  let i = 0;
  let j = 0;
  for (const [b0, b1, , a1] of [...hunks, [b.keys.length, 0, 0, 0] as Hunk]) {
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
      const there = addressOf(was);
      const here = addressOf(link);
      if (there === here || (there !== null && here !== null && sameAddress(there, here))) continue;
      // A full stop that joins a link is nothing to tell a reader.
      if (!a.keys.slice(first, j).some((key) => lexicon.kind(key) >= WORD)) continue;
      const text = after.text.slice(from, a.to[j - 1]).replace(/\s+/g, ' ');
      if (there !== null && here !== null) {
        notes.push({ from, note: { type: 'link-address', before: there, after: here, text } });
      } else {
        const type = there === null ? 'link-added' : 'link-removed';
        notes.push({ from, note: { type, address: (there ?? here)!, text } });
      }
    }
    [i, j] = [b1, a1];
  }
  return notes;
}

function addressOf(link: Link | undefined): string | null {
  return link?.href ?? null;
}
