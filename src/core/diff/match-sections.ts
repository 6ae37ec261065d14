/** Pairs each section of the newer text with the ones of the older that it grew from. */

import { slugOf } from '../ids.ts';
import type { Section } from '../policy.ts';
import type { Steps } from '../steps.ts';
import { normalKey } from '../text.ts';
import { withoutNumber } from './numbering.ts';
import { differences } from './sequence.ts';
import { type Desk, likeness, type Unit } from './units.ts';

/** A section, or the text before the first. */
export interface Part {
  readonly section: Section;
  /** The heading as a block of its own: for the text before the first section, the title. */
  readonly heading: Unit;
  readonly units: readonly Unit[];
  readonly leaves: Unit['leaves'];
  /** Equal for bodies of equal words. */
  readonly body: string;
}

/** Neighbouring sections of both texts that hold the same. Usually one and one. */
export interface Kin {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** What each newer section is the same as, the others' kin included. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** Bodies this alike are one section under another name. */
const ALIKE = 0.5;

/** Bodies this alike are one section if their headings are alike too. */
const SOMEWHAT_ALIKE = 0.25;

/** A section was split off or merged into another when this part of its blocks is found there. */
const FOUND_ELSEWHERE = 0.6;

/**
 * Where all sections taken as one text leave less than this part of what pairing them leaves, the
 * text is the same and only its headings changed their level.
 */
const OTHERWISE_DIVIDED = 0.5;

/** Fewer words may be equal by chance. */
const FEW_WORDS = 4;

/** Words looked at while seeking renamed sections: about 20 ms of work on a slow phone. */
const MAX_WORDS_SEEN = 4_000_000;

/** Groups sections by where their words come from; a section without kin is a group by itself. */
export function* matchSections(
  before: readonly Part[],
  after: readonly Part[],
  desk: Desk,
): Steps<Kin[]> {
  const origin = new Map<number, number>([[0, 0]]);
  const taken = new Set<number>([0]);
  const take = (b: number | undefined, a: number): boolean => {
    if (b === undefined || taken.has(b) || origin.has(a)) return false;
    origin.set(a, b);
    taken.add(b);
    return true;
  };
  const looseBefore = () => before.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  const looseAfter = () => after.flatMap((_, index) => (origin.has(index) ? [] : [index]));

  const ids = new Map<string, number>();
  for (const b of looseBefore().reverse()) {
    for (const id of before[b]!.section.aliases) ids.set(id, b);
  }
  for (const b of looseBefore()) ids.set(before[b]!.section.id, b);
  const there = byName(before);
  const here = byName(after);
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
    const a = members.filter((member) => !origin.has(member));
    const b = (there.get(name) ?? []).filter((member) => !taken.has(member));
    if (!name || !a.length || !b.length) continue;
    if (a.length > 1 || b.length > 1) {
      for (const [i, j] of byBody(before, after, b, a, desk)) take(i, j);
      for (const [i, j] of byLikeness(before, after, b, a, ALIKE, desk)) take(i, j);
      const rest = b.filter((member) => !taken.has(member));
      for (const member of a) if (!origin.has(member)) take(rest.shift(), member);
    } else if (!areStrangers(before[b[0]!]!, after[a[0]!]!, desk)) take(b[0], a[0]!);
  }
  yield;
  for (const [i, j] of byBody(before, after, looseBefore(), looseAfter(), desk)) take(i, j);
  const renamed = byLikeness(before, after, looseBefore(), looseAfter(), SOMEWHAT_ALIKE, desk);
  for (const [i, j] of renamed) take(i, j);
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
    const bare = !one.units.length && !other.units.length;
    if (sameId || bare || headingLikeness(one, other, desk) >= ALIKE) take(b, a);
  }
  return gather(before, after, origin, taken, desk);
}

/** What a section is called, its number and spelling apart. */
export function nameOf(heading: string): string {
  return normalKey(withoutNumber(heading)) || normalKey(heading);
}

/** Whether two sections of one name have nothing else in common: the name may have passed on. */
function areStrangers(one: Part, other: Part, desk: Desk): boolean {
  const keys = new Set(one.units.map(({ key }) => key));
  if (one.body === other.body || other.units.some(({ key }) => keys.has(key))) return false;
  const [first, second] = [desk.bag(one), desk.bag(other)];
  if (Math.min(first.length, second.length) < FEW_WORDS) return false;
  return likeness(first, second) < SOMEWHAT_ALIKE;
}

function isDerived({ id, heading }: Section): boolean {
  return slugOf(heading) === id.replace(/-\d+$/, '') || slugOf(heading) === id;
}

function byName(parts: readonly Part[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, part] of parts.entries()) {
    if (!index) continue;
    const key = nameOf(part.section.heading);
    const members = groups.get(key);
    if (members) members.push(index);
    else groups.set(key, [index]);
  }
  return groups;
}

function byBody(
  before: readonly Part[],
  after: readonly Part[],
  b: readonly number[],
  a: readonly number[],
  desk: Desk,
): [number, number][] {
  const bodies = new Map<string, number[]>();
  for (const i of b) {
    const { body } = before[i]!;
    if (desk.bag(before[i]!).length < FEW_WORDS) continue;
    const others = bodies.get(body);
    if (others) others.push(i);
    else bodies.set(body, [i]);
  }
  return a.flatMap((j): [number, number][] => {
    const i = bodies.get(after[j]!.body)?.shift();
    return i === undefined ? [] : [[i, j]];
  });
}

function byLikeness(
  before: readonly Part[],
  after: readonly Part[],
  b: readonly number[],
  a: readonly number[],
  least: number,
  desk: Desk,
): [number, number][] {
  const mass = (parts: readonly Part[], members: readonly number[]) =>
    members.reduce((sum, index) => sum + desk.bag(parts[index]!).length, 0);
  const work = mass(before, b) * a.length + mass(after, a) * b.length;
  const slack = work > MAX_WORDS_SEEN ? (MAX_WORDS_SEEN / work) * b.length : b.length;
  const found: [number, number, number][] = [];
  for (const [place, j] of a.entries()) {
    for (const [other, i] of b.entries()) {
      if (Math.abs(other - (place * b.length) / a.length) > slack) continue;
      const [one, two] = [desk.bag(before[i]!), desk.bag(after[j]!)];
      if (Math.min(one.length, two.length) < FEW_WORDS) continue;
      const like = likeness(one, two);
      if (like < least) continue;
      const heading = headingLikeness(before[i]!, after[j]!, desk);
      if (like >= ALIKE || heading >= ALIKE) found.push([i, j, like + heading]);
    }
  }
  return found.sort((one, two) => two[2] - one[2]).map(([i, j]) => [i, j]);
}

function headingLikeness(one: Part, other: Part, desk: Desk): number {
  return likeness(desk.bag(one.heading), desk.bag(other.heading));
}

/** Adds what was split off and merged in to the pairs. */
function gather(
  before: readonly Part[],
  after: readonly Part[],
  origin: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  desk: Desk,
): Kin[] {
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
  const byBefore = new Map<number, Kin>();
  const byAfter = new Map<number, Kin>();
  const join = (before: readonly number[], after: readonly number[]): void => {
    const all = [...before.map((b) => byBefore.get(b)), ...after.map((a) => byAfter.get(a))];
    const kin: Kin = {
      before: inOrder(before, ...all.map((one) => one?.before)),
      after: inOrder(after, ...all.map((one) => one?.after)),
      pairs: origin,
    };
    for (const member of kin.before) byBefore.set(member, kin);
    for (const member of kin.after) byAfter.set(member, kin);
  };
  for (const [b, a] of links) join([b], [a]);
  // What stands between kin and has none of its own was rewritten along with them.
  for (const kin of new Set(byBefore.values())) {
    const between = (members: readonly number[], others: ReadonlyMap<number, Kin>) =>
      members.slice(1).flatMap((member, index) => {
        const holes = Array.from(
          { length: member - members[index]! - 1 },
          (_, place) => members[index]! + 1 + place,
        );
        return holes.some((hole) => others.has(hole)) ? [] : holes;
      });
    join([kin.before[0]!, ...between(kin.before, byBefore)], between(kin.after, byAfter));
  }
  const single = (b: number | undefined, a: number | undefined): Kin => ({
    before: b === undefined ? [] : [b],
    after: a === undefined ? [] : [a],
    pairs: origin,
  });
  const isWhole = (kin: Kin | undefined) => kin && isRun(kin.before) && isRun(kin.after);
  const found = new Set<Kin>();
  for (const a of after.keys()) {
    const kin = byAfter.get(a);
    found.add(isWhole(kin) ? kin! : single(origin.get(a), a));
  }
  for (const b of before.keys()) {
    if (!isWhole(byBefore.get(b)) && !taken.has(b)) found.add(single(b, undefined));
  }
  const kins = [...found];
  if (kins.every((kin) => kin.before.length === 1 && kin.after.length === 1)) return kins;
  const whole: Kin = { before: [...before.keys()], after: [...after.keys()], pairs: origin };
  const unlikeOf = (kin: Kin) =>
    unlike(
      kin.before.flatMap((b) => leavesOf(before[b]!)),
      kin.after.flatMap((a) => leavesOf(after[a]!)),
      desk,
    );
  const apart = kins.reduce((sum, kin) => sum + unlikeOf(kin), 0);
  return unlikeOf(whole) < OTHERWISE_DIVIDED * apart ? [whole] : kins;
}

/** Number of words that differ between two runs of phrasings. */
function unlike(before: Unit['leaves'], after: Unit['leaves'], desk: Desk): number {
  const keys = (leaves: Unit['leaves']) => leaves.map((leaf) => desk.keyOf(leaf));
  const words = (leaves: Unit['leaves']) =>
    leaves.flatMap((leaf) => desk.phrasing(leaf).words.keys);
  let count = 0;
  for (const [b0, b1, a0, a1] of differences(keys(before), keys(after))) {
    const hunks = differences(words(before.slice(b0, b1)), words(after.slice(a0, a1)));
    for (const [from, to, first, end] of hunks) count += to - from + end - first;
  }
  return count;
}

function leavesOf({ heading, leaves }: Part): Unit['leaves'] {
  return [...heading.leaves, ...leaves];
}

function inOrder(...members: (readonly number[] | undefined)[]): number[] {
  return [...new Set(members.flatMap((some) => some ?? []))].sort((one, other) => one - other);
}

function isRun(members: readonly number[]): boolean {
  return members[0]! + members.length - 1 === members.at(-1);
}

function ownersOf(parts: readonly Part[]): Map<number, number> {
  const owners = new Map<number, number>();
  for (const [index, part] of parts.entries()) {
    for (const { key } of [part.heading, ...part.units]) {
      if (key >= 0 && !owners.has(key)) owners.set(key, index);
    }
  }
  return owners;
}

/** The section of the other text that most of a section's blocks are found in. */
function ownerOf(part: Part, owners: ReadonlyMap<number, number>, desk: Desk): number | undefined {
  const weights = new Map<number, number>();
  let all = 0;
  const count = (unit: Unit, least: number): void => {
    if (unit.key < 0) return;
    const owner = owners.get(unit.key);
    const weight = unit.leaves.reduce((sum, leaf) => sum + desk.phrasing(leaf).text.length, 0);
    if (owner !== undefined) weights.set(owner, (weights.get(owner) ?? 0) + weight);
    all += owner === undefined ? least * weight : weight;
  };
  count(part.heading, 0);
  for (const unit of part.units) count(unit, 1);
  const [best] = [...weights].sort((one, other) => other[1] - one[1]);
  return best && best[1] >= FOUND_ELSEWHERE * all ? best[0] : undefined;
}
