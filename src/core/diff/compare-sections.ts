/** Marks the sections of one group of kin. */

import type { Block, BlockNode, Inline, ThematicBreak } from '../policy.ts';
import type { Steps } from '../steps.ts';
import { foldSpace, normalKey, phrasingText } from '../text.ts';
import { compareBlocks, type Comparing } from './blocks.ts';
import type { SectionChangeKind, SectionComparison } from './changes.ts';
import type { Kin, Part } from './match-sections.ts';
import { numberOf, withoutNumber } from './numbering.ts';
import { childrenOf } from './units.ts';

/** Ids of headings that are compared like blocks. No id of a source holds such a character. */
export const SECTION_HEADING = '\0section';
export const TITLE = '\0title';

/** A section that stands alone. */
export function wholeSection(part: Part, kind: 'added' | 'removed'): SectionComparison {
  const { section } = part;
  return {
    ...unchanged(part),
    kinds: [kind],
    previousId: kind === 'added' ? null : section.id,
    count: 1,
    material: part.leaves.length > 0 || part.heading.leaves.length > 0,
  };
}

/** The sections of the newer text in one group, in order. */
export function* compareKin(
  { before, after }: Kin,
  older: readonly Part[],
  newer: readonly Part[],
  comparing: Comparing,
): Steps<SectionComparison[]> {
  const [b, a] = [before.map((index) => older[index]!), after.map((index) => newer[index]!)];
  if (!b.length) return a.map((part) => wholeSection(part, 'added'));
  const [one, other] = [b[0]!, a[0]!];
  const alone = b.length === 1 && a.length === 1;
  const sameHeading = one.heading.key === other.heading.key;
  if (alone && (sameHeading || (after[0] && !headingFlows(one, other, comparing)))) {
    const { section } = other;
    const blocks = yield* compareBlocks(one.section.blocks, section.blocks, comparing);
    const heading = sameHeading ? null : phrasingText(one.section.headingContent);
    return [marked(other, one, blocks, heading)];
  }
  const seams = a.map((): ThematicBreak => ({ type: 'thematicBreak' }));
  const together = yield* compareBlocks(
    b.flatMap(({ heading, section }) => [heading.node, ...section.blocks]),
    a.flatMap(({ heading, section }, index) => [seams[index]!, heading.node, ...section.blocks]),
    comparing,
  );
  const origins = b.map(({ section }) => section.heading).filter(Boolean);
  let twin = 0;
  return a.map((part, index) => {
    const from = together.indexOf(seams[index]!) + 1;
    const to = seams[index + 1] ? together.indexOf(seams[index + 1]!) : together.length;
    const blocks: BlockNode[] = [];
    const kinds: SectionChangeKind[] = [];
    let heading: string | null = null;
    for (const node of together.slice(index && from, to)) {
      const own = node.id === SECTION_HEADING || node.id === TITLE;
      if (!own) {
        if (!seams.includes(node as ThematicBreak)) blocks.push(node);
      } else if (node.change?.kind === 'removed') {
        if (node.id === TITLE) heading = '';
        else {
          kinds.push('merged');
          const { id: _, ...rest } = node;
          blocks.push(rest);
        }
      } else if (node.change?.kind === 'added') {
        if (node.id === TITLE) heading = '';
        else kinds.push('split');
      } else if (node.change && node.type === 'heading') heading = formerText(node.children);
    }

    const named = b.findIndex(({ heading: { key } }) => key === part.heading.key);
    twin = Math.max(twin, named < 0 ? Math.min(index, b.length - 1) : named);
    const same = blocks.length === part.section.blocks.length;
    const whole = same && blocks.every((node, at) => node === part.section.blocks[at]);
    return marked(part, b[twin]!, whole ? part.section.blocks : blocks, heading, kinds, origins);
  });
}

/** Whether the end of one heading is the start of the other's body: a line broken elsewhere. */
function headingFlows(one: Part, other: Part, { phrasing }: Comparing): boolean {
  const words = ({ leaves }: Pick<Part, 'leaves'>) =>
    leaves.slice(0, 1).flatMap((leaf) => phrasing(leaf).words.keys);
  const [short, long] = [one, other].sort(
    (first, second) => words(first.heading).length - words(second.heading).length,
  ) as [Part, Part];
  const start = [...words(short.heading), ...words(short)].join();
  return `${start},`.startsWith(`${words(long.heading).join()},`);
}

/** Sections of which nothing is told but what kind of change they saw. */
export function outlined(comparison: SectionComparison): SectionComparison {
  const { section, kinds } = comparison;
  return { ...comparison, blocks: section.blocks, count: +kinds.some((kind) => kind !== 'moved') };
}

function unchanged({ section }: Part): SectionComparison {
  return {
    section,
    kinds: [],
    previousId: section.id,
    previousHeading: null,
    movedAfter: null,
    origins: [],
    blocks: section.blocks,
    count: 0,
    material: false,
  };
}

function marked(
  part: Part,
  twin: Part,
  blocks: readonly BlockNode[],
  previousHeading: string | null,
  found: readonly SectionChangeKind[] = [],
  origins: readonly string[] = [],
): SectionComparison {
  const kinds = new Set(found);
  let [count, material] = [found.includes('split') ? 1 : 0, found.includes('split')];
  const add = (nodes: readonly BlockNode[]): void => {
    for (const node of nodes) {
      if (node.change) {
        count++;
        material ||= node.change.material;
      }
      add(childrenOf(node));
    }
  };
  const before = count;
  if (blocks !== part.section.blocks) add(blocks);
  if (count > before) kinds.add('changed');
  if (previousHeading !== null) {
    const headings = [previousHeading, phrasingText(part.section.headingContent)] as const;
    const differ = (said: (text: string) => string) =>
      normalKey(said(headings[0])) !== normalKey(said(headings[1]));
    if (differ(withoutNumber)) {
      kinds.add('renamed');
      count++;
      material = true;
    }
    if (differ(numberOf)) kinds.add('renumbered');
  }
  return {
    ...unchanged(part),
    kinds: [...kinds],
    previousId: twin.section.id,
    previousHeading: previousHeading === null ? null : foldSpace(previousHeading),
    origins: found.length ? origins : [],
    blocks: blocks as readonly Block[],
    count,
    material,
  };
}

/** What marked phrasing said before. */
function formerText(content: readonly Inline[]): string {
  return content
    .map((node) =>
      node.type === 'added'
        ? ''
        : 'children' in node
          ? formerText(node.children)
          : phrasingText([node]),
    )
    .join('');
}
