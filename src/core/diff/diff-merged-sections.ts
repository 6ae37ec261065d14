/** Compares neighbouring sections as one run of blocks. */

import type { BlockNode, Heading, Inline } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import { inlineText } from '../model/text.ts';
import { diffBlocks } from './diff-blocks.ts';
import type { BlockDiffContext } from './diff-inlines.ts';
import type { SectionChangeKind, SectionComparison } from './comparison.ts';
import type { IndexedSection } from './section-groups.ts';
import { addressOf } from './link-changes.ts';
import { nameOf } from './align-sections.ts';
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
export function* diffAsOneFlow(
  b: readonly IndexedSection[],
  a: readonly IndexedSection[],
  comparing: BlockDiffContext,
  titled: boolean,
  apart: boolean,
): Task<ComparedSections | null> {
  const run = (parts: readonly IndexedSection[]) =>
    parts.flatMap(({ heading, section }) => [
      ...(titled || section.id ? [heading.node] : []),
      ...section.blocks,
    ]);
  const marked = yield* diffBlocks(run(b), run(a), comparing);
  const { together, gone } = takeOutRemoved(marked, b);
  const found = a.map(() => ({
    blocks: [] as BlockNode[],
    kinds: [] as SectionChangeKind[],
    heading: null as string | null,
    twin: -1,
  }));
  const places = new Map(
    b.flatMap((part, index) => run([part]).map((node) => [node, index] as const)),
  );
  const namesOf = (parts: readonly IndexedSection[]) =>
    parts.flatMap(({ section }) => (section.id ? [nameOf(section.heading)] : []));
  const names = new Set(namesOf(b));
  const twins = new Set(namesOf(a).filter((name) => apart && names.has(name)));
  const twinOf = (node: BlockNode) => places.get(comparing.previousOf.get(node)!) ?? -1;
  let place = titled || a[0]!.section.id ? -1 : 0;
  // What is gone from a heading on: it may turn out to be the start of the section that follows.
  const pending: BlockNode[] = [];
  const settle = (): void => {
    const part = found[place];
    for (const node of part ? pending.splice(0) : []) {
      if (isSectionHeading(node)) part!.kinds.push('merged');
      part!.blocks.push(unnamed(node));
    }
  };
  for (const [at, node] of together.entries()) {
    const kind = node.change?.kind;
    const heading = isSectionHeading(node) ? node : undefined;
    if (node.id === TITLE && (kind || at || gone.length)) return null;
    // One heading told as gone and come would tear its section apart.
    const torn = kind === 'added' || kind === 'removed';
    if (heading && torn && twins.has(nameOf(inlineText(heading.children)))) return null;
    if (heading && kind === 'removed') settle();
    if (kind === 'removed' && (heading || pending.length)) {
      pending.push(node);
      continue;
    }
    if (kind !== 'added' || !heading) settle();
    if (heading || node.id === TITLE) place++;
    const part = found[place];
    if (!part) return null;
    if (part.twin < 0) part.twin = twinOf(pending[0] ?? node);
    if (!heading) {
      if (node.id !== TITLE) part.blocks.push(node);
      continue;
    }
    const [first, ...others] = pending.splice(0);
    const twin = comparing.previousOf.get(heading);
    // A section's former heading is told as plain words, which lead nowhere.
    if (kind === 'edited' && twin && !isSectionHeading(twin) && lead(heading)) return null;
    if (first?.type === 'heading') {
      part.heading = formerText(first.children);
      part.blocks.push(...others.map(unnamed));
      if (kind !== 'added') part.blocks.push(formerHeading(heading));
    } else if (kind === 'added') part.kinds.push('split');
    else if (kind) part.heading = formerText(heading.children);
  }
  settle();
  const origins = b.map(({ section }) => section.heading).filter(Boolean);
  let last = 0;
  const sections = a.map((part, index) => {
    const { blocks, kinds, heading, twin } = found[index]!;
    const fresh = kinds.includes('split') && blocks.every(({ change }) => change?.kind === 'added');
    if (fresh) return wholeSection(part, 'added');
    last = Math.max(last, twin);
    const own = part.section.blocks;
    const whole = blocks.length === own.length && blocks.every((node, at) => node === own[at]);
    return markedSection(part, b[last]!, whole ? own : blocks, heading, comparing, kinds, origins);
  });
  return { sections, removed: gone.map((part) => wholeSection(part, 'removed')) };
}

function unnamed({ id, ...rest }: BlockNode): BlockNode {
  return id === SECTION_HEADING || id === undefined ? rest : { ...rest, id };
}

/** Whether words that a heading has from elsewhere led somewhere. */
function lead({ children, change }: Heading): boolean {
  const led = (node: Inline): boolean =>
    'children' in node &&
    node.type !== 'added' &&
    ((node.type === 'link' && !!addressOf(node)) || node.children.some(led));
  return !!change?.notes || children.some(led);
}

function isSectionHeading(node: BlockNode): node is Heading {
  return node.type === 'heading' && node.id === SECTION_HEADING;
}

/**
 * Takes out the sections of which nothing is left, where what follows them heads a section of its
 * own: otherwise it would be read before them, in the section that they are taken from.
 */
function takeOutRemoved(
  marked: readonly BlockNode[],
  b: readonly IndexedSection[],
): { together: BlockNode[]; gone: IndexedSection[] } {
  const together: BlockNode[] = [];
  const gone: IndexedSection[] = [];
  const isGone = (at: number) => marked[at]?.change?.kind === 'removed';
  const isHead = (at: number) => at < marked.length && isSectionHeading(marked[at]!);
  for (let at = 0; at < marked.length; at++) {
    let end = at;
    const parts: IndexedSection[] = [];
    while (isGone(end) && isHead(end)) {
      const { children } = marked[end] as Heading;
      const part = b.find(({ section }) => section.headingContent === children);
      const blocks = part?.blocks.filter(({ inlineRuns }) => inlineRuns.length).length ?? 0;
      let next = end + 1;
      while (isGone(next) && !isHead(next)) next++;
      if (!part || next !== end + 1 + blocks) break;
      parts.push(part);
      end = next;
    }
    let rest = end;
    while (isGone(rest)) rest++;
    // What is left of a section's start goes with the new heading that follows, and only with one.
    const apart =
      rest === end
        ? rest === marked.length || isHead(rest)
        : isHead(rest) && marked[rest]!.change?.kind === 'added';
    if (parts.length && apart) {
      gone.push(...parts);
      at = end - 1;
    } else together.push(marked[at]!);
  }
  return { together, gone };
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
          : node.type === 'image'
            ? ` ${node.alt} `
            : inlineText([node]),
    )
    .join('');
}
