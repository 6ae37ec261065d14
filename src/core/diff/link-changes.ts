/** Keeps links whole in a word diff, and describes address changes of links and images in notes. */

import type { Link } from '../model/policy.ts';
import { collapseWhitespace } from '../model/text.ts';
import type { ChangeNote } from '../model/tree.ts';
import { type Counterparts, findCounterparts, type Hunk, hunksBetween } from './sequence-diff.ts';
import {
  IMAGE_PLACEHOLDER,
  type Tokenizer,
  type TokenizedText,
  WORD,
  type Tokens,
} from './tokens.ts';

/** Whether an `#id` in the older version and one in the newer version lead to the same section. */
export type IsSameAddress = (before: string, after: string) => boolean;

/** A note, and the offset in the newer text to which it applies. */
export interface PlacedNote {
  readonly from: number;
  readonly note: ChangeNote;
}

/**
 * Maximum number of rounds in which links are separated. Several are needed, because a separated
 * link can affect its neighbours. Real texts need two.
 */
const MAX_LINK_ROUNDS = 8;

/** The alignment of the tokens of one link with the other text. */
interface LinkAlignment {
  /** Whether a word was added to the link or removed from it. */
  hasEdited: boolean;
  /** Whether a word of the link was kept. Punctuation does not count. */
  hasKept: boolean;
  /** The links around the counterparts. Undefined if a counterpart is outside links. */
  readonly linksInOther: Set<Link | undefined>;
  readonly tokens: number[];
  lastCounterpart: number;
}

/**
 * Marks a link as removed and added as a whole if some of its words changed, unless the kept words
 * all come from one link. Otherwise the marks would show an old word inside a link to a new
 * address.
 */
export function keepLinksWhole(
  hunks: readonly Hunk[],
  b: Tokens,
  a: Tokens,
  { kindOf }: Tokenizer,
): readonly Hunk[] {
  if (!hunks.some((hunk) => touchesLink(b, hunk.b0, hunk.b1) || touchesLink(a, hunk.a0, hunk.a1))) {
    return hunks;
  }
  const isWord = (id: number) => kindOf(id) >= WORD;
  const [inAfter, inBefore] = findCounterparts(hunks, b.ids.length, a.ids.length);
  for (let round = 0; round < MAX_LINK_ROUNDS; round++) {
    const linksBefore = alignLinks(isWord, b, inAfter, a);
    const linksAfter = alignLinks(isWord, a, inBefore, b, inAfter);
    const separatedAfter = separateLinks(linksAfter, linksBefore, inBefore, inAfter);
    const separatedBefore = separateLinks(linksBefore, linksAfter, inAfter, inBefore);
    if (!separatedBefore && !separatedAfter) break;
  }
  return hunksBetween(inAfter, inBefore);
}

/** Whether a range of tokens contains or touches a link. */
function touchesLink({ links }: Tokens, from: number, to: number): boolean {
  for (let token = Math.max(0, from - 1); token <= to; token++) if (links[token]) return true;
  return false;
}

/**
 * Removes the counterparts of links that must be marked as a whole. Returns whether there were any
 * such links.
 */
function separateLinks(
  links: ReadonlyMap<Link, LinkAlignment>,
  others: ReadonlyMap<Link, LinkAlignment>,
  counterparts: Counterparts,
  reverse: Counterparts,
): boolean {
  let hasSeparated = false;
  for (const [link, { hasEdited, hasKept, linksInOther, tokens }] of links) {
    const leadsElsewhere = [...linksInOther].some((other) => addressOf(other) !== addressOf(link));
    if (!hasEdited || !leadsElsewhere) continue;
    const [other] = linksInOther;
    const isOneToOne =
      linksInOther.size === 1 && (!other || others.get(other)!.linksInOther.size === 1);
    if (hasKept && isOneToOne) continue;
    for (const token of tokens) {
      const counterpart = counterparts[token]!;
      if (counterpart < 0) continue;
      hasSeparated = true;
      reverse[counterpart] = -1;
      counterparts[token] = -1;
    }
  }
  return hasSeparated;
}

/**
 * Determines for each link how its tokens are aligned. `reverse` maps the other text's tokens to
 * their counterparts. If `reverse` is passed and the other text has further tokens after the end of
 * a link, the links around these removed tokens count as well.
 */
function alignLinks(
  isWord: (id: number) => boolean,
  { ids, links }: Tokens,
  counterparts: Counterparts,
  other: Tokens,
  reverse?: Counterparts,
): Map<Link, LinkAlignment> {
  const alignments = new Map<Link, LinkAlignment>();
  for (let token = 0; token < links.length; token++) {
    const link = links[token];
    if (!link) continue;
    let alignment = alignments.get(link);
    if (!alignment) {
      alignment = {
        hasEdited: false,
        hasKept: false,
        linksInOther: new Set(),
        tokens: [],
        lastCounterpart: -1,
      };
      alignments.set(link, alignment);
    }
    alignment.tokens.push(token);
    const counterpart = counterparts[token]!;
    if (counterpart < 0) {
      alignment.hasEdited ||= isWord(ids[token]!);
      continue;
    }
    if (alignment.lastCounterpart >= 0) {
      for (let removed = alignment.lastCounterpart + 1; removed < counterpart; removed++) {
        alignment.hasEdited ||= isWord(other.ids[removed]!);
      }
    }
    alignment.hasKept ||= isWord(ids[token]!);
    alignment.linksInOther.add(other.links[counterpart]);
    alignment.lastCounterpart = counterpart;
    if (!reverse || links[token + 1] !== link) continue;
    for (let removed = counterpart + 1; reverse[removed]! < 0; removed++) {
      alignment.linksInOther.add(other.links[removed]);
    }
  }
  return alignments;
}

/** Returns notes about links and images whose address changed while their words were kept. */
export function addressNotes(
  hunks: readonly Hunk[],
  before: TokenizedText,
  after: TokenizedText,
  { kindOf }: Tokenizer,
  isSameAddress: IsSameAddress,
): PlacedNote[] {
  const notes: PlacedNote[] = [];
  if (!before.links.length && !after.links.length && !after.images.size) return notes;
  const b = before.tokens;
  const a = after.tokens;
  let noted:
    { linkBefore: Link | undefined; linkAfter: Link | undefined; from: number } | undefined;
  let i = 0;
  let j = 0;
  for (const { b0, b1, a1 } of [...hunks, { b0: b.ids.length, b1: 0, a1: 0 }]) {
    // Each round takes the longest run of kept tokens with at most one link on each side.
    while (i < b0) {
      const linkBefore = b.links[i];
      const linkAfter = a.links[j];
      const from = a.from[j]!;
      const first = j;
      const image = after.images.get(from);
      const sourceBefore = before.images.get(b.from[i]!)?.src ?? null;
      if (image && sourceBefore !== image.src) {
        notes.push({
          from,
          note: { type: 'image', before: sourceBefore, after: image.src, alt: image.alt },
        });
      }
      do {
        i++;
        j++;
      } while (
        i < b0 &&
        b.links[i] === linkBefore &&
        a.links[j] === linkAfter &&
        !after.images.has(a.from[j]!)
      );
      const addressBefore = addressOf(linkBefore);
      const addressAfter = addressOf(linkAfter);
      if (
        addressBefore === addressAfter &&
        !leadsToOtherSection(linkBefore, linkAfter, isSameAddress)
      ) {
        continue;
      }
      // A full stop that became part of a link is not worth a note.
      if (!a.ids.slice(first, j).some((id) => kindOf(id) >= WORD)) continue;
      // A word was edited inside the link. One note covers the whole link.
      if (noted && linkAfter && noted.linkBefore === linkBefore && noted.linkAfter === linkAfter) {
        notes.pop();
      } else noted = { linkBefore, linkAfter, from };
      const start = noted.from;
      const text = collapseWhitespace(
        after.text
          .slice(start, a.to[j - 1])
          .replaceAll(
            IMAGE_PLACEHOLDER,
            (_, at: number) => ` ${after.images.get(start + at)?.alt} `,
          ),
      );
      notes.push({ from: start, note: linkNote(linkBefore, linkAfter, text) });
    }
    [i, j] = [b1, a1];
  }
  return notes;
}

function linkNote(before: Link | undefined, after: Link | undefined, text: string): ChangeNote {
  const addressBefore = addressOf(before);
  const addressAfter = addressOf(after);
  if (addressBefore === addressAfter || (addressBefore !== null && addressAfter !== null)) {
    return { type: 'link-address', before: before!.href, after: after!.href, text };
  }
  return addressAfter !== null
    ? { type: 'link-added', address: addressAfter, text }
    : { type: 'link-removed', address: addressBefore!, text };
}

/** Whether two links within the document lead to different sections. */
function leadsToOtherSection(
  before: Link | undefined,
  after: Link | undefined,
  isSameAddress: IsSameAddress,
): boolean {
  return (
    !!before?.href &&
    !!after?.href &&
    before.href !== after.href &&
    !isSameAddress(before.href, after.href)
  );
}

/**
 * Returns the address of a link. Returns null for links within the document, which are ignored
 * because tables of contents and anchors depend on the tool that made the source.
 */
export function addressOf(link: Link | undefined): string | null {
  return link?.href && link.href[0] !== '#' ? link.href : null;
}
