/** Compares the sections of one group of kin. */

import type { Task } from '../tasks.ts';
import { inlineText } from '../model/text.ts';
import { diffBlocks } from './diff-blocks.ts';
import { type BlockDiffContext, markWhole } from './diff-inlines.ts';
import type { SectionComparison } from './comparison.ts';
import { type ComparedSections, diffAsOneFlow } from './diff-merged-sections.ts';
import type { SectionGroup, IndexedSection } from './section-groups.ts';
import { markedSection, wholeSection } from './section-marks.ts';

/** The sections of one group: those of the newer text in order, and those that are gone. */
export function* diffGroup(
  { before, after, matches: pairs }: SectionGroup,
  older: readonly IndexedSection[],
  newer: readonly IndexedSection[],
  comparing: BlockDiffContext,
): Task<ComparedSections> {
  const [b, a] = [before.map((index) => older[index]!), after.map((index) => newer[index]!)];
  const [one, other] = [b[0], a[0]];
  if (one && other) {
    const several = b.length > 1 || a.length > 1;
    const differ = one.heading.key !== other.heading.key;
    const intro = after[0] === 0;
    const apart = b.length < older.length || a.length < newer.length;
    const titled = intro && differ && (yield* diffAsOneFlow(b, a, comparing, true, apart));
    if (titled) return titled;
    if (several || (!intro && differ && headingFlows(one, other, comparing))) {
      const found = yield* diffAsOneFlow(b, a, comparing, false, apart);
      if (found && intro && differ) {
        const [first, ...rest] = found.sections;
        return { ...found, sections: [{ ...first!, previousHeading: '' }, ...rest] };
      }
      if (found) return found;
    }
  }
  // Its words, however its blocks divide them.
  const wordsIn = ({ inlineRuns }: IndexedSection) =>
    String(inlineRuns.map((leaf) => comparing.tokensOf(leaf).keys));
  const sections: SectionComparison[] = [];
  for (const [index, part] of a.entries()) {
    const twin = older[pairs.get(after[index]!) ?? -1];
    if (twin) {
      const blocks =
        comparing.sectionsOnly && wordsIn(twin) !== wordsIn(part)
          ? [...twin.blocks, ...part.blocks].map((unit) => markWhole('added', unit, comparing))
          : yield* diffBlocks(twin.section.blocks, part.section.blocks, comparing);
      const same = twin.heading.key === part.heading.key;
      const heading = same ? null : inlineText(twin.section.headingContent);
      sections.push(markedSection(part, twin, blocks, heading, comparing));
    } else sections.push(wholeSection(part, 'added'));
  }
  const paired = new Set(pairs.values());
  const gone = b.filter((_, index) => !paired.has(before[index]!));
  return { sections, removed: gone.map((part) => wholeSection(part, 'removed')) };
}

/** Whether the end of one heading is the start of the other's body: a line broken elsewhere. */
function headingFlows(
  one: IndexedSection,
  other: IndexedSection,
  { tokensOf: wordsOf }: BlockDiffContext,
): boolean {
  const words = ({ inlineRuns }: Pick<IndexedSection, 'inlineRuns'>) =>
    inlineRuns[0] ? wordsOf(inlineRuns[0]).keys : [];
  const [short, long] = [one, other].sort(
    (first, second) => words(first.heading).length - words(second.heading).length,
  ) as [IndexedSection, IndexedSection];
  const start = words(short.heading);
  const rest = words(short);
  return words(long.heading).every((key, at) => key === (start[at] ?? rest[at - start.length]));
}
