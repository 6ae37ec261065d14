/** Removes the navigation and footer of the page that a policy was saved from. */

import type { FlatNode } from '../model/parsed-document.ts';
import type { Block, Inline } from '../model/policy.ts';
import { collapseWhitespace, inlineText } from '../model/text.ts';

/** Minimum number of links in a navigation. Fewer can be links to translations. */
const MIN_LINKS = 3;

/**
 * Maximum number of words outside links in a line of a navigation. Such a line can be the name of a
 * group of links.
 */
const MAX_WORDS = 4;

/** Minimum number of link groups in a site's footer. A single group can be a list of sources. */
const MIN_GROUPS = 2;

/** Matches the text of links from a policy back to its site, in many languages. */
const BACK_LINK =
  /^[\s←‹«<⬅]{0,3}(?:(?:go )?back\b|return to|zurück|retour|volver|voltar|torna|terug|tillbaka|tilbage|takaisin|wróć|назад|на главную|geri|返回|戻る)/i;

/**
 * Maximum length in characters of the text of a link back to the site. A longer text is part of the
 * policy.
 */
const MAX_BACK_LINK = 40;

/**
 * Removes links back to the site at both ends. Also removes the navigation before the title and, if
 * there is one, the groups of links at the end. Nothing that contains a sentence is removed.
 *
 * @param titleAt Index of the title's heading, or -1.
 */
export function stripPageChrome(
  content: readonly FlatNode[],
  titleAt: number,
): readonly FlatNode[] {
  const end = content.length - +isBackLink(content.at(-1));
  if (isBackLink(content[0])) return stripNavigation(content.slice(1, end), titleAt - 1);
  return stripNavigation(end < content.length ? content.slice(0, end) : content, titleAt);
}

function isBackLink(block: FlatNode | undefined): boolean {
  if (block?.type !== 'paragraph' || hasLetters(block.children, false)) return false;
  const text = collapseWhitespace(inlineText(block.children));
  return (
    text.length <= MAX_BACK_LINK &&
    BACK_LINK.test(text) &&
    linksOf(block).every((href) => href.startsWith('http'))
  );
}

function stripNavigation(content: readonly FlatNode[], titleAt: number): readonly FlatNode[] {
  const before = content.slice(0, Math.max(0, titleAt));
  const hasNavigation =
    before.every((block) => kindOf(block) !== 'prose') &&
    before.reduce((sum, block) => sum + linksOf(block).length, 0) >= MIN_LINKS;
  if (!hasNavigation) return content;
  return content.slice(titleAt, endOf(content, titleAt));
}

/**
 * Returns the index of the first block of the page's footer, or the number of blocks if there is no
 * footer.
 */
function endOf(content: readonly FlatNode[], titleAt: number): number {
  let start = content.length;
  while (start - 1 > titleAt && kindOf(content[start - 1] as Block) !== 'prose') start--;
  const tail = content.slice(start);
  const first = tail.findIndex(({ type }) => type === 'flatHeading');
  const groups = tail.filter(({ type }) => type === 'flatHeading').length;
  if (groups < MIN_GROUPS) return content.length;
  let end = start + first;
  // The footer may begin with a logo, or with a line that states when the page's file was changed.
  while (end > start && isPageLine(content[end - 1] as Block)) end--;
  return end;
}

function isPageLine(block: Block): boolean {
  const links = linksOf(block);
  return (
    links.some((href) => /\/(?:commits?|blame|history|edit)\//.test(href)) ||
    (links.length > 0 && block.type === 'paragraph' && !hasLetters(block.children))
  );
}

type Kind = 'links' | 'short' | 'prose';

function kindOf(block: FlatNode): Kind {
  const { type } = block;
  if (type === 'flatHeading' || type === 'thematicBreak') return 'short';
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

/**
 * Whether inline content has letters or digits outside images. Those in links count unless `inLinks`
 * is false.
 */
function hasLetters(children: readonly Inline[], inLinks = true): boolean {
  return children.some((child) =>
    'children' in child
      ? (inLinks || child.type !== 'link') && hasLetters(child.children, inLinks)
      : 'text' in child && /[\p{L}\d]/u.test(child.text),
  );
}

/** Returns the text outside links and images. */
function unlinked(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'link' || child.type === 'image') return ' ';
      if ('children' in child) return unlinked(child.children);
      return 'text' in child ? child.text : ' ';
    })
    .join('');
}

function linksOf(node: FlatNode | Inline): string[] {
  const own = node.type === 'link' ? [node.href ?? ''] : [];
  const children = ('children' in node ? node.children : []) as readonly Inline[];
  return own.concat(...children.map(linksOf));
}
