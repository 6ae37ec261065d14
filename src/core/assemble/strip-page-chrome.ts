/** Leaves out what belongs to the page that a policy was saved from, not to the policy. */

import type { ParsedDocument } from '../model/parsed-document.ts';
import type { Block, Inline } from '../model/policy.ts';
import { collapseWhitespace, inlineText } from '../model/text.ts';

type Content = ParsedDocument['content'];

/** Links that make a run of blocks navigation; fewer may be a word on other languages. */
const MIN_LINKS = 3;

/** Words beside links that navigation may have, such as the names of its groups. */
const MAX_WORDS = 4;

/** Groups of links at the end that are a site's footer; one alone may be a list of sources. */
const MIN_GROUPS = 2;

/**
 * Drops navigation before the title and, from a page that had such, the groups of links at its
 * end. Where anything reads like a sentence nothing is dropped.
 *
 * @param titleAt Index of the title's heading, or -1.
 */
export function stripPageChrome(content: Content, titleAt: number): Content {
  const before = content.slice(0, Math.max(0, titleAt));
  const framed =
    before.every((block) => kindOf(block) !== 'prose') &&
    before.reduce((sum, block) => sum + linksOf(block).length, 0) >= MIN_LINKS;
  if (!framed) return content;
  return content.slice(titleAt, endOf(content, titleAt));
}

/** Where the policy ends and the page's footer begins. */
function endOf(content: Content, titleAt: number): number {
  let start = content.length;
  while (start - 1 > titleAt && kindOf(content[start - 1] as Block) !== 'prose') start--;
  const tail = content.slice(start);
  const first = tail.findIndex(({ type }) => type === 'draftHeading');
  const groups = tail.filter(({ type }) => type === 'draftHeading').length;
  if (groups < MIN_GROUPS) return content.length;
  let end = start + first;
  // A logo, and the line that says when the page's file was changed, begin the site's part.
  while (end > start && isPageLine(content[end - 1] as Block)) end--;
  return end;
}

function isPageLine(block: Block): boolean {
  const links = linksOf(block);
  return (
    links.some((href) => /\/(?:commits?|blame|history|edit)\//.test(href)) ||
    (links.length > 0 && block.type === 'paragraph' && !written(block.children))
  );
}

type Kind = 'links' | 'short' | 'prose';

function kindOf(block: Content[number]): Kind {
  const { type } = block;
  if (type === 'draftHeading' || type === 'thematicBreak') return 'short';
  if (type === 'list') {
    const kinds = block.children.map((item) =>
      item.children.every((child) => kindOf(child) !== 'prose') ? 'short' : 'prose',
    );
    return kinds.includes('prose') ? 'prose' : 'links';
  }
  if (type !== 'paragraph') return 'prose';
  const text = collapseWhitespace(inlineText(block.children));
  if (/^(?:©|\(c\)|copyright\b)/i.test(text)) return 'short';
  const own = collapseWhitespace(unlinked(block.children));
  const links = linksOf(block);
  const isSentence = /[.!?;。]$/.test(own) || links.some((href) => !/^(?:http|#|$)/.test(href));
  if (isSentence || (own && own.split(' ').length > MAX_WORDS)) return 'prose';
  return links.length ? 'links' : 'short';
}

/** Whether there are words that are not an image's. */
function written(children: readonly Inline[]): boolean {
  return children.some((child) =>
    'children' in child ? written(child.children) : 'text' in child && !!child.text.trim(),
  );
}

/** The words that are not in a link, and not an image's. */
function unlinked(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'link' || child.type === 'image') return ' ';
      if ('children' in child) return unlinked(child.children);
      return 'text' in child ? child.text : ' ';
    })
    .join('');
}

function linksOf(node: Content[number] | Inline): string[] {
  const own = node.type === 'link' ? [node.href ?? ''] : [];
  const children = ('children' in node ? node.children : []) as readonly Inline[];
  return own.concat(...children.map(linksOf));
}
