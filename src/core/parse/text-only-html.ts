/** What is read of HTML where there is no page and so no parser: its text and headings. */

import type { FlatHeading } from '../model/parsed-document.ts';
import { PolicyError } from '../model/errors.ts';
import { explicitId } from '../model/ids.ts';
import { decodeReferences } from './markdown/character-references.ts';
import { parseTag, UNREAD } from './markdown/extensions/inline-html.ts';
import type { Block } from '../model/policy.ts';
import type { HtmlParser } from '../parse-policy.ts';
import { referenceName } from './reference-names.ts';
import { collapseWhitespace } from '../model/text.ts';

const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|center|d[dlt]|details|div|figcaption|figure|footer|h[1-6r]|header|li|main|nav|ol|p|pre|section|summary|t[dhr]|table|tbody|tfoot|thead|ul)$/;

/** The reader that programs without a page have: whole documents are beyond it. */
export const textOnlyHtml: HtmlParser = {
  document() {
    throw new PolicyError('unsupported', 'No reader of this form was lent.');
  },
  fragment: readMarkup,
  reference: referenceName,
};

/** Keeps the words of markup: a paragraph for each block, headings as headings. */
function readMarkup(html: string): (FlatHeading | Block)[] {
  const content: (FlatHeading | Block)[] = [];
  let text = '';
  let level = 0;
  let id: string | undefined;
  let unread = false;
  const flush = () => {
    const said = collapseWhitespace(decodeReferences(text, textOnlyHtml));
    const children = [{ type: 'text' as const, text: said }];
    text = '';
    if (!said) return;
    content.push(
      level
        ? { type: 'draftHeading', level, children, ...(id && { id }) }
        : { type: 'paragraph', children },
    );
  };
  for (const [part] of html.matchAll(/<!--[^]*?(?:-->|$)|<[^<>]*>|<|[^<]+/g)) {
    const tag = part[0] === '<' ? parseTag(part, textOnlyHtml) : null;
    if (tag && UNREAD.test(tag.name)) unread = !tag.closing;
    else if (unread) continue;
    else if (tag && BLOCK.test(tag.name)) {
      flush();
      const heading = /^h([1-6])$/.exec(tag.name);
      level = heading && !tag.closing ? Number(heading[1]) : 0;
      id = explicitId(tag.attribute('id'));
    } else if (!tag && !part.startsWith('<!--')) text += part;
  }
  flush();
  return content;
}
