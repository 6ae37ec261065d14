/** Removes a table of contents that is part of the text. */

import { factsOf } from '../model/block-facts.ts';
import type { FlatNode } from '../model/parsed-document.ts';
import { percentDecode } from '../model/links.ts';
import type { Block, Inline, Link } from '../model/policy.ts';
import { collapseWhitespace, comparisonKey, inlineText } from '../model/text.ts';

/** Minimum number of entries of a table of contents. Fewer links are references in the text. */
const MIN_ENTRIES = 3;

/**
 * Minimum share of entries that lead to a heading. A table of contents is often partly out of date.
 */
const MIN_SHARE = 0.8;

/** Matches the text between two entries: numbers, list letters, bars. */
const SEPARATOR = /^[\s\d.,;:|/()[\]·•●▪–—-]*(?:(?:[a-z]|[ivx]{1,8})[.)]?)?$/i;

/**
 * Removes lists of links to the document's own headings, with the heading or lead-in above them. A
 * copy of a document can state the URL of the original in these links.
 */
export function stripContents(content: readonly FlatNode[]): readonly FlatNode[] {
  let targets: Set<string> | undefined;
  const hasTarget = ({ href, children }: Link) => {
    targets ??= targetsIn(content);
    return (
      targets.has(comparisonKey(inlineText(children))) ||
      (href?.[0] === '#' && targets.has(comparisonKey(percentDecode(href.slice(1)))))
    );
  };
  const kept: FlatNode[] = [];
  for (let index = 0; index < content.length;) {
    const entries: Link[] = [];
    let end = index;
    for (let block = content[end]; block && isEntries(block, entries); block = content[++end]);
    const isContents =
      entries.length >= MIN_ENTRIES &&
      new Set(entries.map(({ href }) => href?.split('#', 1)[0])).size === 1 &&
      entries.filter(hasTarget).length >= entries.length * MIN_SHARE;
    if (isContents) {
      const next = content[end];
      const isLast = !next || next.type === 'flatHeading' || next.type === 'thematicBreak';
      const lead = kept.at(-1);
      if (lead?.type === 'flatHeading' ? isLast : lead?.type === 'paragraph' && isLeadIn(lead))
        kept.pop();
    } else {
      end = Math.max(end, index + 1);
      for (let at = index; at < end; at++) kept.push(content[at]!);
    }
    index = end;
  }
  return kept;
}

function targetsIn(content: readonly FlatNode[]): Set<string> {
  const targets = new Set<string>();
  for (const block of content) {
    if (block.id) targets.add(comparisonKey(block.id));
    if (block.type !== 'flatHeading') continue;
    targets.add(comparisonKey(inlineText(block.children)));
    for (const alias of block.aliases ?? []) targets.add(comparisonKey(alias));
  }
  return targets;
}

/** Whether a block contains only links to places in a document. If so, adds them to `entries`. */
function isEntries(block: FlatNode, entries: Link[]): boolean {
  if (block.type !== 'list' && block.type !== 'paragraph') return false;
  if (!factsOf(block).lines.some(({ links }) => links.some(({ href }) => href.includes('#')))) {
    return false;
  }
  const own: Link[] = [];
  if (!collect(block, own)) return false;
  for (const link of own) entries.push(link);
  return true;
}

function collect(
  node: Block | Inline | { children: readonly unknown[] },
  entries: Link[],
): boolean {
  if ('type' in node && node.type === 'link') {
    entries.push(node);
    return !!node.href?.includes('#');
  }
  // Numbers and separators are allowed between links, but words are not.
  if ('text' in node) return SEPARATOR.test(node.text.trimEnd());
  return (
    !('children' in node) ||
    (node.children as readonly Block[]).every((child) => collect(child, entries))
  );
}

/** Whether a paragraph is a line such as `Contents` or `On this page:`. */
function isLeadIn({ children }: { children: readonly Inline[] }): boolean {
  const text = collapseWhitespace(inlineText(children));
  return text.split(' ').length <= 4 && !/[.!?]$/.test(text);
}
