/** Reads HTML by an inert parser and an allow-list of elements. */

import type { HtmlReader } from '../../core/read.ts';
import { readDocument } from './document.ts';
import { isNotShown, readContent } from './elements.ts';
import { parseHtml } from './parse.ts';

/** The reader of HTML that the core is lent. */
export const htmlReader: HtmlReader = {
  document: readDocument,
  fragment: (html, base) => readContent(parseHtml(html).document.body, { base, skips: isNotShown }),
};
