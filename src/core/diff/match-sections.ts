/** Pairs each section of the newer text with the ones of the older that it grew from. */

import { slugOf } from '../ids.ts';
import type { Section } from '../policy.ts';
import type { Steps } from '../steps.ts';
import { normalKey } from '../text.ts';
import { withoutNumber } from './numbering.ts';
import { type Desk, lengthOf, likeness } from './units.ts';
import { gatherKin, type Kin, type Part } from './kin.ts';

/** Bodies this alike are one section under another name. */
const ALIKE = 0.5;

/** Bodies this alike are one section if their headings are alike too. */
const SOMEWHAT_ALIKE = 0.25;

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
    yield;
    const a = members.filter((member) => !origin.has(member));
    const b = (there.get(name) ?? []).filter((member) => !taken.has(member));
    if (!name || !a.length || !b.length) continue;
    if (a.length > 1 || b.length > 1) {
      takeAll(byBody(before, after, b, a, desk));
      takeAll(yield* byLikeness(before, after, b, a, ALIKE, desk));
      const rest = b.filter((member) => !taken.has(member));
      for (const member of a) if (!origin.has(member)) take(rest.shift(), member);
    } else if (!areStrangers(before[b[0]!]!, after[a[0]!]!, desk)) take(b[0], a[0]!);
  }
  takeAll(byBody(before, after, looseBefore(), looseAfter(), desk));
  takeAll(yield* byLikeness(before, after, looseBefore(), looseAfter(), SOMEWHAT_ALIKE, desk));
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
  return yield* gatherKin(before, after, origin, taken, desk);
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

function byBody(
  before: readonly Part[],
  after: readonly Part[],
  b: readonly number[],
  a: readonly number[],
  desk: Desk,
): [number, number][] {
  const bodies = new Map<string, number[]>();
  for (const i of b) {
    if (desk.bag(before[i]!).length >= FEW_WORDS) put(bodies, before[i]!.body, i);
  }
  return a.flatMap((j): [number, number][] => {
    const i = bodies.get(after[j]!.body)?.shift();
    return i === undefined ? [] : [[i, j]];
  });
}

function* byLikeness(
  before: readonly Part[],
  after: readonly Part[],
  b: readonly number[],
  a: readonly number[],
  least: number,
  desk: Desk,
): Steps<(readonly [number, number, number])[]> {
  const mass = (parts: readonly Part[], members: readonly number[]) =>
    lengthOf(members.map((index) => desk.bag(parts[index]!)));
  const work = mass(before, b) * a.length + mass(after, a) * b.length;
  const slack = work > MAX_WORDS_SEEN ? (MAX_WORDS_SEEN / work) * b.length : b.length;
  const found: (readonly [number, number, number])[] = [];
  for (const [place, j] of a.entries()) {
    yield;
    const near = b.filter((_, at) => Math.abs(at - (place * b.length) / a.length) <= slack);
    const bag = desk.bag(after[j]!);
    const likes = near.map((i) => {
      const other = desk.bag(before[i]!);
      return Math.min(bag.length, other.length) < FEW_WORDS ? 0 : likeness(bag, other);
    });
    near.forEach((i, at) => {
      const like = likes[at]!;
      if (like < least) return;
      const heading = headingLikeness(before[i]!, after[j]!, desk);
      if (like >= ALIKE || heading >= ALIKE) found.push([i, j, like + heading]);
    });
  }
  return found.sort((one, two) => two[2] - one[2]);
}

function headingLikeness(one: Part, other: Part, desk: Desk): number {
  return likeness(desk.bag(one.heading), desk.bag(other.heading));
}
