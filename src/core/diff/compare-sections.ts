/** Compares the sections of one group of kin. */

import type { Steps } from '../steps.ts';
import { phrasingText } from '../text.ts';
import { compareBlocks } from './blocks.ts';
import { type Comparing, wholly } from './mark-blocks.ts';
import type { SectionComparison } from './changes.ts';
import { type ComparedSections, compareTogether } from './compare-together.ts';
import type { Kin, Part } from './kin.ts';
import { markedSection, wholeSection } from './section-marks.ts';

/** The sections of one group: those of the newer text in order, and those that are gone. */
export function* compareKin(
  { before, after, pairs }: Kin,
  older: readonly Part[],
  newer: readonly Part[],
  comparing: Comparing,
): Steps<ComparedSections> {
  const [b, a] = [before.map((index) => older[index]!), after.map((index) => newer[index]!)];
  const [one, other] = [b[0], a[0]];
  if (one && other) {
    const several = b.length > 1 || a.length > 1;
    const differ = one.heading.key !== other.heading.key;
    const intro = after[0] === 0;
    const apart = b.length < older.length || a.length < newer.length;
    const titled = intro && differ && (yield* compareTogether(b, a, comparing, true, apart));
    if (titled) return titled;
    if (several || (!intro && differ && headingFlows(one, other, comparing))) {
      const found = yield* compareTogether(b, a, comparing, false, apart);
      if (found && intro && differ) {
        const [first, ...rest] = found.sections;
        return { ...found, sections: [{ ...first!, previousHeading: '' }, ...rest] };
      }
      if (found) return found;
    }
  }
  // Its words, however its blocks divide them.
  const wordsIn = ({ leaves }: Part) => String(leaves.map((leaf) => comparing.wordsOf(leaf).keys));
  const sections: SectionComparison[] = [];
  for (const [index, part] of a.entries()) {
    const twin = older[pairs.get(after[index]!) ?? -1];
    if (twin) {
      const blocks =
        comparing.inOutline && wordsIn(twin) !== wordsIn(part)
          ? [...twin.units, ...part.units].map((unit) => wholly('added', unit, comparing))
          : yield* compareBlocks(twin.section.blocks, part.section.blocks, comparing);
      const same = twin.heading.key === part.heading.key;
      const heading = same ? null : phrasingText(twin.section.headingContent);
      sections.push(markedSection(part, twin, blocks, heading, comparing));
    } else sections.push(wholeSection(part, 'added'));
  }
  const paired = new Set(pairs.values());
  const gone = b.filter((_, index) => !paired.has(before[index]!));
  return { sections, removed: gone.map((part) => wholeSection(part, 'removed')) };
}

/** Whether the end of one heading is the start of the other's body: a line broken elsewhere. */
function headingFlows(one: Part, other: Part, { wordsOf }: Comparing): boolean {
  const words = ({ leaves }: Pick<Part, 'leaves'>) => (leaves[0] ? wordsOf(leaves[0]).keys : []);
  const [short, long] = [one, other].sort(
    (first, second) => words(first.heading).length - words(second.heading).length,
  ) as [Part, Part];
  const start = words(short.heading);
  const rest = words(short);
  return words(long.heading).every((key, at) => key === (start[at] ?? rest[at - start.length]));
}
