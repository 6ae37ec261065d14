/** Finds blocks that moved to another section with their words unchanged. */

import type { Block, BlockNode, Policy } from '../model/policy.ts';
import { childrenOf, type DiffContext, type IndexedBlock } from './block-index.ts';
import type { SectionComparison } from './comparison.ts';
import { hasSameAddresses } from './diff-blocks.ts';
import { placeOf } from './moved-blocks.ts';
import { countChanges } from './summary.ts';

/**
 * Minimum number of words in a block that counts as moved. Shorter blocks in two sections can be
 * equal by chance.
 */
const MIN_WORDS = 6;

/** A block that is marked as removed, and the older block that it was made from. */
interface RemovedBlock {
  readonly marked: BlockNode;
  readonly older: IndexedBlock;
}

/** The position of an older block among its siblings that have words. */
interface Position {
  readonly siblings: readonly BlockNode[];
  readonly index: number;
  /** Heading of the block's section, or null before the first section. */
  readonly heading: string | null;
}

/**
 * Finds blocks that were removed in one section and added in another, and marks them as moved. Such
 * moves are material, because the same words may mean something else under another heading.
 */
export function markMovesBetweenSections(
  sections: readonly SectionComparison[],
  before: Policy,
  context: DiffContext,
): readonly SectionComparison[] {
  const removed = removedByKey(sections, context);
  if (!removed.size) return sections;
  const moves = new Map<BlockNode, RemovedBlock>();
  forEachMarked(sections, 'added', (marked) => {
    const newer = context.indexBlock(unmarked(marked));
    const candidates = removed.get(newer.key);
    const index =
      candidates?.findIndex(({ older }) => hasSameAddresses(older, newer, context)) ?? -1;
    if (index >= 0) moves.set(marked, candidates!.splice(index, 1)[0]!);
  });
  if (!moves.size) return sections;
  const dropped = new Set(Array.from(moves.values(), ({ marked }) => marked));
  const positions = positionsIn(before, context);
  return sections.map((section) => {
    const blocks = replaceMoved(section.blocks, moves, dropped, positions, context);
    return blocks === section.blocks ? section : withBlocks(section, blocks as readonly Block[]);
  });
}

function removedByKey(
  sections: readonly SectionComparison[],
  context: DiffContext,
): Map<number, RemovedBlock[]> {
  const removed = new Map<number, RemovedBlock[]>();
  forEachMarked(sections, 'removed', (marked) => {
    const node = context.previousOf.get(marked);
    if (!node || 'role' in node) return;
    const older = context.indexBlock(node);
    if (context.bagOf(older).length < MIN_WORDS) return;
    const list = removed.get(older.key);
    if (list) list.push({ marked, older });
    else removed.set(older.key, [{ marked, older }]);
  });
  return removed;
}

/**
 * Calls `callback` for each block that was added or removed as a whole, except in sections that
 * were added or removed themselves.
 */
function forEachMarked(
  sections: readonly SectionComparison[],
  kind: 'added' | 'removed',
  callback: (block: BlockNode) => void,
): void {
  const walk = (blocks: readonly BlockNode[]): void => {
    for (const block of blocks) {
      if (block.change?.kind === kind) callback(block);
      else walk(childrenOf(block));
    }
  };
  for (const { blocks, section } of sections) if (blocks !== section.blocks) walk(blocks);
}

function unmarked(block: BlockNode): BlockNode {
  const { change: _, ...rest } = block;
  return rest;
}

/** Maps each older block to its position. */
function positionsIn(before: Policy, { indexBlock }: DiffContext): Map<BlockNode, Position> {
  const positions = new Map<BlockNode, Position>();
  const walk = (blocks: readonly BlockNode[], heading: string | null): void => {
    const siblings = blocks.filter((block) => indexBlock(block).inlineRuns.length);
    siblings.forEach((block, index) => positions.set(block, { siblings, index, heading }));
    for (const block of blocks) walk(childrenOf(block), heading);
  };
  walk(before.intro, null);
  for (const { blocks, heading } of before.sections) walk(blocks, heading);
  return positions;
}

/** Marks the moved blocks as moved, and drops the removed blocks at their old places. */
function replaceMoved(
  blocks: readonly BlockNode[],
  moves: ReadonlyMap<BlockNode, RemovedBlock>,
  dropped: ReadonlySet<BlockNode>,
  positions: ReadonlyMap<BlockNode, Position>,
  context: DiffContext,
): readonly BlockNode[] {
  const replaced: BlockNode[] = [];
  let run: { nodes: BlockNode[]; next: BlockNode | undefined } | undefined;
  for (const block of blocks) {
    if (dropped.has(block)) continue;
    const move = moves.get(block);
    if (!move) {
      run = undefined;
      const children = childrenOf(block);
      const inner = replaceMoved(children, moves, dropped, positions, context);
      replaced.push(inner === children ? block : ({ ...block, children: inner } as BlockNode));
      continue;
    }
    const { node } = move.older;
    const { siblings, index, heading } = positions.get(node)!;
    if (run?.next === node) {
      run.nodes.push(node);
      run.next = siblings[index + 1];
      replaced.push(unmarked(block));
      continue;
    }
    run = { nodes: [node], next: siblings[index + 1] };
    const previous = siblings[index - 1];
    const place = placeOf(previous && context.indexBlock(previous));
    const movedFrom = { blocks: run.nodes, after: place ?? heading };
    replaced.push({ ...block, change: { kind: 'moved', movedFrom, material: true } });
  }
  const isUnchanged =
    replaced.length === blocks.length && replaced.every((block, index) => block === blocks[index]);
  return isUnchanged ? blocks : replaced;
}

/** Returns a section with other marked blocks and the counts for these blocks. */
function withBlocks(section: SectionComparison, blocks: readonly Block[]): SectionComparison {
  const own = section.section.blocks;
  const isUnchanged =
    blocks.length === own.length && blocks.every((block, index) => block === own[index]);
  const counted = countChanges(isUnchanged ? [] : blocks);
  const others = section.kinds.filter((kind) => kind !== 'changed');
  const isOtherwiseMaterial = others.some((kind) => kind === 'split' || kind === 'renamed');
  return {
    ...section,
    blocks: isUnchanged ? own : blocks,
    kinds: counted.count ? section.kinds : others,
    count: section.count - countChanges(section.blocks).count + counted.count,
    material: counted.material || isOtherwiseMaterial,
  };
}
