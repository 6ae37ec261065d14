/** Parses a wrapped page: its nodes, which stay where they are, or its stored HTML. */

import { assemblePolicy, type AssembleOptions } from '../../core/assemble/index.ts';
import { languageTag } from '../../core/model/language-tag.ts';
import type { FlatNode, ParsedDocument } from '../../core/model/parsed-document.ts';
import type { Policy } from '../../core/model/policy.ts';
import type { Task } from '../../core/tasks.ts';
import { parseContent } from '../html/blocks.ts';
import { isNotShown } from '../html/elements.ts';
import { PageMeasure } from '../html/page-measure.ts';
import { parseHtml } from '../html/parse.ts';

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

/**
 * Assembles a policy from the stored HTML of a wrapped page, which is parsed in the same way as the
 * page's nodes.
 */
export function* assembleStoredPage(html: string, options: AssembleOptions): Task<Policy> {
  const { document } = yield* parseHtml(html);
  yield;
  return yield* assemblePolicy(parseElements(document.body, options.base).document, options);
}
