/** Describes the changes of each section, and of the whole policy. */

import type { Block, BlockNode, HistoryEntry, Policy, Section } from '../model/policy.ts';
import { collapseWhitespace, comparisonKey, inlineText } from '../model/text.ts';
import { childrenOf, type DiffContext, type IndexedSection } from './block-index.ts';
import type {
  Comparison,
  HeadChange,
  SectionChange,
  SectionChangeKind,
  SectionComparison,
} from './comparison.ts';
import { stateOnlyDates } from './date-lines.ts';
import { headingNumber, headingWithoutNumber } from './numbering.ts';
import { normalizedWords } from './tokens.ts';

/** Describes a section that only one version has. */
export function wholeSection(
  { section, heading, inlineRuns }: IndexedSection,
  kind: 'added' | 'removed',
  context: DiffContext,
): SectionComparison {
  const runs = [...heading.inlineRuns, ...inlineRuns];
  return {
    ...unmarkedSection(section),
    kinds: [kind],
    previousId: kind === 'added' ? null : section.id,
    count: 1,
    material: runs.length > 0 && !stateOnlyDates(runs, context, false),
  };
}

/**
 * Describes a section that both versions have. `previousHeading` is null if the heading did not
 * change.
 */
export function markedSection(
  after: IndexedSection,
  before: IndexedSection,
  blocks: readonly BlockNode[],
  previousHeading: string | null,
  { withoutDates }: DiffContext,
  split: { readonly kinds: readonly SectionChangeKind[]; readonly origins: readonly string[] } = {
    kinds: [],
    origins: [],
  },
): SectionComparison {
  const { section } = after;
  const kinds = new Set(split.kinds);
  let { count, material } = countChanges(blocks === section.blocks ? [] : blocks);
  if (count) kinds.add('changed');
  if (kinds.has('split')) {
    count++;
    material = true;
  }
  // A changed title is not counted here, but as a change of the head.
  if (previousHeading !== null && section.id) {
    const heading = inlineText(section.headingContent);
    const differsIn = (keyOf: (text: string) => string) =>
      keyOf(previousHeading) !== keyOf(heading);
    if (differsIn((text) => wordsKey(withoutDates(headingWithoutNumber(text))))) {
      kinds.add('renamed');
      count++;
      material = true;
    }
    if (differsIn((text) => comparisonKey(headingNumber(text)))) kinds.add('renumbered');
  }
  return {
    ...unmarkedSection(section),
    kinds: [...kinds],
    previousId: before.section.id,
    previousHeading: previousHeading === null ? null : collapseWhitespace(previousHeading),
    origins: split.kinds.length ? split.origins : [],
    blocks: blocks as readonly Block[],
    count,
    material,
  };
}

/**
 * Returns a key of the words in a heading. Hyphens separate words; other punctuation is ignored.
 */
function wordsKey(text: string): string {
  return normalizedWords(text)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ');
}

/** Counts the changed blocks among some blocks and their descendants. */
export function countChanges(blocks: readonly BlockNode[]): { count: number; material: boolean } {
  let count = 0;
  let material = false;
  for (const block of blocks) {
    if (block.change) {
      count++;
      material ||= block.change.material;
    }
    const inner = countChanges(childrenOf(block));
    count += inner.count;
    material ||= inner.material;
  }
  return { count, material };
}

/** Describes a section that did not change. */
export function unmarkedSection(
  section: Section,
  previousId: string | null = section.id,
): SectionComparison {
  return {
    section,
    kinds: [],
    previousId,
    previousHeading: null,
    movedAfter: null,
    origins: [],
    blocks: section.blocks,
    count: 0,
    material: false,
  };
}

/** Returns a comparison of a section without its marks. */
export function withoutMarks(comparison: SectionComparison): SectionComparison {
  const { section, kinds } = comparison;
  return { ...comparison, blocks: section.blocks, count: +kinds.some((kind) => kind !== 'moved') };
}

/** The facts that are shown above the text. */
export type PolicyHead = Pick<Policy, HeadChange['field']>;

/** Returns the changes of the facts that are shown above the text. */
export function headChanges(before: PolicyHead, after: PolicyHead): HeadChange[] {
  const keyOf = (field: HeadChange['field'], value: string) =>
    field === 'title' ? wordsKey(value) : comparisonKey(value);
  return (['title', 'updated', 'effective', 'version'] as const).flatMap((field) =>
    keyOf(field, before[field] ?? '') === keyOf(field, after[field] ?? '')
      ? []
      : [{ field, before: before[field], after: after[field] }],
  );
}

/**
 * Kinds in the public summary, most significant first, each with the change kinds that it covers.
 */
const KINDS = [
  ['added'],
  ['removed'],
  ['changed', 'split', 'merged'],
  ['moved'],
  ['renamed', 'renumbered'],
] as const;

/**
 * Summarizes a comparison. If the publisher calls the change minor, it is not material, even if
 * words changed.
 */
export function summarize(
  { head, intro, sections, removed }: Pick<Comparison, 'head' | 'intro' | 'sections' | 'removed'>,
  isMinor: boolean,
): Comparison['summary'] {
  const changed = [...sections, ...removed].filter(({ kinds }) => kinds.length);
  const countOf = (...counted: SectionChangeKind[]) =>
    changed.filter(({ kinds }) => kinds.some((kind) => counted.includes(kind))).length;
  const isTitleChanged = head.some(
    ({ field, before, after }) => field === 'title' && !!before && !!after,
  );
  return {
    added: countOf('added'),
    removed: countOf('removed'),
    changed: countOf('changed', 'split', 'merged'),
    moved: countOf('moved'),
    renamed: countOf('renamed'),
    total: changed.reduce(
      (sum, { count, kinds }) => sum + count + (kinds.includes('moved') ? 1 : 0),
      intro.count,
    ),
    material:
      !isMinor && (isTitleChanged || intro.material || changed.some(({ material }) => material)),
    sections: changed.map(({ section, previousId, previousHeading, kinds }): SectionChange => ({
      id: section.id,
      previousId,
      kind: KINDS.find((names) => names.some((name) => kinds.includes(name)))![0],
      kinds,
      heading: section.heading,
      previousHeading,
    })),
  };
}

/** Whether the publisher calls all versions since the older one minor. */
export function isMinor(
  before: Pick<Policy, 'version' | 'updated' | 'history'>,
  after: Policy,
): boolean {
  const isKnown = (entry: HistoryEntry) =>
    [before, ...before.history].some(
      (older) =>
        (entry.version !== null && entry.version === older.version) ||
        (entry.version === null && entry.date !== null && entry.date === dateOf(older)),
    );
  const firstKnown = after.history.findIndex(isKnown);
  const since = after.history.slice(0, firstKnown < 0 ? 1 : firstKnown);
  return since.length > 0 && since.every(({ minor }) => minor);
}

function dateOf(version: Pick<Policy, 'updated'> | HistoryEntry): string | null {
  return 'date' in version ? version.date : version.updated;
}

/**
 * Returns the previous title if the title changed and there is nothing else to step through, or
 * else null.
 */
export function formerTitle({ head, summary }: Comparison): string | null {
  return summary.total ? null : (head.find(({ field }) => field === 'title')?.before ?? null);
}

/**
 * Whether only details such as dates, numbering or addresses changed, and no words. In contrast,
 * `summary.material` is also false if words changed but the publisher calls the version minor.
 */
export function changesOnlyDetails({
  head,
  intro,
  sections,
  removed,
  summary,
}: Comparison): boolean {
  const parts = [intro, ...sections, ...removed];
  const isTitleChanged = head.some(({ field, before }) => field === 'title' && before !== null);
  return !summary.moved && !isTitleChanged && !parts.some(({ material }) => material);
}
