/** Diffs the sections of one group. */

import { inlineText } from '../model/text.ts';
import type { Task } from '../tasks.ts';
import type { DiffContext, IndexedSection } from './block-index.ts';
import type { SectionComparison } from './comparison.ts';
import { diffBlocks } from './diff-blocks.ts';
import { markAdded } from './diff-inlines.ts';
import { type ComparedSections, diffAsOneFlow } from './diff-merged-sections.ts';
import type { SectionGroup } from './section-groups.ts';
import { markedSection, wholeSection } from './summary.ts';

/** Diffs the sections of one group, given all sections of both versions. */
export function* diffGroup(
  group: SectionGroup,
  before: readonly IndexedSection[],
  after: readonly IndexedSection[],
  context: DiffContext,
): Task<ComparedSections> {
  const b = group.before.map((index) => before[index]!);
  const a = group.after.map((index) => after[index]!);
  const isPartial = b.length < before.length || a.length < after.length;
  const found = yield* diffMerged(b, a, isPartial, context);
  if (found) return found;
  const sections: SectionComparison[] = [];
  for (const [index, section] of a.entries()) {
    const counterpart = before[group.matches.get(group.after[index]!) ?? -1];
    sections.push(
      counterpart
        ? yield* diffSection(counterpart, section, context)
        : wholeSection(section, 'added', context),
    );
  }
  const matched = new Set(group.matches.values());
  const removed = b.filter((_, index) => !matched.has(group.before[index]!));
  return { sections, removed: removed.map((section) => wholeSection(section, 'removed', context)) };
}

/** Diffs sections as one flow if text or headings moved between them. Returns null otherwise. */
function* diffMerged(
  b: readonly IndexedSection[],
  a: readonly IndexedSection[],
  isPartial: boolean,
  context: DiffContext,
): Task<ComparedSections | null> {
  const [older, newer] = [b[0], a[0]];
  if (!older || !newer) return null;
  const hasOtherHeading = older.heading.key !== newer.heading.key;
  const hasOtherTitle = hasOtherHeading && newer.heading.node.role === 'title';
  if (hasOtherTitle) {
    const found = yield* diffAsOneFlow(b, a, context, { includeTitle: true, isPartial });
    if (found) return found;
  }
  const isHeadingWrapped =
    hasOtherHeading && !hasOtherTitle && continuesInBody(older, newer, context);
  if (b.length === 1 && a.length === 1 && !isHeadingWrapped) return null;
  const found = yield* diffAsOneFlow(b, a, context, { includeTitle: false, isPartial });
  if (!found || !hasOtherTitle) return found;
  // An empty string instead of null, so that the title counts as changed.
  const [intro, ...sections] = found.sections;
  return { ...found, sections: [{ ...intro!, previousHeading: '' }, ...sections] };
}

/** Diffs the older and the newer version of a section. */
function* diffSection(
  before: IndexedSection,
  after: IndexedSection,
  context: DiffContext,
): Task<SectionComparison> {
  const idsOf = ({ inlineRuns }: IndexedSection) =>
    String(inlineRuns.map((run) => context.tokensOf(run).ids));
  // The marks will not be shown, so it is enough to mark anything at all as changed.
  const blocks =
    context.sectionsOnly && idsOf(before) !== idsOf(after)
      ? markAdded([...before.blocks, ...after.blocks], context)
      : yield* diffBlocks(before.section.blocks, after.section.blocks, context);
  const hasSameHeading = before.heading.key === after.heading.key;
  const previousHeading = hasSameHeading ? null : inlineText(before.section.headingContent);
  return markedSection(after, before, blocks, previousHeading, context);
}

/**
 * Whether the longer of two headings is the shorter one plus the start of its section's text,
 * because only a line break moved.
 */
function continuesInBody(
  older: IndexedSection,
  newer: IndexedSection,
  { tokensOf }: DiffContext,
): boolean {
  const idsOf = ({ inlineRuns }: Pick<IndexedSection, 'inlineRuns'>) =>
    inlineRuns[0] ? tokensOf(inlineRuns[0]).ids : [];
  const [short, long] = [older, newer].sort(
    (one, other) => idsOf(one.heading).length - idsOf(other.heading).length,
  ) as [IndexedSection, IndexedSection];
  const start = idsOf(short.heading);
  const body = idsOf(short);
  return idsOf(long.heading).every((id, at) => id === (start[at] ?? body[at - start.length]));
}
