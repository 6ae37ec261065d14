/** What is told of one section. */

import type { Block, BlockNode, Section } from '../policy.ts';
import { foldSpace, normalKey, phrasingText } from '../text.ts';
import type { Comparing } from './mark-blocks.ts';
import type { SectionChangeKind, SectionComparison } from './changes.ts';
import type { Part } from './kin.ts';
import { numberOf, withoutNumber } from './numbering.ts';
import { childrenOf } from './units.ts';

/** A section that only one version has. */
export function wholeSection(part: Part, kind: 'added' | 'removed'): SectionComparison {
  const { section } = part;
  return {
    ...unmarkedSection(part.section),
    kinds: [kind],
    previousId: kind === 'added' ? null : section.id,
    count: 1,
    material: part.leaves.length > 0 || part.heading.leaves.length > 0,
  };
}

/** Sections of which nothing is told but what kind of change they saw. */
export function outlined(comparison: SectionComparison): SectionComparison {
  const { section, kinds } = comparison;
  return { ...comparison, blocks: section.blocks, count: +kinds.some((kind) => kind !== 'moved') };
}

/** A section of both versions, with its marked blocks and its former heading if that was another. */
export function markedSection(
  part: Part,
  twin: Part,
  blocks: readonly BlockNode[],
  previousHeading: string | null,
  { withoutDates }: Comparing,
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
    const headings = [previousHeading, phrasingText(part.section.headingContent)] as const;
    const differ = (said: (text: string) => string) =>
      normalKey(said(headings[0])) !== normalKey(said(headings[1]));
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
    previousHeading: previousHeading === null ? null : foldSpace(previousHeading),
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
