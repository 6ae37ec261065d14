/** Compares neighbouring sections as one run of blocks. */

import type { BlockNode, Heading, Inline } from '../policy.ts';
import type { Steps } from '../steps.ts';
import { phrasingText } from '../text.ts';
import { compareBlocks, type Comparing } from './blocks.ts';
import type { SectionChangeKind, SectionComparison } from './changes.ts';
import { nameOf, type Part } from './match-sections.ts';
import { markedSection, wholeSection } from './section-marks.ts';

/** Ids of headings that are compared like blocks. No id of a source holds such a character. */
export const SECTION_HEADING = '\0section';
export const TITLE = '\0title';

/** The sections of the newer text in order, and those that are gone. */
export interface ComparedSections {
  readonly sections: SectionComparison[];
  readonly removed: SectionComparison[];
}

/**
 * Compares sections as one run, their headings among the blocks. Null where they cannot be told
 * apart again, or where they had better be compared one by one and may be.
 */
export function* compareTogether(
  b: readonly Part[],
  a: readonly Part[],
  comparing: Comparing,
  titled: boolean,
  apart: boolean,
): Steps<ComparedSections | null> {
  const run = (parts: readonly Part[]) =>
    parts.flatMap(({ heading, section }) => [
      ...(titled || section.id ? [heading.node] : []),
      ...section.blocks,
    ]);
  const marked = yield* compareBlocks(run(b), run(a), comparing);
  const { together, removed } = takeOutRemoved(marked, b);
  const found = a.map(() => ({
    blocks: [] as BlockNode[],
    kinds: [] as SectionChangeKind[],
    heading: null as string | null,
  }));
  const names = new Set(b.map(({ section }) => nameOf(section.heading)));
  const twins = new Set(
    a.map(({ section }) => nameOf(section.heading)).filter((name) => apart && names.has(name)),
  );
  const leading: BlockNode[] = [];
  let place = titled || a[0]!.section.id ? -1 : 0;
  for (const node of together) {
    const heading = isSectionHeading(node) ? node : undefined;
    const kind = node.change?.kind;
    if (node.id === TITLE && (kind || leading.length)) return null;
    // One heading told as gone and come would tear its section apart.
    const torn = kind === 'added' || kind === 'removed';
    if (heading && torn && twins.has(nameOf(phrasingText(heading.children)))) return null;
    if ((node.id === TITLE || heading) && kind !== 'removed') {
      const part = found[++place]!;
      const first = leading.shift();
      if (first?.type === 'heading') {
        part.heading = phrasingText(first.children);
        part.blocks.push(...leading);
        if (heading && kind !== 'added') part.blocks.push(formerHeading(heading));
      } else if (kind === 'added') part.kinds.push('split');
      else if (heading && kind) part.heading = formerText(heading.children);
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
  const sections = a.map((part, index) => {
    const { blocks, kinds, heading } = found[index]!;
    const fresh = kinds.includes('split') && blocks.every(({ change }) => change?.kind === 'added');
    if (fresh) return wholeSection(part, 'added');
    const name = nameOf(part.section.heading);
    const named = b.findIndex(({ section }) => nameOf(section.heading) === name);
    twin = Math.max(twin, named < 0 ? Math.min(index, b.length - 1) : named);
    const own = part.section.blocks;
    const whole = blocks.length === own.length && blocks.every((node, at) => node === own[at]);
    return markedSection(part, b[twin]!, whole ? own : blocks, heading, comparing, kinds, origins);
  });
  return { sections, removed };
}

function isSectionHeading(node: BlockNode): node is Heading {
  return node.type === 'heading' && node.id === SECTION_HEADING;
}

/** Takes out the sections of which nothing is left. */
function takeOutRemoved(
  marked: readonly BlockNode[],
  b: readonly Part[],
): { together: BlockNode[]; removed: SectionComparison[] } {
  const together: BlockNode[] = [];
  const removed: SectionComparison[] = [];
  for (let at = 0; at < marked.length; at++) {
    const node = marked[at]!;
    const gone = (block: BlockNode | undefined) => block?.change?.kind === 'removed';
    const part =
      isSectionHeading(node) && gone(node)
        ? b.find(({ section }) => section.headingContent === node.children)
        : undefined;
    let end = at + 1;
    while (part && gone(marked[end]) && !isSectionHeading(marked[end]!)) end++;
    const blocks = part?.units.filter(({ leaves }) => leaves.length).length;
    if (part && blocks === end - at - 1) {
      removed.push(wholeSection(part, 'removed'));
      at = end - 1;
    } else together.push(node);
  }
  return { together, removed };
}

/** A heading that was inside another section and heads one now, as it was there. */
function formerHeading({ children }: Heading): Heading {
  const text = formerText(children);
  const change = { kind: 'removed', material: false } as const;
  return { type: 'heading', depth: 1, children: [{ type: 'text', text }], change };
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
