/** Goes once over a policy's whole tree: leads its inner links to where they belong, and counts. */

import { PolicyError } from '../model/errors.ts';
import { slugOf, type Ids } from '../model/ids.ts';
import { MAX_NODES } from '../model/limits.ts';
import { decodeFragment } from '../model/links.ts';
import type { Block, Heading, Section } from '../model/policy.ts';
import { countWords } from '../model/reading-time.ts';
import type { Task } from '../tasks.ts';
import { limitCombiningMarks, comparisonKey, inlineText, plainLine } from '../model/text.ts';

/** What was found on the way. */
export interface ResolvedLinks {
  readonly words: number;
  /** Links within the document that lead nowhere. */
  readonly lost: number;
}

/** A node of the tree, as far as walking goes. */
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

/** Blocks walked between two steps: about a millisecond of work. */
const BLOCKS_A_STEP = 100;

/**
 * Gives every link to `#…` the id of the section, heading or block that it means: by that id, or by
 * a heading that reads alike, since every tool makes ids in its own way. The others lead nowhere.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function* resolveInternalLinks(
  intro: readonly Block[],
  sections: readonly Section[],
  ids: Ids,
): Task<ResolvedLinks> {
  const places = new Map<string, () => string>();
  const links: TreeNode[] = [];
  const headings: (() => string)[] = [];
  let words = 0;
  let lost = 0;
  let nodes = 0;
  let inHeading = false;

  const add = (name: string, place: () => string) => {
    for (const key of [name, comparisonKey(name)])
      if (key && !places.has(key)) places.set(key, place);
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
      const given = (node.id = ids.give(id));
      add(id, () => given);
    }
    if (type === 'heading') {
      const heading = inlineText((node as unknown as Heading).children);
      const place = () => (node.id ??= ids.give(slugOf(heading)));
      headings.push(place);
      add(heading, place);
    }
    children?.forEach(walk);
    caption?.forEach(walk);
    summary?.forEach(walk);
  };
  const walkAll = function* (blocks: readonly unknown[]): Task<void> {
    for (const [index, block] of (blocks as readonly TreeNode[]).entries()) {
      walk(block);
      if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
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
    const place = places.get(wanted) ?? places.get(comparisonKey(wanted));
    link.href = place ? `#${place()}` : null;
    if (!place) lost++;
  }
  // Other pages link to them, too, by what any tool would call them.
  for (const place of headings) place();
  return { words, lost };
}
