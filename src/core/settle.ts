/** Goes once over a policy's whole tree: leads its inner links to where they belong, and counts. */

import { PolicyError } from './errors.ts';
import { slugOf, type Ids } from './ids.ts';
import { MAX_NODES } from './limits.ts';
import { decodeFragment } from './links.ts';
import type { Block, Heading, Section } from './policy.ts';
import { countWords } from './reading-time.ts';
import type { Steps } from './steps.ts';
import { capMarks, normalKey, phrasingText, plainLine } from './text.ts';

/** What was found on the way. */
export interface Settled {
  readonly words: number;
  /** Links within the document that lead nowhere. */
  readonly lost: number;
}

/** A node of the tree, as far as walking goes. */
interface Node {
  readonly type: string;
  id?: string;
  href?: string | null;
  text?: string;
  alt?: string;
  readonly children?: readonly Node[];
  readonly caption?: readonly Node[];
  readonly summary?: readonly Node[];
}

/** Blocks walked between two steps: about a millisecond of work. */
const BLOCKS_A_STEP = 100;

/**
 * Gives every link to `#…` the id of the section, heading or block that it means: by that id, or by
 * a heading that reads alike, since every tool makes ids in its own way. The others lead nowhere.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function* settleTree(
  intro: readonly Block[],
  sections: readonly Section[],
  ids: Ids,
): Steps<Settled> {
  const places = new Map<string, () => string>();
  const links: Node[] = [];
  const headings: (() => string)[] = [];
  let words = 0;
  let lost = 0;
  let nodes = 0;
  let inHeading = false;

  const add = (name: string, place: () => string) => {
    for (const key of [name, normalKey(name)]) if (key && !places.has(key)) places.set(key, place);
  };
  const walk = (node: Node): void => {
    if (++nodes > MAX_NODES) throw new PolicyError('too-complex', 'The policy is too complex.');
    const { type, text } = node;
    if (text) {
      words += countWords(text);
      node.text = inHeading ? plainLine(text) : capMarks(text);
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
      const heading = phrasingText((node as unknown as Heading).children);
      const place = () => (node.id ??= ids.give(slugOf(heading)));
      headings.push(place);
      add(heading, place);
    }
    children?.forEach(walk);
    caption?.forEach(walk);
    summary?.forEach(walk);
  };
  const walkAll = function* (blocks: readonly unknown[]): Steps<void> {
    for (const [index, block] of (blocks as readonly Node[]).entries()) {
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
    const place = places.get(wanted) ?? places.get(normalKey(wanted));
    link.href = place ? `#${place()}` : null;
    if (!place) lost++;
  }
  // Other pages link to them, too, by what any tool would call them.
  for (const place of headings) place();
  return { words, lost };
}
