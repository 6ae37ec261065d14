/** Resolves the `#…` links of a policy and counts its words, in one walk through its tree. */

import { PolicyError } from '../model/errors.ts';
import { slugOf, type Ids } from '../model/ids.ts';
import { MAX_NODES } from '../model/limits.ts';
import { decodeFragment } from '../model/links.ts';
import type { Block, Heading, Section } from '../model/policy.ts';
import { countWords } from '../model/reading-time.ts';
import type { Task } from '../tasks.ts';
import { limitCombiningMarks, comparisonKey, inlineText, plainLine } from '../model/text.ts';

/** Counts made during the walk. */
export interface TreeCounts {
  readonly words: number;
  /** Number of links within the document whose target does not exist. */
  readonly lost: number;
}

/** The parts of a node that the walk uses. */
interface TreeNode {
  readonly type: string;
  id?: string;
  href?: string | null;
  text?: string;
  alt?: string;
  readonly children?: readonly TreeNode[];
  readonly caption?: readonly TreeNode[];
  readonly summary?: readonly TreeNode[];
}

/** Number of blocks between two pauses: about a millisecond of work. */
const BLOCKS_PER_STEP = 100;

/**
 * Resolves every `#…` link to a section, heading or block. Targets are found by id or by the text
 * of a heading, because every tool generates ids in its own way. Links without a target lose their
 * address.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function* resolveInternalLinks(
  intro: readonly Block[],
  sections: readonly Section[],
  ids: Ids,
): Task<TreeCounts> {
  const targets = new Map<string, () => string>();
  const links: TreeNode[] = [];
  const headings: (() => string)[] = [];
  let words = 0;
  let lost = 0;
  let nodes = 0;
  let inHeading = false;

  const add = (name: string, target: () => string) => {
    for (const key of [name, comparisonKey(name)])
      if (key && !targets.has(key)) targets.set(key, target);
  };
  const walk = (node: TreeNode): void => {
    if (++nodes > MAX_NODES) throw new PolicyError('too-complex', 'The policy is too complex.');
    const { type, text } = node;
    if (text) {
      words += countWords(text);
      node.text = inHeading ? plainLine(text) : limitCombiningMarks(text);
    }
    if (type === 'text') return;
    const { alt, id, href, children, caption, summary } = node;
    if (alt) node.alt = plainLine(alt);
    if (href?.[0] === '#' && type === 'link') links.push(node);
    if (id) {
      const given = (node.id = ids.assign(id));
      add(id, () => given);
    }
    if (type === 'heading') {
      const heading = inlineText((node as unknown as Heading).children);
      const target = () => (node.id ??= ids.assign(slugOf(heading)));
      headings.push(target);
      add(heading, target);
    }
    children?.forEach(walk);
    caption?.forEach(walk);
    summary?.forEach(walk);
  };
  const walkAll = function* (blocks: readonly unknown[]): Task<void> {
    for (const [index, block] of (blocks as readonly TreeNode[]).entries()) {
      walk(block);
      if (index % BLOCKS_PER_STEP === BLOCKS_PER_STEP - 1) yield;
    }
  };

  for (const { id, aliases, heading } of sections) {
    for (const name of [id, ...aliases, heading]) add(name, () => id);
  }
  yield* walkAll(intro);
  for (const { headingContent, blocks } of sections) {
    inHeading = true;
    yield* walkAll(headingContent);
    inHeading = false;
    yield* walkAll(blocks);
  }
  for (const link of links) {
    const wanted = decodeFragment(link.href as string);
    const target = targets.get(wanted) ?? targets.get(comparisonKey(wanted));
    link.href = target ? `#${target()}` : null;
    if (!target) lost++;
  }
  // Every heading gets an id, so that other pages can link to it.
  for (const target of headings) target();
  return { words, lost };
}
