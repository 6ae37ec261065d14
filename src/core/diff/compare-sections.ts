/** Marks the sections of one group of kin. */

import type { Block, BlockNode, Heading, Inline } from '../policy.ts';
import type { Steps } from '../steps.ts';
import { foldSpace, normalKey, phrasingText } from '../text.ts';
import { compareBlocks, type Comparing } from './blocks.ts';
import type { SectionChangeKind, SectionComparison } from './changes.ts';
import { type Kin, nameOf, type Part } from './match-sections.ts';
import { numberOf, withoutNumber } from './numbering.ts';
import { childrenOf } from './units.ts';

/** Ids of headings that are compared like blocks. No id of a source holds such a character. */
export const SECTION_HEADING = '\0section';
export const TITLE = '\0title';

/** A section that stands alone. */
function wholeSection(part: Part, kind: 'added' | 'removed'): SectionComparison {
  const { section } = part;
  return {
    ...unchanged(part),
    kinds: [kind],
    previousId: kind === 'added' ? null : section.id,
    count: 1,
    material: part.leaves.length > 0 || part.heading.leaves.length > 0,
  };
}

/** The sections of one group: those of the newer text in order, and those that are gone. */
export function* compareKin(
  { before, after, pairs }: Kin,
  older: readonly Part[],
  newer: readonly Part[],
  comparing: Comparing,
): Steps<{ sections: SectionComparison[]; removed: SectionComparison[] }> {
  const [b, a] = [before.map((index) => older[index]!), after.map((index) => newer[index]!)];
  const [one, other] = [b[0], a[0]];
  if (one && other) {
    const several = b.length > 1 || a.length > 1;
    const differ = one.heading.key !== other.heading.key;
    const intro = after[0] === 0;
    const apart = b.length < older.length || a.length < newer.length;
    const titled = intro && differ && (yield* compareTogether(b, a, comparing, true, apart));
    if (titled) return { sections: titled, removed: [] };
    if (several || (!intro && differ && headingFlows(one, other, comparing))) {
      const sections = yield* compareTogether(b, a, comparing, false, apart);
      if (sections) {
        if (intro && differ) sections[0] = { ...sections[0]!, previousHeading: '' };
        return { sections, removed: [] };
      }
    }
  }
  const sections: SectionComparison[] = [];
  for (const [index, part] of a.entries()) {
    const twin = older[pairs.get(after[index]!) ?? -1];
    if (twin) {
      const blocks = yield* compareBlocks(twin.section.blocks, part.section.blocks, comparing);
      const same = twin.heading.key === part.heading.key;
      const heading = same ? null : phrasingText(twin.section.headingContent);
      sections.push(marked(part, twin, blocks, heading, comparing));
    } else sections.push(wholeSection(part, 'added'));
  }
  const paired = new Set(pairs.values());
  const gone = b.filter((_, index) => !paired.has(before[index]!));
  return { sections, removed: gone.map((part) => wholeSection(part, 'removed')) };
}

/**
 * Compares sections as one run of blocks, their headings among them; null where they cannot be
 * told apart again, or better could be one by one when they need not go together.
 */
function* compareTogether(
  b: readonly Part[],
  a: readonly Part[],
  comparing: Comparing,
  titled: boolean,
  apart: boolean,
): Steps<SectionComparison[] | null> {
  const run = (parts: readonly Part[]) =>
    parts.flatMap(({ heading, section }) => [
      ...(titled || section.id ? [heading.node] : []),
      ...section.blocks,
    ]);
  const together = yield* compareBlocks(run(b), run(a), comparing);
  const found = a.map(() => ({
    blocks: [] as BlockNode[],
    kinds: [] as SectionChangeKind[],
    heading: null as string | null,
  }));
  const names = new Set(b.map(({ section }) => nameOf(section.heading)));
  const shared = new Set(apart ? a.map(({ section }) => nameOf(section.heading)) : []);
  for (const name of shared) if (!names.has(name)) shared.delete(name);
  const leading: BlockNode[] = [];
  let place = titled || a[0]!.section.id ? -1 : 0;
  for (const node of together) {
    const gone = node.change?.kind === 'removed';
    const heading = node.type === 'heading' && node.id === SECTION_HEADING ? node : undefined;
    if (node.id === TITLE && (node.change || leading.length)) return null;
    // One heading told as gone and come would tear its section apart.
    if (heading && /added|removed/.test(heading.change?.kind ?? '')) {
      if (shared.has(nameOf(phrasingText(heading.children)))) return null;
    }
    if ((node.id === TITLE || heading) && !gone) {
      const part = found[++place]!;
      const fresh = node.change?.kind === 'added';
      const first = leading.shift();
      if (first?.type === 'heading') {
        part.heading = phrasingText(first.children);
        part.blocks.push(...leading);
        if (heading && !fresh) part.blocks.push(formerHeading(heading));
      } else if (fresh) part.kinds.push('split');
      else if (heading?.change) part.heading = formerText(heading.children);
      continue;
    }
    const part = found[place];
    const blocks = part?.blocks ?? leading;
    if (heading) {
      part?.kinds.push('merged');
      const { id: _, ...rest } = heading;
      blocks.push(rest);
    } else blocks.push(node);
  }
  const origins = b.map(({ section }) => section.heading).filter(Boolean);
  let twin = 0;
  return a.map((part, index) => {
    const { blocks, kinds, heading } = found[index]!;
    const name = nameOf(part.section.heading);
    const named = b.findIndex(({ section }) => nameOf(section.heading) === name);
    twin = Math.max(twin, named < 0 ? Math.min(index, b.length - 1) : named);
    const own = part.section.blocks;
    const whole = blocks.length === own.length && blocks.every((node, at) => node === own[at]);
    return marked(part, b[twin]!, whole ? own : blocks, heading, comparing, kinds, origins);
  });
}

/** A heading that was inside another section and heads one now, as it was there. */
function formerHeading({ children }: Heading): Heading {
  const text = formerText(children);
  const change = { kind: 'removed', material: false } as const;
  return { type: 'heading', depth: 1, children: [{ type: 'text', text }], change };
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
