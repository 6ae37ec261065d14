/** Parses single kinds of blocks. */

import { childOf, isElement, summaryOf } from './elements.ts';
import { parseHeading, parseInlines } from './inlines.ts';
import { parseDescriptions, parseList } from './lists.ts';
import type { BlockParser } from './lists.ts';
import { parseTable } from './tables.ts';

/** Returns the child nodes of an element, except one. */
export function childNodesExcept(element: Element, child: Element | null): Node[] {
  return [...element.childNodes].filter((node) => node !== child);
}

/** Returns the text of a `<pre>`, with its line breaks. */
function preformattedText(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += (node as Text).data;
    else if (isElement(node)) text += node.localName === 'br' ? '\n' : preformattedText(node);
  }
  return text;
}

/** The parsers of the elements that become blocks, by name. */
export const PARSERS = new Map<string, BlockParser>(
  Object.entries({
    ul: parseList,
    ol: parseList,
    menu: parseList,
    dir: parseList,
    dl: parseDescriptions,
    table: parseTable,
    hr: () => ({ type: 'thematicBreak' }),
    pre: (element) => {
      const text = preformattedText(element).replace(/^\n/, '').trimEnd();
      return text ? { type: 'code', text } : null;
    },
    blockquote: (element, _context, parseChildren) => {
      const children = parseChildren(element.childNodes);
      return children.length ? { type: 'blockquote', children } : null;
    },
    details: (element, context, parseChildren) => {
      const summary = summaryOf(element);
      return {
        type: 'details',
        summary: summary ? parseHeading(summary, context) : [],
        children: parseChildren(childNodesExcept(element, summary)),
      };
    },
    figure: (element, context, parseChildren) => {
      const captionElement = childOf(element, 'figcaption');
      const caption = captionElement ? parseInlines(captionElement.childNodes, context) : [];
      const children = parseChildren(childNodesExcept(element, captionElement));
      if (!children.length && !caption.length) return null;
      return { type: 'figure', caption, children };
    },
  } satisfies Record<string, BlockParser>),
);
