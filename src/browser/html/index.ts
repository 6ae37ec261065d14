/** Parses HTML with an inert parser and an allow-list of elements. */

import type { HtmlParser } from '../../core/parse/types.ts';
import { runSync } from '../../core/tasks.ts';
import { parseContent } from './blocks.ts';
import { parseDocument } from './document.ts';
import { isNotShown } from './elements.ts';
import { PageMeasure } from './page-measure.ts';
import { parseHtml } from './parse.ts';

export { stripUnread } from './parse.ts';

/**
 * Maximum number of named character references that are looked up. HTML has about 2,200, and a text
 * uses a dozen.
 */
const MAX_NAMES = 500;

const characters = new Map<string, string | undefined>();

/**
 * Creates the HTML parser of one document. All pieces of HTML in the document, such as those
 * between Markdown blocks, count towards the same maximum number of elements.
 */
export function createHtmlParser(): HtmlParser {
  const budget = { elements: 0 };
  const parse = (html: string) => runSync(parseHtml(html, budget)).document.body;
  return {
    document: (html, base) => parseDocument(html, base, budget),
    fragment(html, base) {
      const body = parse(html);
      return parseContent(body, { base, measure: new PageMeasure(body), skips: isNotShown });
    },
    reference(name) {
      if (!characters.has(name) && characters.size < MAX_NAMES) {
        // The dot is needed because parsers drop white space at the start of a page.
        const text = parse(`.&${name};`).textContent.slice(1);
        characters.set(name, /.;$/.test(text) ? undefined : text);
      }
      return characters.get(name);
    },
  };
}
