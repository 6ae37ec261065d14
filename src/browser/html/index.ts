/** Reads HTML by an inert parser and an allow-list of elements. */

import type { ParsedDocument } from '../../core/model/parsed-document.ts';
import type { HtmlParser } from '../../core/parse/types.ts';
import { parseDocument } from './document.ts';
import { isNotShown, parseContent } from './blocks.ts';
import { stripUnread, parseHtml } from './parse.ts';
import { parseElements } from '../wrap/read-elements.ts';

export { stripUnread, parseElements };

/** Names that are looked up: HTML has some 2,200 and a text uses a dozen; more come of an attack. */
const MAX_NAMES = 500;

const characters = new Map<string, string | undefined>();

/** Parses HTML with the browser's parser. */
export const htmlParser: HtmlParser = {
  document: parseDocument,
  fragment: (html, base) =>
    parseContent(parseHtml(html).document.body, { base, skips: isNotShown }),
  reference(name) {
    if (!characters.has(name) && characters.size < MAX_NAMES) {
      // Something stands before it, since parsers leave out white space where a page begins.
      const said = parseHtml(`.&${name};`).document.body.textContent.slice(1);
      characters.set(name, /.;$/.test(said) ? undefined : said);
    }
    return characters.get(name);
  },
};

/** Reads kept HTML of a wrapped page just as the page's own nodes are read. */
export function parseStoredPage(html: string, base: string): ParsedDocument {
  return parseElements(parseHtml(html).document.body, base).document;
}
