/** Leaves out what belongs to the page that a policy was saved from, not to the policy. */

import type { Draft } from './draft.ts';
import type { Block, Inline } from './policy.ts';
import { foldSpace, phrasingText } from './text.ts';

type Content = Draft['content'];

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
export function dropPageChrome(content: Content, titleAt: number): Content {
  const before = content.slice(0, Math.max(0, titleAt));
  const framed =
    before.every((block) => kindOf(block) !== 'prose') &&
    before.reduce((sum, block) => sum + linksIn(block), 0) >= MIN_LINKS;
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
  // The line above the footer that says when the page's file was changed is the site's as well.
  while (
    end > start &&
    /\/(?:commits?|blame|history|edit)\//.test(addresses(content[end - 1] as Block))
  )
    end--;
  return end;
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
  const text = foldSpace(phrasingText(block.children));
  if (/^(?:©|\(c\)|copyright\b)/i.test(text)) return 'short';
  const own = foldSpace(unlinked(block.children));
  const words = own ? own.split(' ').length : 0;
  if (linksIn(block)) return words <= MAX_WORDS ? 'links' : 'prose';
  return words <= MAX_WORDS && !/[.!?:;]$/.test(own) ? 'short' : 'prose';
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

function linksIn(block: Content[number]): number {
  return walkLinks(block).length;
}

function addresses(block: Block): string {
  return walkLinks(block).join(' ');
}

function walkLinks(node: Content[number] | Inline | { children?: readonly unknown[] }): string[] {
  const own = 'type' in node && node.type === 'link' ? [node.href ?? ''] : [];
  const children = ('children' in node ? node.children : []) as readonly Inline[];
  return own.concat(...children.map(walkLinks));
}
