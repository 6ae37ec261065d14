/** Reads the page's own nodes, which stay where they are. */

import type { Draft, DraftHeading } from '../../core/draft.ts';
import { languageTag } from '../../core/language-tag.ts';
import type { BlockNode } from '../../core/policy.ts';
import { isNotShown, readContent } from './elements.ts';

/** What was read from nodes of the page, and from which. */
export interface WrappedReading {
  readonly draft: Draft;
  /** The nodes of each heading, block and part of a block that `draft` holds. */
  readonly nodes: ReadonlyMap<DraftHeading | BlockNode, readonly Node[]>;
}

/** Reads the children of an element of the page; nothing is touched. */
export function readElements(root: Element, base: string): WrappedReading {
  const nodes = new Map<DraftHeading | BlockNode, readonly Node[]>();
  const content = readContent(root, {
    base,
    skips: isNotShown,
    notes: (block, from) => nodes.set(block, from),
  });
  const language = languageTag(root.closest('[lang]')?.getAttribute('lang'));
  const direction = getComputedStyle(root).direction as 'ltr' | 'rtl';
  return { draft: { kind: 'html', content, direction, ...(language && { language }) }, nodes };
}
