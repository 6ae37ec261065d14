/** Recognises the table of contents that a document wrote by hand. */

import type { ParsedDocument } from '../model/parsed-document.ts';
import { decodeFragment } from '../model/links.ts';
import type { Block, Inline, Link } from '../model/policy.ts';
import { collapseWhitespace, comparisonKey, inlineText } from '../model/text.ts';

type Content = ParsedDocument['content'];

/** Fewer entries are references in the text. */
const MIN_ENTRIES = 3;

/** Share of the entries that must lead to a heading: some are always forgotten. */
const MIN_SHARE = 0.8;

/** What may stand between two entries: numbers, letters of lists, bars. */
const SEPARATOR = /^[\s\d.,;:|/()[\]·•●▪–—-]*(?:[a-z]|[ivx]+)?[.)]?\s*$/i;

/** Drops lists of links to the document's own headings, with the heading or lead-in above them. */
export function stripContents(content: Content): Content {
  let known: Set<string> | undefined;
  const leads = ({ href, children }: Link) => {
    known ??= placesIn(content);
    return (
      known.has(comparisonKey(inlineText(children))) ||
      known.has(comparisonKey(decodeFragment(href ?? '')))
    );
  };
  const kept: Content[number][] = [];
  for (let index = 0; index < content.length;) {
    const entries: Link[] = [];
    let end = index;
    for (let block = content[end]; block && isEntries(block, entries); block = content[++end]);
    const own =
      entries.length >= MIN_ENTRIES && entries.filter(leads).length >= entries.length * MIN_SHARE;
    if (own) {
      const next = content[end];
      const ends = !next || next.type === 'draftHeading' || next.type === 'thematicBreak';
      const lead = kept.at(-1);
      if (lead?.type === 'draftHeading' ? ends : lead?.type === 'paragraph' && isLeadIn(lead))
        kept.pop();
    } else {
      end = Math.max(end, index + 1);
      kept.push(...content.slice(index, end));
    }
    index = end;
  }
  return kept;
}

function placesIn(content: Content): Set<string> {
  const places = new Set<string>();
  for (const block of content) {
    if (block.id) places.add(comparisonKey(block.id));
    if (block.type !== 'draftHeading') continue;
    places.add(comparisonKey(inlineText(block.children)));
    for (const alias of block.aliases ?? []) places.add(comparisonKey(alias));
  }
  return places;
}

/** Whether a block is nothing but links within the document, which are added to `entries`. */
function isEntries(block: Content[number], entries: Link[]): boolean {
  if (block.type !== 'list' && block.type !== 'paragraph') return false;
  const own: Link[] = [];
  if (!collect(block, own) || !own.length) return false;
  entries.push(...own);
  return true;
}

function collect(
  node: Block | Inline | { children: readonly unknown[] },
  entries: Link[],
): boolean {
  if ('type' in node && node.type === 'link') {
    entries.push(node);
    return node.href?.[0] === '#';
  }
  // Numbers and separators may stand between the links, words may not.
  if ('text' in node) return SEPARATOR.test(node.text);
  return (
    !('children' in node) ||
    (node.children as readonly Block[]).every((child) => collect(child, entries))
  );
}

/** A line such as `Contents` or `On this page:`, in bold or not. */
function isLeadIn({ children }: { children: readonly Inline[] }): boolean {
  const text = collapseWhitespace(inlineText(children));
  return text.split(' ').length <= 4 && !/[.!?]$/.test(text);
}
