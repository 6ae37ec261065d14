/** Finds headings that are written as bold lines, as numbered articles or in capitals. */

import type { FlatNode } from '../model/parsed-document.ts';
import type { Block, Inline } from '../model/policy.ts';
import { collapseWhitespace, inlineText } from '../model/text.ts';

/** Maximum length of a heading in characters. A longer line is an emphasized sentence. */
const MAX_LENGTH = 120;

/**
 * Maximum number of real headings, besides the title, per heading line. With more real headings,
 * bold lines have another purpose.
 */
const MAX_SHARE = 0.25;

/** Matches the number of a heading that comes before its bold words. */
const NUMBER = /^\s*(?:\d{1,3}|[A-Z]|[IVX]{1,5})[.)]\s*$/;

/** Matches the number of an article, such as `§ 1` or `Article 2`, in several languages. */
const ARTICLE =
  /^\s?(?:§{1,2}\s?|(?:art(?:icle|ikel|ículo|icolo|igo)?|section|abschnitt|clause)\.?\s|第\s?)\d{1,3}(?!\s?(?:abs\.|,|\())/i;

/** Matches a text of at least two words. */
const PHRASE = /\S\s\s?\S/;

/**
 * A line that can be a heading. `children` contains its words, and `rest` contains the blocks that
 * follow it in the same list item.
 */
interface HeadingLine {
  readonly children: readonly Inline[];
  readonly rest: readonly Block[];
}

/**
 * Turns bold lines into headings if the document has hardly any other headings. Without bold lines
 * it uses numbered articles, or else lines in capitals.
 */
export function promoteBoldLines(content: readonly FlatNode[]): readonly FlatNode[] {
  let real = 0;
  let deepest = 0;
  for (const block of content) {
    if (block.type !== 'flatHeading') continue;
    real++;
    deepest = Math.max(deepest, block.level);
  }
  // A document with this many real headings cannot have enough bold lines to outweigh them.
  if (real - 1 > content.length * MAX_SHARE) return content;
  for (const parse of [boldChildren, articleChildren, capitalChildren]) {
    const lines = findLines(content, parse);
    const count = Array.from(lines.values()).reduce((sum, { length }) => sum + length, 0);
    // Do not count the title, which is one of the real headings.
    if (count > 1 && real - 1 <= count * MAX_SHARE) return promote(content, lines, deepest + 1);
  }
  return content;
}

function promote(
  content: readonly FlatNode[],
  lines: ReadonlyMap<FlatNode, readonly HeadingLine[]>,
  level: number,
): readonly FlatNode[] {
  return content.flatMap((block): readonly FlatNode[] => {
    const { id } = block;
    const parts = lines.get(block)?.flatMap(({ children, rest }, index): readonly FlatNode[] => [
      {
        type: 'flatHeading',
        level: Math.min(6, level),
        ...(id && !index && { id }),
        children,
      },
      ...rest,
    ]);
    return parts ?? [block];
  });
}

type LineParser = (children: readonly Inline[]) => readonly Inline[] | undefined;

/**
 * Maps each block with heading lines of one kind to its heading lines. Omits blocks whose last line
 * has no text after it.
 */
function findLines(
  content: readonly FlatNode[],
  parse: LineParser,
): Map<FlatNode, readonly HeadingLine[]> {
  const lines = new Map<FlatNode, readonly HeadingLine[]>();
  let phrases = 0;
  content.forEach((block, index) => {
    const next = content[index + 1];
    const found = headingLines(block, parse);
    const last = found.at(-1);
    if (!last || !(last.rest.length || (next && next.type !== 'flatHeading'))) return;
    lines.set(block, found);
    if (found.some(({ children }) => PHRASE.test(inlineText(children)))) phrases++;
  });
  // If most lines in capitals are single words, they are names, such as the names of cookies.
  return parse === capitalChildren && phrases * 2 < lines.size ? new Map() : lines;
}

function headingLines(block: FlatNode, parse: LineParser): readonly HeadingLine[] {
  if (block.type === 'paragraph') {
    // Return early, because nearly all paragraphs begin with more text than a heading can have.
    const [first] = block.children;
    if (first?.type === 'text' && first.text.length > 2 * MAX_LENGTH) return [];
    const children = parse(block.children);
    if (children) return [{ children, rest: [] }];
    // The text of the section can be in the same paragraph, after a line break.
    const end = parse === boldChildren ? block.children.findIndex(isBreak) : -1;
    const line = end > 0 && parse(block.children.slice(0, end));
    const rest = block.children.slice(end + 1).filter((child) => !isBreak(child));
    return line && rest.length
      ? [{ children: line, rest: [{ type: 'paragraph', children: block.children.slice(end + 1) }] }]
      : [];
  }
  // In Markdown, `1. **Data**` begins a list. Indented text below the item is part of it. Other
  // text ends the list, and the next heading begins another list.
  if (block.type !== 'list' || !block.ordered) return [];
  const lines: HeadingLine[] = [];
  for (const [index, item] of block.children.entries()) {
    const [first, ...rest] = item.children;
    const children = first?.type === 'paragraph' && parse(first.children);
    if (!children || (!rest.length && index < block.children.length - 1)) return [];
    const number: Inline = { type: 'text', text: `${(block.start ?? 1) + index}. ` };
    lines.push({ children: [number, ...children], rest });
  }
  return lines;
}

/** Returns the words of a line that is entirely bold, or undefined. */
function boldChildren(line: readonly Inline[]): readonly Inline[] | undefined {
  const start = line.find((child) => !isSpace(child));
  const number = start?.type === 'text' && NUMBER.test(start.text) ? start : undefined;
  // Return early, because nearly all lines begin with plain text.
  if (!number && start?.type !== 'strong') return undefined;
  const visible = line.filter((child) => !isSpace(child));
  const strong = number ? visible[1] : start;
  if (strong?.type !== 'strong') return undefined;
  const after = visible.slice(number ? 2 : 1);
  if (!/^:?$/.test(inlineText(after).trim()) || !isHeadingText(inlineText(strong.children))) {
    return undefined;
  }
  return [...(number ? [number] : []), ...strong.children, ...after];
}

/** Returns the words of a line such as `§ 1 Scope` or `Article 2`, or undefined. */
function articleChildren(line: readonly Inline[]): readonly Inline[] | undefined {
  const text = shortText(line);
  return text && ARTICLE.test(text) && isHeadingText(text) ? line : undefined;
}

/** Returns the words of a line in capitals, or undefined. */
function capitalChildren(line: readonly Inline[]): readonly Inline[] | undefined {
  const text = shortText(line);
  const isCapital =
    text &&
    /\p{Lu}{3}/u.test(text) &&
    text === text.toUpperCase() &&
    isHeadingText(text) &&
    !line.some(({ type }) => type === 'link' || type === 'image' || type === 'inlineCode');
  return isCapital ? line.filter((child) => child.type !== 'break') : undefined;
}

/** Returns the text of a line, or null if it is too long for a heading. */
function shortText(line: readonly Inline[]): string | null {
  let text = '';
  for (const child of line) {
    text += inlineText([child]);
    if (text.length > 2 * MAX_LENGTH) return null;
  }
  return text;
}

function isBreak({ type }: Inline): boolean {
  return type === 'break';
}

function isSpace(child: Inline): boolean {
  return child.type === 'break' || (child.type === 'text' && !child.text.trim());
}

/** Whether a text can be a heading. Dates and sentences cannot, but questions can. */
function isHeadingText(line: string): boolean {
  const text = collapseWhitespace(line);
  return (
    text.length <= MAX_LENGTH && /\p{L}/u.test(text) && !/[.!;,]$|\b(?:19|20)\d\d\b/.test(text)
  );
}
