/** What is left of HTML in Markdown where nobody lends an HTML reader: its text and headings. */

import type { DraftHeading } from '../../draft.ts';
import { explicitId } from '../../ids.ts';
import type { Block } from '../../policy.ts';
import { foldSpace } from '../../text.ts';
import { decodeReferences } from '../character-references.ts';
import { parseTag, UNREAD } from './inline-html.ts';
import { referenceName } from './reference-names.ts';

const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|center|d[dlt]|details|div|figcaption|figure|footer|h[1-6r]|header|li|main|nav|ol|p|pre|section|summary|t[dhr]|table|tbody|tfoot|thead|ul)$/;

/** Keeps the words of markup: a paragraph for each block, headings as headings. */
export function readMarkup(html: string): (DraftHeading | Block)[] {
  const content: (DraftHeading | Block)[] = [];
  let text = '';
  let level = 0;
  let id: string | undefined;
  let unread = false;
  const flush = () => {
    const said = foldSpace(decodeReferences(text, referenceName));
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
    const tag = part[0] === '<' ? parseTag(part) : null;
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
