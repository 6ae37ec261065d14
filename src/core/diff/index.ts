/** The one entrance to comparing: two policies become one marked {@link Comparison}. */

import type { Heading, Policy } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import type { BlockDiffContext } from './diff-inlines.ts';
import type { Comparison, SectionComparison } from './comparison.ts';
import { diffGroup } from './diff-sections.ts';
import { SECTION_HEADING, TITLE } from './diff-merged-sections.ts';
import type { SectionGroup, IndexedSection } from './section-groups.ts';
import { alignSections } from './align-sections.ts';
import { withoutCount } from './numbering.ts';
import { longestIncreasingSubsequence } from './sequence-diff.ts';
import { hasSameText } from './same-text.ts';
import { headingOnly, summarised, unmarkedSection } from './section-marks.ts';
import { headChanges, isMinor, summarize } from './summary.ts';
import { type DiffContext, createDiffContext } from './block-index.ts';

/** With more changes than this, marks no longer help anybody: only sections are told. */
const MAX_CHANGES = 200;

const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Compares two versions of a policy in steps. Both must have been read by this very version of the
 * element; that is why texts are remembered, not trees.
 */
export function* comparePolicies(before: Policy, after: Policy): Task<Comparison> {
  const comparison = yield* compareInDetail(before, after, MAX_CHANGES);
  return comparison.summary.total > MAX_CHANGES ? summarizeSections(comparison, after) : comparison;
}

/** Compares two versions in every word, until more than so many changes are found. */
export function* compareInDetail(before: Policy, after: Policy, most = Infinity): Task<Comparison> {
  if (hasSameText(before, after)) return unchanged(before, after);
  const desk = createDiffContext(after.language);
  const keyOlder = yield* indexPolicy(before, desk, 1);
  const keyNewer = yield* indexPolicy(after, desk, 2);
  const older = yield* keyOlder();
  const newer = yield* keyNewer();
  const kin = yield* alignSections(older, newer, desk);
  const comparing: BlockDiffContext = {
    ...desk,
    previousOf: new Map(),
    sameAddress: addressesBetween(kin, older, newer),
    withoutDates: datesOf(before, after),
  };
  kin.sort((one, other) => (one.after[0] ?? LAST) - (other.after[0] ?? LAST));
  const kept = kin.filter((group) => group.before.length && group.after.length);
  const stayed = new Set(
    longestIncreasingSubsequence(kept.map((group) => group.before[0]!)).map((at) => kept[at]),
  );
  const compared: SectionComparison[] = [];
  const removed: SectionComparison[] = [];
  let found = 0;
  for (const group of kin) {
    const told = yield* diffGroup(group, older, newer, comparing);
    removed.push(...told.removed);
    for (const comparison of told.sections) {
      // What is not material may yet be all that changed.
      if (comparison.material) found += comparison.count;
      const still = stayed.has(group) || comparison.previousId === null;
      compared.push(still ? comparison : moved(comparison, older));
    }
    comparing.sectionsOnly = found > most;
    yield;
  }
  const [{ blocks, count, material, previousHeading }, ...sections] = compared as [
    SectionComparison,
    ...SectionComparison[],
  ];
  const intro = { blocks, count, material };
  const head = headChanges(before, after).filter(
    ({ field }) => field !== 'title' || previousHeading !== null,
  );
  const parts = { head, intro, sections, removed };
  const summary = summarize(parts, isMinor(before, after));
  return {
    ...parts,
    detail: 'words',
    summary,
    dateUnchanged: summary.material && before.updated !== null && before.updated === after.updated,
  };
}

/** What is told of two texts that say the same, however they are divided. */
function unchanged(before: Policy, after: Policy): Comparison {
  const places = new Map(before.sections.map(({ id }, place) => [id, place]));
  let last = -1;
  const sections = after.sections.map((section, index) => {
    last = Math.max(last, places.get(section.id) ?? Math.min(index, before.sections.length - 1));
    return unmarkedSection(section, before.sections[last]?.id ?? '');
  });
  const parts = {
    head: headChanges(before, after).filter(({ field }) => field !== 'title'),
    intro: { blocks: after.intro, count: 0, material: false },
    sections,
    removed: [],
  };
  const summary = summarize(parts, false);
  return { ...parts, detail: 'words', summary, dateUnchanged: false };
}

/** The same comparison with nothing marked inside the sections. */
function summarizeSections(comparison: Comparison, { intro }: Policy): Comparison {
  const parts = {
    ...comparison,
    intro: { ...comparison.intro, blocks: intro, count: Math.min(1, comparison.intro.count) },
    sections: comparison.sections.map(summarised),
  };
  const { material } = comparison.summary;
  return { ...parts, detail: 'sections', summary: summarize(parts, !material) };
}

/** The sections of a policy as parts; its title heads the text before the first. */
function* indexPolicy(
  policy: Policy,
  desk: DiffContext,
  side: 1 | 2,
): Task<() => Task<IndexedSection[]>> {
  const intro = { ...headingOnly('', policy.title ?? ''), blocks: policy.intro };
  const headed = [intro, ...policy.sections].map((section, index) => {
    const heading: Heading = {
      type: 'heading',
      depth: 1,
      id: index ? SECTION_HEADING : TITLE,
      children: section.headingContent,
    };
    return { section, heading };
  });
  for (const { section, heading } of headed) {
    desk.registerTexts([heading, ...section.blocks], side);
    yield;
  }
  return function* () {
    const parts: IndexedSection[] = [];
    for (const { section, heading } of headed) {
      yield;
      const units = section.blocks.map(desk.indexBlock);
      parts.push({
        section,
        heading: desk.indexBlock(heading),
        blocks: units,
        inlineRuns: units.flatMap(({ inlineRuns }) => inlineRuns),
        body: units
          .map(({ key }) => key)
          .filter((key) => key >= 0)
          .join(),
      });
    }
    return parts;
  };
}

function moved(comparison: SectionComparison, older: readonly IndexedSection[]): SectionComparison {
  const place = older.findIndex(({ section }) => section.id === comparison.previousId);
  return {
    ...comparison,
    kinds: ['moved', ...comparison.kinds],
    movedAfter: place > 1 ? older[place - 1]!.section.heading : null,
  };
}

/** Whether links within the documents lead to one section, as far as they lead to sections. */
function addressesBetween(
  kin: readonly SectionGroup[],
  older: readonly IndexedSection[],
  newer: readonly IndexedSection[],
): BlockDiffContext['sameAddress'] {
  const ids = new Map<string, string>();
  for (const { before, after } of kin) {
    const place = newer[after[0] ?? -1];
    if (place) for (const b of before) ids.set(`#${older[b]!.section.id}`, `#${place.section.id}`);
  }
  const places = new Set(newer.map(({ section }) => `#${section.id}`));
  return (was, is) => !ids.has(was) || !places.has(is) || ids.get(was) === is;
}

/** Takes from a text its number and the dates that a policy states of itself. */
function datesOf(...policies: readonly Policy[]): BlockDiffContext['withoutDates'] {
  const stated = policies
    .flatMap(({ dates }) => dates.filter(({ from }) => from === 'text').map(({ text }) => text))
    .sort((one, other) => other.length - one.length);
  return (text) => stated.reduce((rest, date) => rest.replaceAll(date, ' '), withoutCount(text));
}
