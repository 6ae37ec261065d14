/**
 * Groups sections that contain the same text under other headings, because they were split or
 * merged.
 */

import type { Task } from '../tasks.ts';
import type { DiffContext, IndexedBlock, IndexedSection, InlineRun } from './block-index.ts';
import type { Matching } from './matching.ts';
import { diffSequences } from './sequence-diff.ts';

/**
 * Neighbouring sections of both versions that contain the same text. Usually one section of each
 * version.
 */
export interface SectionGroup {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Maps each newer section to the older one that it came from, across all groups. */
  readonly matches: ReadonlyMap<number, number>;
}

/**
 * An unmatched section counts as part of a section in the other version if at least this share of
 * its text is found there.
 */
const MIN_FOUND_SHARE = 0.6;

/**
 * If diffing all sections as one text finds fewer differences than this share of those inside the
 * groups, only the levels of headings changed, and all sections become one group.
 */
const MAX_DIFFERENCE_RATIO = 0.5;

/** Groups matched sections, together with those that were split off or merged in. */
export function* groupSplitAndMerged(
  before: readonly IndexedSection[],
  after: readonly IndexedSection[],
  matching: Matching,
  context: DiffContext,
): Task<SectionGroup[]> {
  const sets = new SectionSets(before.length, after.length);
  joinParts(before, after, matching, sets, context);
  joinRewrittenBetween(sets);
  const groups = groupsOf(sets, matching);
  if (groups.every((group) => group.before.length === 1 && group.after.length === 1)) return groups;
  const all: SectionGroup = {
    before: [...before.keys()],
    after: [...after.keys()],
    matches: matching.beforeOf,
  };
  const differencesIn = (group: SectionGroup) =>
    countDifferences(
      group.before.flatMap((b) => runsOf(before[b]!)),
      group.after.flatMap((a) => runsOf(after[a]!)),
      context,
    );
  let differences = 0;
  for (const group of groups) differences += yield* differencesIn(group);
  return (yield* differencesIn(all)) < MAX_DIFFERENCE_RATIO * differences ? [all] : groups;
}

/** A union-find over the sections of both versions. */
class SectionSets {
  readonly lengthBefore: number;
  readonly lengthAfter: number;
  /**
   * Parent of each section. A root is its own parent. The indexes of newer sections follow the
   * indexes of older sections.
   */
  readonly #parents: number[];
  readonly #joined = new Set<number>();

  constructor(lengthBefore: number, lengthAfter: number) {
    this.lengthBefore = lengthBefore;
    this.lengthAfter = lengthAfter;
    this.#parents = Array.from({ length: lengthBefore + lengthAfter }, (_, index) => index);
  }

  /** Returns the index of a newer section among the sections of both versions. */
  ofAfter(a: number): number {
    return this.lengthBefore + a;
  }

  find(section: number): number {
    let root = section;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    this.#parents[section] = root;
    return root;
  }

  join(one: number, other: number): void {
    this.#joined.add(one).add(other);
    this.#parents[this.find(other)] = this.find(one);
  }

  /** Whether a section was joined with another. */
  isJoined(section: number): boolean {
    return this.#joined.has(section);
  }

  /** Returns the sets of joined sections, each in document order. */
  all(): { before: number[]; after: number[] }[] {
    const sets = new Map<number, { before: number[]; after: number[] }>();
    for (let section = 0; section < this.#parents.length; section++) {
      if (!this.isJoined(section)) continue;
      const root = this.find(section);
      const set = sets.get(root) ?? { before: [], after: [] };
      sets.set(root, set);
      if (section < this.lengthBefore) set.before.push(section);
      else set.after.push(section - this.lengthBefore);
    }
    return [...sets.values()];
  }
}

/** Step 1: joins matched sections, and unmatched ones with the section that contains their text. */
function joinParts(
  before: readonly IndexedSection[],
  after: readonly IndexedSection[],
  { beforeOf, matchedBefore }: Matching,
  sets: SectionSets,
  context: DiffContext,
): void {
  const [ownersBefore, ownersAfter] = [ownersOf(before), ownersOf(after)];
  for (const [a, section] of after.entries()) {
    const b = beforeOf.get(a) ?? ownerOf(section, ownersBefore, context);
    if (b !== undefined) sets.join(b, sets.ofAfter(a));
  }
  for (const [b, section] of before.entries()) {
    const a = matchedBefore.has(b) ? undefined : ownerOf(section, ownersAfter, context);
    if (a !== undefined) sets.join(b, sets.ofAfter(a));
  }
}

/**
 * Step 2: adds the sections between two members of a set to that set, if none of them belongs to
 * another set. Such sections were rewritten together with their neighbours.
 */
function joinRewrittenBetween(sets: SectionSets): void {
  for (const { before, after } of sets.all()) {
    for (const members of [before, after.map((a) => sets.ofAfter(a))]) {
      for (const [index, member] of members.slice(1).entries()) {
        const between: number[] = [];
        for (let section = members[index]! + 1; section < member; section++) between.push(section);
        if (between.some((section) => sets.isJoined(section))) continue;
        for (const section of between) sets.join(member, section);
      }
    }
  }
}

/**
 * Step 3: makes a group of each set whose sections are consecutive. All other sections are grouped
 * only with their match.
 */
function groupsOf(sets: SectionSets, { beforeOf, matchedBefore }: Matching): SectionGroup[] {
  const groups: SectionGroup[] = [];
  const whole = sets
    .all()
    .filter(({ before, after }) => isConsecutive(before) && isConsecutive(after));
  const groupedBefore = new Set(whole.flatMap(({ before }) => before));
  const groupedAfter = new Set(whole.flatMap(({ after }) => after));
  for (const { before, after } of whole) groups.push({ before, after, matches: beforeOf });
  for (let a = 0; a < sets.lengthAfter; a++) {
    if (groupedAfter.has(a)) continue;
    const b = beforeOf.get(a);
    groups.push({ before: b === undefined ? [] : [b], after: [a], matches: beforeOf });
  }
  for (let b = 0; b < sets.lengthBefore; b++) {
    if (groupedBefore.has(b) || matchedBefore.has(b)) continue;
    groups.push({ before: [b], after: [], matches: beforeOf });
  }
  return groups;
}

/** Counts the words that differ between two sequences of runs. */
function* countDifferences(
  before: readonly InlineRun[],
  after: readonly InlineRun[],
  { keyOf, tokensOf }: DiffContext,
): Task<number> {
  const idsOf = (runs: readonly InlineRun[]) => runs.flatMap((run) => tokensOf(run).ids);
  let count = 0;
  for (const { b0, b1, a0, a1 } of diffSequences(before.map(keyOf), after.map(keyOf))) {
    yield;
    const hunks = diffSequences(idsOf(before.slice(b0, b1)), idsOf(after.slice(a0, a1)));
    for (const hunk of hunks) count += hunk.b1 - hunk.b0 + hunk.a1 - hunk.a0;
  }
  return count;
}

function runsOf({ heading, inlineRuns }: IndexedSection): readonly InlineRun[] {
  return [...heading.inlineRuns, ...inlineRuns];
}

function isConsecutive(indexes: readonly number[]): boolean {
  return indexes[0]! + indexes.length - 1 === indexes.at(-1);
}

/** Maps the key of each heading and block to the first section that it is in. */
function ownersOf(sections: readonly IndexedSection[]): Map<number, number> {
  const owners = new Map<number, number>();
  for (const [index, { heading, blocks }] of sections.entries()) {
    for (const { key } of [heading, ...blocks]) {
      if (key >= 0 && !owners.has(key)) owners.set(key, index);
    }
  }
  return owners;
}

/**
 * Returns the section of the other version that contains most of a section's text, or undefined.
 */
function ownerOf(
  { heading, blocks }: IndexedSection,
  owners: ReadonlyMap<number, number>,
  context: DiffContext,
): number | undefined {
  const lengths = new Map<number, number>();
  let total = 0;
  // A heading that the other version does not contain does not count against the section.
  const count = ({ key, inlineRuns }: IndexedBlock, isHeading: boolean): void => {
    if (key < 0) return;
    const owner = owners.get(key);
    let length = 0;
    for (const run of inlineRuns) length += context.flatTextOf(run).text.length;
    if (owner !== undefined) lengths.set(owner, (lengths.get(owner) ?? 0) + length);
    if (owner !== undefined || !isHeading) total += length;
  };
  count(heading, true);
  for (const block of blocks) count(block, false);
  const [best] = [...lengths].sort((one, other) => other[1] - one[1]);
  return best && best[1] >= MIN_FOUND_SHARE * total ? best[0] : undefined;
}
