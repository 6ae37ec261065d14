/** Diffs neighbouring sections as one flow of blocks, for sections that were split or merged. */

import type { BlockNode, Heading, Inline } from '../model/policy.ts';
import { inlineText } from '../model/text.ts';
import type { Task } from '../tasks.ts';
import { sectionName } from './align-sections.ts';
import type { DiffContext, IndexedSection, SectionHeading } from './block-index.ts';
import type { SectionChangeKind, SectionComparison } from './comparison.ts';
import { diffBlocks } from './diff-blocks.ts';
import { addressOf } from './link-changes.ts';
import { markedSection, wholeSection } from './summary.ts';

/** The newer sections in order, and the older ones that were removed. */
export interface ComparedSections {
  readonly sections: SectionComparison[];
  readonly removed: SectionComparison[];
}

/** Options for diffing sections as one flow. */
export interface FlowOptions {
  /** Whether the flow begins with the title, followed by the text before the first section. */
  readonly includeTitle: boolean;
  /** Whether a version has sections outside the flow, so that diffing one by one is an option. */
  readonly isPartial: boolean;
}

/**
 * Diffs sections as one flow, with their headings among the blocks. Returns null if the result
 * cannot be divided into sections again, or if the sections are better diffed one by one.
 */
export function* diffAsOneFlow(
  b: readonly IndexedSection[],
  a: readonly IndexedSection[],
  context: DiffContext,
  options: FlowOptions,
): Task<ComparedSections | null> {
  const [before, after] = [flowOf(b, options), flowOf(a, options)];
  const marked = yield* diffBlocks([...before.keys()], [...after.keys()], context);
  const { kept, removed } = takeOutRemoved(marked, b);
  const divider = new FlowDivider(b, a, before, context, options);
  if (!divider.divide(kept, removed.length > 0)) return null;
  let lastBefore = 0;
  const sections = a.map((section, index) => {
    const builder = divider.builders[index]!;
    if (builder.isNew) return wholeSection(section, 'added', context);
    lastBefore = Math.max(lastBefore, [...builder.origins][0] ?? -1);
    const origins = b.flatMap(({ section: { heading } }, at) =>
      heading && builder.origins.has(at) ? [heading] : [],
    );
    const { blocks: own } = section.section;
    const isUnchanged =
      builder.blocks.length === own.length && builder.blocks.every((node, at) => node === own[at]);
    const blocks = isUnchanged ? own : builder.blocks;
    return markedSection(section, b[lastBefore]!, blocks, builder.previousHeading, context, {
      kinds: builder.kinds,
      origins,
    });
  });
  return { sections, removed: removed.map((section) => wholeSection(section, 'removed', context)) };
}

/** Maps the blocks of some sections, in order, to the index of their section. */
function flowOf(
  sections: readonly IndexedSection[],
  { includeTitle }: FlowOptions,
): Map<BlockNode, number> {
  const flow = new Map<BlockNode, number>();
  for (const [index, { heading, section }] of sections.entries()) {
    if (includeTitle || heading.node.role === 'section') flow.set(heading.node, index);
    for (const block of section.blocks) flow.set(block, index);
  }
  return flow;
}

/** Collects the contents of one newer section. */
class SectionBuilder {
  readonly blocks: BlockNode[] = [];
  readonly kinds: SectionChangeKind[] = [];
  previousHeading: string | null = null;
  /** Indexes of the older sections that its blocks came from, in the order of the blocks. */
  readonly origins = new Set<number>();

  /** Whether the section is entirely new, although it is in a group. */
  get isNew(): boolean {
    return (
      this.kinds.includes('split') && this.blocks.every(({ change }) => change?.kind === 'added')
    );
  }

  add(node: BlockNode): void {
    if (isSectionHeading(node)) this.kinds.push('merged');
    this.blocks.push(withoutRole(node));
  }
}

/** Divides a marked flow into the newer sections. */
class FlowDivider {
  readonly builders: readonly SectionBuilder[];
  readonly #flowBefore: ReadonlyMap<BlockNode, number>;
  readonly #context: DiffContext;
  /** Names of sections in both versions. Empty if diffing one by one is not an option. */
  readonly #keptNames: ReadonlySet<string>;
  /** Index of the section that blocks are added to, or -1 before the first heading. */
  #current: number;
  /** A removed heading and the removed blocks after it, which may belong to the next section. */
  #pending: BlockNode[] = [];

  constructor(
    b: readonly IndexedSection[],
    a: readonly IndexedSection[],
    flowBefore: ReadonlyMap<BlockNode, number>,
    context: DiffContext,
    { includeTitle, isPartial }: FlowOptions,
  ) {
    this.builders = a.map(() => new SectionBuilder());
    this.#flowBefore = flowBefore;
    this.#context = context;
    const namesBefore = new Set(namesOf(b));
    this.#keptNames = new Set(isPartial ? namesOf(a).filter((name) => namesBefore.has(name)) : []);
    this.#current = includeTitle || a[0]!.heading.node.role === 'section' ? -1 : 0;
  }

  /** Divides the blocks. Returns false if they don't match the newer sections. */
  divide(nodes: readonly BlockNode[], hasRemovedSections: boolean): boolean {
    for (const [index, node] of nodes.entries()) {
      const isDivided = isTitle(node)
        ? this.#takeTitle(node, index === 0 && !hasRemovedSections)
        : isSectionHeading(node)
          ? this.#takeHeading(node)
          : this.#takeBlock(node);
      if (!isDivided) return false;
    }
    this.#addPending();
    return true;
  }

  #takeTitle(title: SectionHeading, isFirst: boolean): boolean {
    return isFirst && !title.change && this.#open(title) !== undefined;
  }

  #takeBlock(node: BlockNode): boolean {
    if (node.change?.kind === 'removed' && this.#pending.length) {
      this.#pending.push(node);
      return true;
    }
    this.#addPending();
    const builder = this.builders[this.#current];
    if (!builder) return false;
    this.#addOrigin(builder, node);
    builder.blocks.push(node);
    return true;
  }

  #takeHeading(heading: SectionHeading): boolean {
    const kind = heading.change?.kind;
    // If a heading came out as both removed and added, its section would be split in two. Give up.
    const isKept = this.#keptNames.has(sectionName(inlineText(heading.children)));
    if (isKept && (kind === 'removed' || kind === 'added')) return false;
    if (kind === 'removed') {
      this.#addPending();
      this.#pending.push(heading);
      return true;
    }
    if (kind !== 'added') this.#addPending();
    const builder = this.#open(heading);
    if (!builder) return false;
    // The previous heading is shown as plain text. Give up if that would hide links.
    const previous = this.#context.previousOf.get(heading);
    if (kind === 'edited' && previous && !isSectionHeading(previous) && hadLinks(heading)) {
      return false;
    }
    const [removedHeading, ...removed] = this.#pending;
    this.#pending = [];
    if (removedHeading?.type === 'heading') {
      builder.previousHeading = previousText(removedHeading.children);
      builder.blocks.push(...removed.map(withoutRole));
      if (kind !== 'added') builder.blocks.push(previousBodyHeading(heading));
    } else if (kind === 'added') builder.kinds.push('split');
    else if (kind) builder.previousHeading = previousText(heading.children);
    return true;
  }

  /** Starts the next section with its heading. Returns undefined if there is no such section. */
  #open(heading: SectionHeading): SectionBuilder | undefined {
    const builder = this.builders[++this.#current];
    if (builder) this.#addOrigin(builder, this.#pending[0] ?? heading);
    return builder;
  }

  /** Adds the pending blocks to the current section, because nothing new replaced them. */
  #addPending(): void {
    const builder = this.builders[this.#current];
    if (!builder) return;
    for (const node of this.#pending) {
      this.#addOrigin(builder, node);
      builder.add(node);
    }
    this.#pending = [];
  }

  #addOrigin(builder: SectionBuilder, node: BlockNode): void {
    const index = this.#flowBefore.get(this.#context.previousOf.get(node)!);
    if (index !== undefined) builder.origins.add(index);
  }
}

function namesOf(sections: readonly IndexedSection[]): string[] {
  return sections.flatMap(({ section }) => (section.id ? [sectionName(section.heading)] : []));
}

function isSectionHeading(node: BlockNode): node is SectionHeading {
  return 'role' in node && node.role === 'section';
}

function isTitle(node: BlockNode): node is SectionHeading {
  return 'role' in node && node.role === 'title';
}

function withoutRole(node: BlockNode): BlockNode {
  if (!isSectionHeading(node)) return node;
  const { role: _, ...heading } = node;
  return heading;
}

/** Whether a heading that used to be an ordinary block had links in that block. */
function hadLinks({ children, change }: Heading): boolean {
  const hasLink = (node: Inline): boolean =>
    'children' in node &&
    node.type !== 'added' &&
    ((node.type === 'link' && !!addressOf(node)) || node.children.some(hasLink));
  return !!change?.notes || children.some(hasLink);
}

/**
 * Takes a removed section out of a flow if the next block is the heading of a section that stays.
 * Otherwise, it would be shown at the end of the section before it.
 */
function takeOutRemoved(
  marked: readonly BlockNode[],
  b: readonly IndexedSection[],
): { kept: BlockNode[]; removed: IndexedSection[] } {
  const kept: BlockNode[] = [];
  const removed: IndexedSection[] = [];
  const isRemoved = (at: number) => marked[at]?.change?.kind === 'removed';
  const isHeading = (at: number) => at < marked.length && isSectionHeading(marked[at]!);
  /** Returns the sections that were removed from an index on, and the index after them. */
  const removedFrom = (start: number): [IndexedSection[], end: number] => {
    const sections: IndexedSection[] = [];
    let end = start;
    while (isRemoved(end) && isHeading(end)) {
      const { children } = marked[end] as Heading;
      const section = b.find(({ section: { headingContent } }) => headingContent === children);
      const blocks = section?.blocks.filter(({ inlineRuns }) => inlineRuns.length).length ?? 0;
      let next = end + 1;
      while (isRemoved(next) && !isHeading(next)) next++;
      // Some blocks of the section were kept.
      if (!section || next !== end + 1 + blocks) break;
      sections.push(section);
      end = next;
    }
    return [sections, end];
  };
  for (let at = 0; at < marked.length; at++) {
    const [sections, end] = removedFrom(at);
    let next = end;
    while (isRemoved(next)) next++;
    // The removed start of a section belongs to the new heading that follows it, if there is one.
    const isSeparate =
      next === end
        ? next === marked.length || isHeading(next)
        : isHeading(next) && marked[next]!.change?.kind === 'added';
    if (sections.length && isSeparate) {
      removed.push(...sections);
      at = end - 1;
    } else kept.push(marked[at]!);
  }
  return { kept, removed };
}

/** Returns the previous text of a heading that was inside another section, as a removed heading. */
function previousBodyHeading({ children }: Heading): Heading {
  const text = previousText(children);
  const change = { kind: 'removed', material: false } as const;
  return { type: 'heading', depth: 1, children: [{ type: 'text', text }], change };
}

/** Returns the previous text of marked content. */
function previousText(content: readonly Inline[]): string {
  return content
    .map((node) =>
      node.type === 'added'
        ? ''
        : 'children' in node
          ? previousText(node.children)
          : node.type === 'image'
            ? ` ${node.alt} `
            : inlineText([node]),
    )
    .join('');
}
