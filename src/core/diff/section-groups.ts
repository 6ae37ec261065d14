/** Sections that hold the same text, whatever headings divide it. */

import type { Section } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import { diffSequences } from './sequence-diff.ts';
import type { DiffContext, IndexedBlock } from './block-index.ts';

/** A section, or the text before the first. */
export interface IndexedSection {
  readonly section: Section;
  /** The heading as a block of its own: for the text before the first section, the title. */
  readonly heading: IndexedBlock;
  readonly blocks: readonly IndexedBlock[];
  readonly inlineRuns: IndexedBlock['inlineRuns'];
  /** Equal for bodies of equal words. */
  readonly body: string;
}

/** Neighbouring sections of both texts that hold the same. Usually one and one. */
export interface SectionGroup {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** What each newer section is the same as, the others' kin included. */
  readonly matches: ReadonlyMap<number, number>;
}

/** A section was split off or merged into another when this part of its blocks is found there. */
const FOUND_ELSEWHERE = 0.6;

/**
 * Where all sections taken as one text leave less than this part of what pairing them inlineRuns, the
 * text is the same and only its headings changed their level.
 */
const OTHERWISE_DIVIDED = 0.5;

/** Adds what was split off and merged in to the pairs. */
export function* groupSplitAndMerged(
  before: readonly IndexedSection[],
  after: readonly IndexedSection[],
  origin: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  desk: DiffContext,
): Task<SectionGroup[]> {
  const links: [number, number][] = [...origin].map(([a, b]) => [b, a]);
  const [there, here] = [ownersOf(before), ownersOf(after)];
  for (const [a, part] of after.entries()) {
    const b = origin.has(a) ? undefined : ownerOf(part, there, desk);
    if (b !== undefined) links.push([b, a]);
  }
  for (const [b, part] of before.entries()) {
    const a = taken.has(b) ? undefined : ownerOf(part, here, desk);
    if (a !== undefined) links.push([b, a]);
  }
  const byBefore = new Map<number, SectionGroup>();
  const byAfter = new Map<number, SectionGroup>();
  const join = (before: readonly number[], after: readonly number[]): void => {
    const all = [...before.map((b) => byBefore.get(b)), ...after.map((a) => byAfter.get(a))];
    const kin: SectionGroup = {
      before: inDocumentOrder(before, ...all.map((one) => one?.before)),
      after: inDocumentOrder(after, ...all.map((one) => one?.after)),
      matches: origin,
    };
    for (const member of kin.before) byBefore.set(member, kin);
    for (const member of kin.after) byAfter.set(member, kin);
  };
  for (const [b, a] of links) join([b], [a]);
  // What stands between kin and has none of its own was rewritten along with them.
  for (const kin of new Set(byBefore.values())) {
    const between = (members: readonly number[], others: ReadonlyMap<number, SectionGroup>) =>
      members.slice(1).flatMap((member, index) => {
        const holes = Array.from(
          { length: member - members[index]! - 1 },
          (_, place) => members[index]! + 1 + place,
        );
        return holes.some((hole) => others.has(hole)) ? [] : holes;
      });
    join([kin.before[0]!, ...between(kin.before, byBefore)], between(kin.after, byAfter));
  }
  const single = (b: number | undefined, a: number | undefined): SectionGroup => ({
    before: b === undefined ? [] : [b],
    after: a === undefined ? [] : [a],
    matches: origin,
  });
  const isWhole = (kin: SectionGroup | undefined) => kin && isRun(kin.before) && isRun(kin.after);
  const found = new Set<SectionGroup>();
  for (const a of after.keys()) {
    const kin = byAfter.get(a);
    found.add(isWhole(kin) ? kin! : single(origin.get(a), a));
  }
  for (const b of before.keys()) {
    if (!isWhole(byBefore.get(b)) && !taken.has(b)) found.add(single(b, undefined));
  }
  const kins = [...found];
  if (kins.every((kin) => kin.before.length === 1 && kin.after.length === 1)) return kins;
  const whole: SectionGroup = {
    before: [...before.keys()],
    after: [...after.keys()],
    matches: origin,
  };
  const unlikeOf = (kin: SectionGroup) =>
    countDifferences(
      kin.before.flatMap((b) => leavesOf(before[b]!)),
      kin.after.flatMap((a) => leavesOf(after[a]!)),
      desk,
    );
  let apart = 0;
  for (const kin of kins) apart += yield* unlikeOf(kin);
  return (yield* unlikeOf(whole)) < OTHERWISE_DIVIDED * apart ? [whole] : kins;
}

/** Number of words that differ between two runs of phrasings. */
function* countDifferences(
  before: IndexedBlock['inlineRuns'],
  after: IndexedBlock['inlineRuns'],
  desk: DiffContext,
): Task<number> {
  const keys = (inlineRuns: IndexedBlock['inlineRuns']) => inlineRuns.map(desk.keyOf);
  const words = (inlineRuns: IndexedBlock['inlineRuns']) =>
    inlineRuns.flatMap((leaf) => desk.tokensOf(leaf).keys);
  let count = 0;
  for (const { b0, b1, a0, a1 } of diffSequences(keys(before), keys(after))) {
    yield;
    const hunks = diffSequences(words(before.slice(b0, b1)), words(after.slice(a0, a1)));
    for (const { b0, b1, a0, a1 } of hunks) count += b1 - b0 + a1 - a0;
  }
  return count;
}

function leavesOf({ heading, inlineRuns }: IndexedSection): IndexedBlock['inlineRuns'] {
  return [...heading.inlineRuns, ...inlineRuns];
}

function inDocumentOrder(...members: (readonly number[] | undefined)[]): number[] {
  return [...new Set(members.flatMap((some) => some ?? []))].sort((one, other) => one - other);
}

function isRun(members: readonly number[]): boolean {
  return members[0]! + members.length - 1 === members.at(-1);
}

function ownersOf(parts: readonly IndexedSection[]): Map<number, number> {
  const owners = new Map<number, number>();
  for (const [index, part] of parts.entries()) {
    for (const { key } of [part.heading, ...part.blocks]) {
      if (key >= 0 && !owners.has(key)) owners.set(key, index);
    }
  }
  return owners;
}

/** The section of the other text that most of a section's blocks are found in. */
function ownerOf(
  part: IndexedSection,
  owners: ReadonlyMap<number, number>,
  desk: DiffContext,
): number | undefined {
  const weights = new Map<number, number>();
  let all = 0;
  const count = (unit: IndexedBlock, least: number): void => {
    if (unit.key < 0) return;
    const owner = owners.get(unit.key);
    const weight = unit.inlineRuns.reduce((sum, leaf) => sum + desk.phrasing(leaf).text.length, 0);
    if (owner !== undefined) weights.set(owner, (weights.get(owner) ?? 0) + weight);
    all += owner === undefined ? least * weight : weight;
  };
  count(part.heading, 0);
  for (const unit of part.blocks) count(unit, 1);
  const [best] = [...weights].sort((one, other) => other[1] - one[1]);
  return best && best[1] >= FOUND_ELSEWHERE * all ? best[0] : undefined;
}
