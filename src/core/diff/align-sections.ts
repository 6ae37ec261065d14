/** Pairs each section of the newer text with the ones of the older that it grew from. */

import { slugOf } from '../model/ids.ts';
import type { Section } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import { comparisonKey } from '../model/text.ts';
import { withoutNumber } from './numbering.ts';
import { type DiffContext, bagSize, similarity } from './block-index.ts';
import { groupSplitAndMerged, type SectionGroup, type IndexedSection } from './section-groups.ts';

/** Bodies this alike are one section under another name. */
const SIMILAR = 0.5;

/** Bodies this alike are one section if their headings are alike too. */
const MIN_SIMILARITY = 0.25;

/** Fewer words may be equal by chance. */
const FEW_WORDS = 4;

/** Words looked at while seeking renamed sections: about 20 ms of work on a slow phone. */
const MAX_WORDS_SEEN = 4_000_000;

/** Groups sections by where their words come from; a section without kin is a group by itself. */
export function* alignSections(
  before: readonly IndexedSection[],
  after: readonly IndexedSection[],
  desk: DiffContext,
): Task<SectionGroup[]> {
  const origin = new Map<number, number>([[0, 0]]);
  const taken = new Set<number>([0]);
  const take = (b: number | undefined, a: number): boolean => {
    if (b === undefined || taken.has(b) || origin.has(a)) return false;
    origin.set(a, b);
    taken.add(b);
    return true;
  };
  const takeAll = (found: readonly (readonly [b: number, a: number, ...unknown[]])[]) => {
    for (const [b, a] of found) take(b, a);
  };
  const looseBefore = () => before.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  const looseAfter = () => after.flatMap((_, index) => (origin.has(index) ? [] : [index]));

  const ids = new Map<string, number>();
  for (const b of looseBefore().reverse()) {
    for (const id of before[b]!.section.aliases) ids.set(id, b);
  }
  for (const b of looseBefore()) ids.set(before[b]!.section.id, b);
  const there = matchByName(before);
  const here = matchByName(after);
  for (const a of looseAfter()) {
    const { section } = after[a]!;
    const name = nameOf(section.heading);
    const repeated = (there.get(name)?.length ?? 0) > 1 || here.get(name)!.length > 1;
    // Ids that count, and those of repeated headings, pass on to a neighbour when one is added.
    const counted = /\d$/.test(section.id);
    if (!(repeated && isDerived(section)) && !counted) take(ids.get(section.id), a);
    for (const id of section.aliases) take(ids.get(id), a);
  }
  for (const [name, members] of here) {
    yield;
    const a = members.filter((member) => !origin.has(member));
    const b = (there.get(name) ?? []).filter((member) => !taken.has(member));
    if (!name || !a.length || !b.length) continue;
    if (a.length > 1 || b.length > 1) {
      takeAll(matchByBody(before, after, b, a, desk));
      takeAll(yield* matchBySimilarity(before, after, b, a, SIMILAR, desk));
      const rest = b.filter((member) => !taken.has(member));
      for (const member of a) if (!origin.has(member)) take(rest.shift(), member);
    } else if (!haveNothingInCommon(before[b[0]!]!, after[a[0]!]!, desk)) take(b[0], a[0]!);
  }
  takeAll(matchByBody(before, after, looseBefore(), looseAfter(), desk));
  takeAll(
    yield* matchBySimilarity(before, after, looseBefore(), looseAfter(), MIN_SIMILARITY, desk),
  );
  for (const a of looseAfter()) {
    const b = there.get(nameOf(after[a]!.section.heading)) ?? [];
    take(
      b.find((member) => !taken.has(member)),
      a,
    );
  }
  yield;
  for (const a of looseAfter()) {
    const b = (origin.get(a - 1) ?? -2) + 1;
    if (!before[b] || taken.has(b)) continue;
    const [one, other] = [before[b], after[a]!];
    const sameId = one.section.id === other.section.id;
    const bare = !one.blocks.length && !other.blocks.length;
    if (sameId || bare || headingSimilarity(one, other, desk) >= SIMILAR) take(b, a);
  }
  return yield* groupSplitAndMerged(before, after, origin, taken, desk);
}

/** What a section is called, its number and spelling apart. */
export function nameOf(heading: string): string {
  return comparisonKey(withoutNumber(heading)) || comparisonKey(heading);
}

/** Whether two sections of one name have nothing else in common: the name may have passed on. */
function haveNothingInCommon(
  one: IndexedSection,
  other: IndexedSection,
  desk: DiffContext,
): boolean {
  const keys = new Set(one.blocks.map(({ key }) => key));
  if (one.body === other.body || other.blocks.some(({ key }) => keys.has(key))) return false;
  const [first, second] = [desk.tokenBag(one), desk.tokenBag(other)];
  if (Math.min(first.length, second.length) < FEW_WORDS) return false;
  return similarity(first, second) < MIN_SIMILARITY;
}

function isDerived({ id, heading }: Section): boolean {
  return slugOf(heading) === id.replace(/-\d+$/, '') || slugOf(heading) === id;
}

function matchByName(parts: readonly IndexedSection[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, { section }] of parts.entries()) {
    if (index) put(groups, nameOf(section.heading), index);
  }
  return groups;
}

function put(groups: Map<string, number[]>, name: string, member: number): void {
  const members = groups.get(name);
  if (members) members.push(member);
  else groups.set(name, [member]);
}

function matchByBody(
  before: readonly IndexedSection[],
  after: readonly IndexedSection[],
  b: readonly number[],
  a: readonly number[],
  desk: DiffContext,
): [number, number][] {
  const bodies = new Map<string, number[]>();
  for (const i of b) {
    if (desk.tokenBag(before[i]!).length >= FEW_WORDS) put(bodies, before[i]!.body, i);
  }
  return a.flatMap((j): [number, number][] => {
    const i = bodies.get(after[j]!.body)?.shift();
    return i === undefined ? [] : [[i, j]];
  });
}

function* matchBySimilarity(
  before: readonly IndexedSection[],
  after: readonly IndexedSection[],
  b: readonly number[],
  a: readonly number[],
  least: number,
  desk: DiffContext,
): Task<(readonly [number, number, number])[]> {
  const mass = (parts: readonly IndexedSection[], members: readonly number[]) =>
    bagSize(members.map((index) => desk.tokenBag(parts[index]!)));
  const work = mass(before, b) * a.length + mass(after, a) * b.length;
  const slack = work > MAX_WORDS_SEEN ? (MAX_WORDS_SEEN / work) * b.length : b.length;
  const found: (readonly [number, number, number])[] = [];
  for (const [place, j] of a.entries()) {
    yield;
    const near = b.filter((_, at) => Math.abs(at - (place * b.length) / a.length) <= slack);
    const bag = desk.tokenBag(after[j]!);
    const likes = near.map((i) => {
      const other = desk.tokenBag(before[i]!);
      return Math.min(bag.length, other.length) < FEW_WORDS ? 0 : similarity(bag, other);
    });
    near.forEach((i, at) => {
      const like = likes[at]!;
      if (like < least) return;
      const heading = headingSimilarity(before[i]!, after[j]!, desk);
      if (like >= SIMILAR || heading >= SIMILAR) found.push([i, j, like + heading]);
    });
  }
  return found.sort((one, two) => two[2] - one[2]);
}

function headingSimilarity(one: IndexedSection, other: IndexedSection, desk: DiffContext): number {
  return similarity(desk.tokenBag(one.heading), desk.tokenBag(other.heading));
}
