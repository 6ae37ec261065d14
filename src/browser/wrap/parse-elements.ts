/** Parses the nodes of a wrapped page, which stay where they are. */

import { languageTag } from '../../core/model/language-tag.ts';
import type { FlatNode, ParsedDocument } from '../../core/model/parsed-document.ts';
import { parseContent } from '../html/blocks.ts';
import { isNotShown } from '../html/elements.ts';
import { PageMeasure } from '../html/page-measure.ts';

/** A document parsed from nodes of the page. */
export interface WrappedDocument {
  readonly document: ParsedDocument;
  /** The nodes that each part of the document's content was parsed from. */
  readonly nodes: ReadonlyMap<FlatNode, readonly Node[]>;
}

/** Parses the children of an element of the page without changing them. */
export function parseElements(root: Element, base: string): WrappedDocument {
  const nodes = new Map<FlatNode, readonly Node[]>();
  const content = parseContent(root, {
    base,
    measure: new PageMeasure(root),
    skips: isNotShown,
    onBlock: (block, from) => nodes.set(block, from),
  });
  const language = languageTag(root.closest('[lang]')?.getAttribute('lang'));
  const direction = getComputedStyle(root).direction as 'ltr' | 'rtl';
  return { document: { kind: 'html', content, direction, ...(language && { language }) }, nodes };
}
