/** What is read of HTML where there is no page and so no parser: its text and headings. */

import type { DraftHeading } from './draft.ts';
import { PolicyError } from './errors.ts';
import { explicitId } from './ids.ts';
import { decodeReferences } from './markdown/character-references.ts';
import { parseTag, UNREAD } from './markdown/extras/inline-html.ts';
import type { Block } from './policy.ts';
import type { HtmlReader } from './read.ts';
import { referenceName } from './reference-names.ts';
import { foldSpace } from './text.ts';

const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|center|d[dlt]|details|div|figcaption|figure|footer|h[1-6r]|header|li|main|nav|ol|p|pre|section|summary|t[dhr]|table|tbody|tfoot|thead|ul)$/;

/** The reader that programs without a page have: whole documents are beyond it. */
export const textualHtml: HtmlReader = {
  document() {
    throw new PolicyError('unsupported', 'No reader of this form was lent.');
  },
  fragment: readMarkup,
  reference: referenceName,
};

/** Keeps the words of markup: a paragraph for each block, headings as headings. */
function readMarkup(html: string): (DraftHeading | Block)[] {
  const content: (DraftHeading | Block)[] = [];
  let text = '';
  let level = 0;
  let id: string | undefined;
  let unread = false;
  const flush = () => {
    const said = foldSpace(decodeReferences(text, textualHtml));
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
    const tag = part[0] === '<' ? parseTag(part, textualHtml) : null;
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
