/** Reads the page's own nodes, which stay where they are. */

import type { ParsedDocument, FlatHeading } from '../../core/model/parsed-document.ts';
import { languageTag } from '../../core/model/language-tag.ts';
import type { BlockNode } from '../../core/model/policy.ts';
import { isNotShown, parseContent } from '../html/blocks.ts';

/** What was read from nodes of the page, and from which. */
export interface WrappedDocument {
  readonly document: ParsedDocument;
  /** The nodes of each heading, block and part of a block that `draft` holds. */
  readonly nodes: ReadonlyMap<FlatHeading | BlockNode, readonly Node[]>;
}

/** Reads the children of an element of the page; nothing is touched. */
export function parseElements(root: Element, base: string): WrappedDocument {
  const nodes = new Map<FlatHeading | BlockNode, readonly Node[]>();
  const content = parseContent(root, {
    base,
    skips: isNotShown,
    notes: (block, from) => nodes.set(block, from),
  });
  const language = languageTag(root.closest('[lang]')?.getAttribute('lang'));
  const direction = getComputedStyle(root).direction as 'ltr' | 'rtl';
  return { document: { kind: 'html', content, direction, ...(language && { language }) }, nodes };
}
