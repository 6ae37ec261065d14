/** Leads the links within a document to where its parts stand now. */

import { Ids, slugOf } from './ids.ts';
import { decode } from './own-contents.ts';
import type { Block, Heading, Link, Section } from './policy.ts';
import { normalKey, phrasingText } from './text.ts';

/** A node of the tree, as far as walking goes. */
interface Node {
  readonly type: string;
  id?: string;
  readonly children?: readonly Node[];
  readonly caption?: readonly Node[];
  readonly summary?: readonly Node[];
}

/**
 * Gives every link to `#…` the id of the section, heading or block that it means: by that id, or by
 * a heading that reads alike, since every tool makes ids in its own way. The others lead nowhere.
 *
 * @returns the number of links that lead nowhere.
 */
export function settleFragments(
  intro: readonly Block[],
  sections: readonly Section[],
  ids: Ids,
): number {
  const places = new Map<string, () => string>();
  const links: { href: Link['href'] }[] = [];
  const add = (key: string, place: () => string) => {
    if (key && !places.has(key)) places.set(key, place);
  };
  const walk = (node: Node) => {
    if (node.type === 'link' && (node as unknown as Link).href?.[0] === '#') {
      links.push(node as unknown as { href: string });
    }
    if (node.id) {
      const given = ids.give(node.id);
      add(node.id, () => given);
      add(normalKey(node.id), () => given);
      node.id = given;
    }
    if (node.type === 'heading') {
      const text = phrasingText((node as unknown as Heading).children);
      add(normalKey(text), () => (node.id ??= ids.give(slugOf(text))));
    }
    for (const part of [node.children, node.caption, node.summary]) part?.forEach(walk);
  };
  for (const { id, aliases, heading } of sections) {
    for (const name of [id, ...aliases]) add(name, () => id);
    for (const name of [heading, id, ...aliases]) add(normalKey(name), () => id);
  }
  for (const block of intro) walk(block as Node);
  for (const { headingContent, blocks } of sections) {
    for (const node of headingContent) walk(node as unknown as Node);
    for (const block of blocks) walk(block as Node);
  }
  let lost = 0;
  for (const link of links) {
    const wanted = decode(link.href as string);
    const place = places.get(wanted) ?? places.get(normalKey(wanted));
    link.href = place ? `#${place()}` : null;
    if (!place) lost++;
  }
  return lost;
}
