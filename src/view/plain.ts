/**
 * Draws what is nothing but words by itself: a policy is thousands of paragraphs that never change,
 * and a template's markers and parts take several times as long as the element they draw.
 */

import type { BlockNode, Inline, Phrase } from '../core/policy.ts';
import { isPlain, type BlockContext } from './block-parts.ts';
import { relFor, type InlineContext } from './inlines.ts';

const PHRASES = new Map<string, string>([
  ['emphasis', 'em'],
  ['strong', 'strong'],
] satisfies [Phrase['type'], string][]);

/** The nodes of a block, or null where it has anything that templates know better. */
export function plainNode(block: BlockNode, context: BlockContext, isTight: boolean): Node | null {
  if (context.whole || !isPlain(block)) return null;
  if (block.type === 'paragraph') {
    const target = isTight ? document.createDocumentFragment() : document.createElement('p');
    return addInlines(target, block.children, context);
  }
  if (block.type === 'list' && !block.ordered) {
    const list = document.createElement('ul');
    list.setAttribute('role', 'list');
    for (const item of block.children) {
      if (!isPlain(item) || item.checked !== undefined) return null;
      const element = document.createElement('li');
      for (const child of item.children) {
        const node = plainNode(child, context, block.tight);
        if (!node) return null;
        element.append(node);
      }
      list.append(element);
    }
    return list;
  }
  return null;
}

/** Puts phrasing into a node; null where it has more than words and links. */
function addInlines(target: Node, inlines: readonly Inline[], context: InlineContext): Node | null {
  for (const inline of inlines) {
    let node: Node | null;
    if (inline.type === 'text') node = document.createTextNode(inline.text);
    else if (inline.type === 'link') {
      const { href, title, children } = inline;
      if (!href || href.startsWith('#')) return null;
      const link = document.createElement('a');
      link.href = href;
      const rel = relFor(href, context.origin);
      if (typeof rel === 'string') link.rel = rel;
      if (title) link.title = title;
      node = addInlines(link, children, context);
    } else {
      const name = PHRASES.get(inline.type);
      if (!name || !('children' in inline)) return null;
      node = addInlines(document.createElement(name), inline.children, context);
    }
    if (!node) return null;
    target.appendChild(node);
  }
  return target;
}
