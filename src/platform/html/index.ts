/** Reads HTML by an inert parser and an allow-list of elements. */

import type { Draft } from '../../core/draft.ts';
import type { HtmlReader } from '../../core/read.ts';
import { readDocument } from './document.ts';
import { isNotShown, readContent } from './elements.ts';
import { parseHtml } from './parse.ts';
import { readElements } from './wrapped.ts';

export { readElements };

/** The reader of HTML that the core is lent. */
export const htmlReader: HtmlReader = {
  document: readDocument,
  fragment: (html, base) => readContent(parseHtml(html).document.body, { base, skips: isNotShown }),
};

/** Reads kept HTML of a wrapped page just as the page's own nodes are read. */
export function readKeptPage(html: string, base: string): Draft {
  return readElements(parseHtml(html).document.body, base).draft;
}
