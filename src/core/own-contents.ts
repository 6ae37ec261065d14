/** Recognises the table of contents that a document wrote by hand. */

import type { Draft } from './draft.ts';
import type { Block, Inline, Link } from './policy.ts';
import { foldSpace, normalKey, phrasingText } from './text.ts';

type Content = Draft['content'];

/** Fewer entries are references in the text. */
const MIN_ENTRIES = 3;

/** Share of the entries that must lead to a heading: some are always forgotten. */
const MIN_SHARE = 0.8;

/** Drops lists of links to the document's own headings, with the heading or lead-in above them. */
export function dropOwnContents(content: Content): Content {
  const known = new Set<string>();
  for (const block of content) {
    if (block.id) known.add(normalKey(block.id));
    if (block.type !== 'draftHeading') continue;
    known.add(normalKey(phrasingText(block.children)));
    for (const alias of block.aliases ?? []) known.add(normalKey(alias));
  }
  const leads = ({ href, children }: Link) =>
    known.has(normalKey(phrasingText(children))) || known.has(normalKey(decode(href ?? '')));
  const kept: Content[number][] = [];
  content.forEach((block, index) => {
    const entries = block.type === 'list' || block.type === 'paragraph' ? entriesOf(block) : null;
    if (
      !entries ||
      entries.length < MIN_ENTRIES ||
      entries.filter(leads).length < entries.length * MIN_SHARE
    ) {
      kept.push(block);
      return;
    }
    const next = content[index + 1];
    const ends = !next || next.type === 'draftHeading' || next.type === 'thematicBreak';
    const lead = kept.at(-1);
    if (lead?.type === 'draftHeading' ? ends : lead?.type === 'paragraph' && isLeadIn(lead))
      kept.pop();
  });
  return kept;
}

/** The links of a block that is nothing but links within the document, or null. */
function entriesOf(block: Block): Link[] | null {
  const entries: Link[] = [];
  return collect(block, entries) ? entries : null;
}

function collect(
  node: Block | Inline | { children: readonly unknown[] },
  entries: Link[],
): boolean {
  if ('type' in node && node.type === 'link') {
    entries.push(node);
    return node.href?.[0] === '#';
  }
  if ('text' in node) return !/\p{L}{2}/u.test(node.text);
  return (
    !('children' in node) ||
    (node.children as readonly Block[]).every((child) => collect(child, entries))
  );
}

/** A line such as `Contents` or `On this page:`, in bold or not. */
function isLeadIn({ children }: { children: readonly Inline[] }): boolean {
  const text = foldSpace(phrasingText(children));
  return text.split(' ').length <= 4 && !/[.!?]$/.test(text);
}

/** The id that a fragment names. */
export function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment.slice(1));
  } catch {
    return fragment.slice(1);
  }
}
