/** Resolves the `#…` links of a policy, counts its words and cleans its texts. */

import { factsOf, type BlockFacts } from '../model/block-facts.ts';
import { tooComplex } from '../model/errors.ts';
import { slugOf, type Ids } from '../model/ids.ts';
import { MAX_NODES } from '../model/limits.ts';
import { percentDecode } from '../model/links.ts';
import type { Block, BlockNode, Link, Section } from '../model/policy.ts';
import type { Task } from '../tasks.ts';
import { limitCombiningMarks, comparisonKey, inlineText, plainLine } from '../model/text.ts';

/** Totals for a whole policy. */
export interface TreeCounts {
  readonly words: number;
  /** Number of links within the document whose target does not exist. */
  readonly lost: number;
}

/** A node whose fields can be assigned. */
type Mutable<Node> = { -readonly [Key in keyof Node]: Node[Key] };

/** Number of blocks between two pauses: about a millisecond of work. */
const BLOCKS_PER_STEP = 100;

/**
 * Resolves every `#…` link to a section, heading or block. Targets are found by id or by the text
 * of a heading, because tools generate ids in different ways. The address of a link without a
 * target becomes null.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function* resolveInternalLinks(
  intro: readonly Block[],
  sections: readonly Section[],
  ids: Ids,
): Task<TreeCounts> {
  const targets = new Map<string, () => string>();
  const references: Mutable<Link>[] = [];
  const headings: (() => string)[] = [];
  let words = 0;
  let lost = 0;
  let nodes = 0;

  const add = (name: string, target: () => string) => {
    for (const key of [name, comparisonKey(name)])
      if (key && !targets.has(key)) targets.set(key, target);
  };
  const addTarget = (block: Mutable<BlockNode>): void => {
    const { id } = block;
    if (id) {
      const given = (block.id = ids.assign(id));
      add(id, () => given);
    }
    if (block.type !== 'heading') return;
    const heading = inlineText(block.children);
    const target = () => (block.id ??= ids.assign(slugOf(heading)));
    headings.push(target);
    add(heading, target);
  };
  const addFacts = (facts: BlockFacts, clean: (text: string) => string): void => {
    nodes += facts.nodes;
    if (nodes > MAX_NODES) tooComplex();
    words += facts.words;
    for (const node of facts.unclean as readonly Mutable<BlockFacts['unclean'][number]>[]) {
      if (node.type === 'image') node.alt = plainLine(node.alt);
      else node.text = clean(node.text);
    }
    for (const link of facts.references) references.push(link);
    for (const block of facts.targets) addTarget(block);
  };
  const addAll = function* (blocks: readonly Block[]): Task<void> {
    for (const [index, block] of blocks.entries()) {
      addFacts(factsOf(block), limitCombiningMarks);
      if (index % BLOCKS_PER_STEP === BLOCKS_PER_STEP - 1) yield;
    }
  };

  for (const { id, aliases, heading } of sections) {
    for (const name of [id, ...aliases, heading]) add(name, () => id);
  }
  yield* addAll(intro);
  for (const { headingContent, blocks } of sections) {
    addFacts(factsOf({ type: 'flatHeading', level: 1, children: headingContent }), plainLine);
    yield* addAll(blocks);
  }
  for (const link of references) {
    const wanted = percentDecode(link.href!.slice(1));
    const target = targets.get(wanted) ?? targets.get(comparisonKey(wanted));
    link.href = target ? `#${target()}` : null;
    if (!target) lost++;
  }
  // Every heading gets an id, so that other pages can link to it.
  for (const target of headings) target();
  return { words, lost };
}
