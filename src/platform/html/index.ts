/** Reads HTML by an inert parser and an allow-list of elements. */

import type { Draft } from '../../core/draft.ts';
import type { HtmlReader } from '../../core/read.ts';
import { readDocument } from './document.ts';
import { isNotShown, readContent } from './elements.ts';
import { leanHtml, parseHtml } from './parse.ts';
import { readElements } from './wrapped.ts';

export { leanHtml, readElements };

/** Names that are looked up: HTML has some 2,200 and a text uses a dozen; more come of an attack. */
const MAX_NAMES = 500;

const characters = new Map<string, string | undefined>();

/** The reader of HTML that the core is lent. */
export const htmlReader: HtmlReader = {
  document: readDocument,
  fragment: (html, base) => readContent(parseHtml(html).document.body, { base, skips: isNotShown }),
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
export function readKeptPage(html: string, base: string): Draft {
  return readElements(parseHtml(html).document.body, base).draft;
}
