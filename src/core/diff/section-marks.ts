/** What is told of one section. */

import type { Block, BlockNode, Section } from '../model/policy.ts';
import { collapseWhitespace, comparisonKey, inlineText } from '../model/text.ts';
import type { BlockDiffContext } from './diff-inlines.ts';
import type { SectionChangeKind, SectionComparison } from './comparison.ts';
import type { IndexedSection } from './section-groups.ts';
import { numberOf, withoutNumber } from './numbering.ts';
import { childrenOf } from './block-index.ts';

/** A section that only one version has. */
export function wholeSection(part: IndexedSection, kind: 'added' | 'removed'): SectionComparison {
  const { section } = part;
  return {
    ...unmarkedSection(part.section),
    kinds: [kind],
    previousId: kind === 'added' ? null : section.id,
    count: 1,
    material: part.inlineRuns.length > 0 || part.heading.inlineRuns.length > 0,
  };
}

/** Sections of which nothing is told but what kind of change they saw. */
export function summarised(comparison: SectionComparison): SectionComparison {
  const { section, kinds } = comparison;
  return { ...comparison, blocks: section.blocks, count: +kinds.some((kind) => kind !== 'moved') };
}

/** A section of both versions, with its marked blocks and its former heading if that was another. */
export function markedSection(
  part: IndexedSection,
  twin: IndexedSection,
  blocks: readonly BlockNode[],
  previousHeading: string | null,
  { withoutDates }: BlockDiffContext,
  found: readonly SectionChangeKind[] = [],
  origins: readonly string[] = [],
): SectionComparison {
  const kinds = new Set(found);
  let count = 0;
  let material = false;
  const add = (nodes: readonly BlockNode[]): void => {
    for (const node of nodes) {
      if (node.change) {
        count++;
        material ||= node.change.material;
      }
      add(childrenOf(node));
    }
  };
  if (blocks !== part.section.blocks) add(blocks);
  if (count) kinds.add('changed');
  if (kinds.has('split')) {
    count++;
    material = true;
  }
  // A title that changed is told by the head.
  if (previousHeading !== null && part.section.id) {
    const headings = [previousHeading, inlineText(part.section.headingContent)] as const;
    const differ = (said: (text: string) => string) =>
      comparisonKey(said(headings[0])) !== comparisonKey(said(headings[1]));
    if (differ(withoutNumber)) {
      kinds.add('renamed');
      count++;
      material ||= differ(withoutDates);
    }
    if (differ(numberOf)) kinds.add('renumbered');
  }
  return {
    ...unmarkedSection(part.section),
    kinds: [...kinds],
    previousId: twin.section.id,
    previousHeading: previousHeading === null ? null : collapseWhitespace(previousHeading),
    origins: found.length ? origins : [],
    blocks: blocks as readonly Block[],
    count,
    material,
  };
}

/** A section of which nothing is told. */
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

/** A section of which nothing is known but its heading. */
export function headingOnly(id: string, heading: string): Section {
  return {
    id,
    aliases: [],
    heading,
    headingContent: [{ type: 'text', text: heading }],
    summary: null,
    updated: null,
    blocks: [],
  };
}
