/** Compares two policies, and returns a {@link Comparison} with marks. */

import type { Policy, Section } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import { alignSections } from './align-sections.ts';
import {
  createDiffContext,
  type DiffContext,
  type IndexedSection,
  type SectionHeading,
} from './block-index.ts';
import type { Comparison, SectionComparison } from './comparison.ts';
import { diffGroup } from './diff-sections.ts';
import type { IsSameAddress } from './link-changes.ts';
import { markMovesBetweenSections } from './moved-between-sections.ts';
import { hasSameText } from './same-text.ts';
import type { SectionGroup } from './section-groups.ts';
import { longestIncreasingSubsequence } from './sequence-diff.ts';
import { headChanges, isMinor, summarize, unmarkedSection, withoutMarks } from './summary.ts';

/**
 * Maximum number of changes that are marked. If there are more, marks don't help, so only the
 * changed sections are listed.
 */
const MAX_CHANGES = 200;

/**
 * Compares two versions of a policy. Both must be parsed by this version of the package, because
 * another version might divide the same text differently. So store source texts, not parsed
 * policies.
 */
export function* comparePolicies(before: Policy, after: Policy): Task<Comparison> {
  const comparison = yield* compareInDetail(before, after, MAX_CHANGES);
  return comparison.summary.total > MAX_CHANGES ? summarizeSections(comparison, after) : comparison;
}

/**
 * Compares two versions word by word. Once more than `maxChanges` changes are found, only
 * determines which of the remaining sections changed.
 */
export function* compareInDetail(
  before: Policy,
  after: Policy,
  maxChanges = Infinity,
): Task<Comparison> {
  if (hasSameText(before, after)) return unchangedComparison(before, after);
  const context = createDiffContext(after.language, statedDates(before, after));
  const headedBefore = yield* registerSections(before, context, 'before');
  const headedAfter = yield* registerSections(after, context, 'after');
  const sectionsBefore = yield* indexSections(headedBefore, context);
  const sectionsAfter = yield* indexSections(headedAfter, context);
  const groups = yield* alignSections(sectionsBefore, sectionsAfter, context);
  context.isSameAddress = addressComparer(groups, sectionsBefore, sectionsAfter);
  const inOrder = groups.sort((one, other) => firstAfter(one) - firstAfter(other));
  const stationary = stationaryGroups(inOrder);
  const compared: SectionComparison[] = [];
  const removed: SectionComparison[] = [];
  let changes = 0;
  for (const group of inOrder) {
    const found = yield* diffGroup(group, sectionsBefore, sectionsAfter, context);
    removed.push(...found.removed);
    for (const section of found.sections) {
      // Immaterial changes don't count, because only a detailed comparison shows whether all
      // changes are immaterial.
      if (section.material) changes += section.count;
      const hasMoved = !stationary.has(group) && section.previousId !== null;
      compared.push(hasMoved ? movedSection(section, sectionsBefore) : section);
    }
    context.sectionsOnly = changes > maxChanges;
    yield;
  }
  // Once only sections are compared, some marks are missing, and a block that occurs twice might be
  // mistaken for a moved one.
  const [first, ...sections] = context.sectionsOnly
    ? compared
    : markMovesBetweenSections(compared, before, context);
  const { blocks, count, material, previousHeading } = first!;
  const head = headChanges(before, after).filter(
    ({ field }) => field !== 'title' || previousHeading !== null,
  );
  const intro = { blocks, count, material };
  const parts = { head, intro, sections, removed: placeRemoved(removed, sections, before) };
  const summary = summarize(parts, isMinor(before, after));
  // Only a date on a line of its own counts. A date inside a sentence or in metadata may be about
  // something else.
  const isStated = after.dates.some(({ iso, place }) => place && iso === after.updated);
  const hasSameDate = isStated && before.updated !== null && before.updated === after.updated;
  return { ...parts, detail: 'words', summary, dateUnchanged: summary.material && hasSameDate };
}

/** Sets `removedAfter` of each removed section: the current section that it used to follow. */
function placeRemoved(
  removed: readonly SectionComparison[],
  sections: readonly SectionComparison[],
  before: Policy,
): SectionComparison[] {
  const currentIds = new Map(sections.map(({ previousId, section }) => [previousId, section.id]));
  const places = new Map<string, string | null>();
  let last: string | null = null;
  for (const { id } of before.sections) {
    places.set(id, last);
    last = currentIds.get(id) ?? last;
  }
  return removed.map((comparison) => ({
    ...comparison,
    removedAfter: places.get(comparison.section.id) ?? null,
  }));
}

/**
 * Returns the comparison of two policies with the same words, even if their sections begin at
 * different words.
 */
function unchangedComparison(before: Policy, after: Policy): Comparison {
  const indexById = new Map(before.sections.map(({ id }, index) => [id, index]));
  let last = -1;
  const sections = after.sections.map((section, index) => {
    const byPosition = Math.min(index, before.sections.length - 1);
    last = Math.max(last, indexById.get(section.id) ?? byPosition);
    return unmarkedSection(section, before.sections[last]?.id ?? '');
  });
  const parts = {
    head: headChanges(before, after).filter(({ field }) => field !== 'title'),
    intro: { blocks: after.intro, count: 0, material: false },
    sections,
    removed: [],
  };
  return { ...parts, detail: 'words', summary: summarize(parts, false), dateUnchanged: false };
}

/** Returns a comparison that only lists the changed sections, without marks in their text. */
function summarizeSections(comparison: Comparison, { intro }: Policy): Comparison {
  const parts = {
    ...comparison,
    intro: { ...comparison.intro, blocks: intro, count: Math.min(1, comparison.intro.count) },
    sections: comparison.sections.map(withoutMarks),
  };
  const { material } = comparison.summary;
  return { ...parts, detail: 'sections', summary: summarize(parts, !material) };
}

/** A section with its heading as a block. */
interface HeadedSection {
  readonly section: Section;
  readonly heading: SectionHeading;
}

/** Registers the texts of one version, so that equal texts in both versions get equal keys. */
function* registerSections(
  { title, intro, sections }: Policy,
  context: DiffContext,
  version: 'before' | 'after',
): Task<HeadedSection[]> {
  const headed = [introSection(title ?? '', intro), ...sections].map(
    (section, index): HeadedSection => ({
      section,
      heading: {
        type: 'heading',
        depth: 1,
        role: index ? 'section' : 'title',
        children: section.headingContent,
      },
    }),
  );
  for (const { section, heading } of headed) {
    context.registerTexts([heading, ...section.blocks], version);
    yield;
  }
  return headed;
}

/**
 * Returns the text before the first section as a section without an id, with the title as its
 * heading.
 */
function introSection(title: string, blocks: Policy['intro']): Section {
  return {
    id: '',
    aliases: [],
    heading: title,
    headingContent: [{ type: 'text', text: title }],
    summary: null,
    updated: null,
    blocks,
  };
}

/** Prepares sections for comparison, once the texts of both versions are registered. */
function* indexSections(
  headed: readonly HeadedSection[],
  { indexBlock }: DiffContext,
): Task<IndexedSection[]> {
  const sections: IndexedSection[] = [];
  for (const { section, heading } of headed) {
    yield;
    const blocks = section.blocks.map(indexBlock);
    const keys = blocks.map(({ key }) => key).filter((key) => key >= 0);
    sections.push({
      section,
      heading: { ...indexBlock(heading), node: heading },
      blocks,
      inlineRuns: blocks.flatMap(({ inlineRuns }) => inlineRuns),
      bodyKey: keys.join(),
    });
  }
  return sections;
}

function firstAfter({ after }: SectionGroup): number {
  return after[0] ?? Number.MAX_SAFE_INTEGER;
}

/**
 * Returns the largest possible set of groups that kept their order. All other groups have moved.
 */
function stationaryGroups(inOrder: readonly SectionGroup[]): Set<SectionGroup> {
  const kept = inOrder.filter(({ before, after }) => before.length && after.length);
  const indexes = longestIncreasingSubsequence(kept.map(({ before }) => before[0]!));
  return new Set(indexes.map((index) => kept[index]!));
}

function movedSection(
  comparison: SectionComparison,
  before: readonly IndexedSection[],
): SectionComparison {
  const index = before.findIndex(({ section }) => section.id === comparison.previousId);
  return {
    ...comparison,
    kinds: ['moved', ...comparison.kinds],
    movedAfter: index > 1 ? before[index - 1]!.section.heading : null,
  };
}

/**
 * Returns a function that determines whether an `#id` in the older version and one in the newer
 * version lead to the same section.
 */
function addressComparer(
  groups: readonly SectionGroup[],
  before: readonly IndexedSection[],
  after: readonly IndexedSection[],
): IsSameAddress {
  const newAddresses = new Map<string, string>();
  for (const group of groups) {
    const newer = after[group.after[0] ?? -1];
    if (!newer) continue;
    for (const b of group.before) {
      newAddresses.set(`#${before[b]!.section.id}`, `#${newer.section.id}`);
    }
  }
  const addressesAfter = new Set(after.map(({ section }) => `#${section.id}`));
  return (older, newer) =>
    !newAddresses.has(older) || !addressesAfter.has(newer) || newAddresses.get(older) === newer;
}

/** Returns the dates that policies state in their texts, as written. */
function statedDates(...policies: readonly Policy[]): string[] {
  return policies.flatMap(({ dates }) =>
    dates.filter(({ from }) => from === 'text').map(({ text }) => text),
  );
}
