/** Aligns the sections of two versions: finds which older section each came from. */

import { slugOf } from '../model/ids.ts';
import type { Section } from '../model/policy.ts';
import { comparisonKey } from '../model/text.ts';
import type { Task } from '../tasks.ts';
import { type DiffContext, type IndexedSection, similarity, totalLength } from './block-index.ts';
import { Matching } from './matching.ts';
import { headingWithoutNumber } from './numbering.ts';
import { groupSplitAndMerged, type SectionGroup } from './section-groups.ts';

/**
 * Minimum Dice coefficient of two bodies that count as the same section regardless of their
 * headings.
 */
const SAME_BODY_SIMILARITY = 0.5;

/**
 * Minimum Dice coefficient of two bodies that count as the same section if their headings are
 * similar too.
 */
const MIN_SIMILARITY = 0.25;

/** Minimum number of words in a body. Fewer can match by chance. */
const MIN_WORDS = 4;

/** Maximum number of words examined to compare bodies: about 20 ms of work on a slow phone. */
const MAX_WORDS_EXAMINED = 4_000_000;

/** The sections of both versions. The text before the first section is at index 0. */
interface Versions {
  readonly before: readonly IndexedSection[];
  readonly after: readonly IndexedSection[];
  /** Indexes of the sections by name; see {@link sectionName}. */
  readonly namesBefore: ReadonlyMap<string, readonly number[]>;
  readonly namesAfter: ReadonlyMap<string, readonly number[]>;
}

type Pass = (versions: Versions, matching: Matching, context: DiffContext) => Task<void> | void;

/**
 * The passes, with the most reliable one first. Each pass only considers sections that are still
 * unmatched.
 */
const PASSES: readonly Pass[] = [
  matchById,
  matchByName,
  matchByBody,
  matchBySimilarity,
  matchLeftoverNames,
  matchByPosition,
];

/**
 * Aligns the sections of two versions by id, heading and text. A group contains several sections of
 * one version if sections were split or merged. It contains a single section if that section was
 * added or removed.
 */
export function* alignSections(
  before: readonly IndexedSection[],
  after: readonly IndexedSection[],
  context: DiffContext,
): Task<SectionGroup[]> {
  const matching = new Matching(before.length, after.length);
  const versions = {
    before,
    after,
    namesBefore: indexesByName(before),
    namesAfter: indexesByName(after),
  };
  for (const pass of PASSES) {
    yield* pass(versions, matching, context) ?? [];
    yield;
  }
  return yield* groupSplitAndMerged(before, after, matching, context);
}

/** Matches equal ids, and aliases that the publisher set. */
function matchById({ before, after, namesBefore, namesAfter }: Versions, matching: Matching): void {
  const indexesById = new Map<string, number>();
  for (const b of matching.unmatchedBefore.reverse()) {
    for (const alias of before[b]!.section.aliases) indexesById.set(alias, b);
  }
  for (const b of matching.unmatchedBefore) indexesById.set(before[b]!.section.id, b);
  for (const a of matching.unmatchedAfter) {
    const { section } = after[a]!;
    const name = sectionName(section.heading);
    const isRepeated = (namesBefore.get(name)?.length ?? 0) > 1 || namesAfter.get(name)!.length > 1;
    // Ids that end with a counter, or that come from a repeated heading, shift to another section
    // when a section is added.
    const isCounted = /\d$/.test(section.id);
    if (!(isRepeated && isDerivedFromHeading(section)) && !isCounted) {
      matching.match(indexesById.get(section.id), a);
    }
    for (const alias of section.aliases) matching.match(indexesById.get(alias), a);
  }
}

/** Matches equal headings. Repeated headings are matched by body, then similarity, then order. */
function* matchByName(versions: Versions, matching: Matching, context: DiffContext): Task<void> {
  const { before, after, namesBefore, namesAfter } = versions;
  for (const [name, indexes] of namesAfter) {
    yield;
    const a = indexes.filter((index) => !matching.beforeOf.has(index));
    const b = (namesBefore.get(name) ?? []).filter((index) => !matching.matchedBefore.has(index));
    if (!name || !a.length || !b.length) continue;
    if (a.length === 1 && b.length === 1) {
      if (!haveNothingInCommon(before[b[0]!]!, after[a[0]!]!, context)) matching.match(b[0], a[0]!);
      continue;
    }
    matchEqualBodies(versions, b, a, matching, context);
    yield* matchSimilarBodies(versions, b, a, SAME_BODY_SIMILARITY, matching, context);
    const rest = b.filter((index) => !matching.matchedBefore.has(index));
    for (const index of a) {
      if (!matching.beforeOf.has(index)) matching.match(rest.shift(), index);
    }
  }
}

/** Matches equal bodies: the section was only renamed. */
function matchByBody(versions: Versions, matching: Matching, context: DiffContext): void {
  const { unmatchedBefore, unmatchedAfter } = matching;
  matchEqualBodies(versions, unmatchedBefore, unmatchedAfter, matching, context);
}

/** Matches similar bodies: the section was renamed and edited. */
function matchBySimilarity(
  versions: Versions,
  matching: Matching,
  context: DiffContext,
): Task<void> {
  const { unmatchedBefore, unmatchedAfter } = matching;
  return matchSimilarBodies(
    versions,
    unmatchedBefore,
    unmatchedAfter,
    MIN_SIMILARITY,
    matching,
    context,
  );
}

/**
 * Matches equal headings even if the bodies have nothing in common, because nothing else matched.
 */
function matchLeftoverNames({ after, namesBefore }: Versions, matching: Matching): void {
  for (const a of matching.unmatchedAfter) {
    const indexes = namesBefore.get(sectionName(after[a]!.section.heading)) ?? [];
    matching.match(
      indexes.find((b) => !matching.matchedBefore.has(b)),
      a,
    );
  }
}

/**
 * Matches sections that follow a matched pair, if they have the same id or similar headings, or if
 * both are empty.
 */
function matchByPosition(
  { before, after }: Versions,
  matching: Matching,
  context: DiffContext,
): void {
  for (const a of matching.unmatchedAfter) {
    const b = (matching.beforeOf.get(a - 1) ?? -2) + 1;
    const [older, newer] = [before[b], after[a]!];
    if (!older || matching.matchedBefore.has(b)) continue;
    const hasSameId = older.section.id === newer.section.id;
    const areEmpty = !older.blocks.length && !newer.blocks.length;
    if (hasSameId || areEmpty || headingSimilarity(older, newer, context) >= SAME_BODY_SIMILARITY) {
      matching.match(b, a);
    }
  }
}

/** Returns the heading of a section without its number, for comparison. */
export function sectionName(heading: string): string {
  return comparisonKey(headingWithoutNumber(heading)) || comparisonKey(heading);
}

/**
 * Whether two sections with the same name have nothing else in common. The name may then be used
 * for another topic.
 */
function haveNothingInCommon(
  older: IndexedSection,
  newer: IndexedSection,
  { bagOf }: DiffContext,
): boolean {
  const keys = new Set(older.blocks.map(({ key }) => key));
  if (older.bodyKey === newer.bodyKey || newer.blocks.some(({ key }) => keys.has(key))) {
    return false;
  }
  const [bagBefore, bagAfter] = [bagOf(older), bagOf(newer)];
  if (Math.min(bagBefore.length, bagAfter.length) < MIN_WORDS) return false;
  return similarity(bagBefore, bagAfter) < MIN_SIMILARITY;
}

function isDerivedFromHeading({ id, heading }: Section): boolean {
  return slugOf(heading) === id.replace(/-\d+$/, '') || slugOf(heading) === id;
}

function indexesByName(sections: readonly IndexedSection[]): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  for (const [index, { section }] of sections.entries()) {
    if (index) addTo(indexes, sectionName(section.heading), index);
  }
  return indexes;
}

function addTo(indexes: Map<string, number[]>, key: string, index: number): void {
  const list = indexes.get(key);
  if (list) list.push(index);
  else indexes.set(key, [index]);
}

/** Matches sections in `b` and `a` with equal bodies, in order. */
function matchEqualBodies(
  { before, after }: Versions,
  b: readonly number[],
  a: readonly number[],
  matching: Matching,
  { bagOf }: DiffContext,
): void {
  const indexes = new Map<string, number[]>();
  for (const i of b) {
    if (bagOf(before[i]!).length >= MIN_WORDS) addTo(indexes, before[i]!.bodyKey, i);
  }
  for (const j of a) matching.match(indexes.get(after[j]!.bodyKey)?.shift(), j);
}

/** Matches sections in `b` and `a` with similar bodies or headings, the most similar first. */
function* matchSimilarBodies(
  { before, after }: Versions,
  b: readonly number[],
  a: readonly number[],
  minSimilarity: number,
  matching: Matching,
  context: DiffContext,
): Task<void> {
  const bagsBefore = b.map((index) => context.bagOf(before[index]!));
  const bagsAfter = a.map((index) => context.bagOf(after[index]!));
  const work = totalLength(bagsBefore) * a.length + totalLength(bagsAfter) * b.length;
  const slack = work > MAX_WORDS_EXAMINED ? (MAX_WORDS_EXAMINED / work) * b.length : b.length;
  const candidates: { i: number; j: number; score: number }[] = [];
  for (const [place, j] of a.entries()) {
    yield;
    const bagAfter = bagsAfter[place]!;
    const expected = (place * b.length) / a.length;
    const near = [...b.keys()].filter((at) => Math.abs(at - expected) <= slack);
    // Compare all bodies first, because a comparison is faster if the previous one had the same
    // first bag.
    const similarities = near.map((at) => {
      const bagBefore = bagsBefore[at]!;
      const isShort = Math.min(bagAfter.length, bagBefore.length) < MIN_WORDS;
      return isShort ? 0 : similarity(bagAfter, bagBefore);
    });
    for (const [index, at] of near.entries()) {
      const ofBodies = similarities[index]!;
      if (ofBodies < minSimilarity) continue;
      const i = b[at]!;
      const ofHeadings = headingSimilarity(before[i]!, after[j]!, context);
      if (ofBodies >= SAME_BODY_SIMILARITY || ofHeadings >= SAME_BODY_SIMILARITY) {
        candidates.push({ i, j, score: ofBodies + ofHeadings });
      }
    }
  }
  candidates.sort((one, other) => other.score - one.score);
  for (const { i, j } of candidates) matching.match(i, j);
}

function headingSimilarity(
  older: IndexedSection,
  newer: IndexedSection,
  { bagOf }: DiffContext,
): number {
  return similarity(bagOf(older.heading), bagOf(newer.heading));
}
