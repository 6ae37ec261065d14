/** Parses the text in a field of JSON. */

import type { FlatNode } from '../../model/parsed-document.ts';
import type { Task } from '../../tasks.ts';
import { decodeReferences } from '../character-references.ts';
import { needsMarkdownExtensions } from '../detect-format.ts';
import type { FieldParsers, HtmlFragmentParser, MarkdownParser } from '../types.ts';

/** Thrown if a text contains Markdown and no parser for it was passed. */
export class MarkdownNeeded extends Error {}

/** Matches text that begins with a tag written as character references. */
const ESCAPED_MARKUP = /^\s*&lt;(?:!--|[a-z][^<>]{0,500}?&gt;)/i;

/**
 * Matches paragraphs that may contain Markdown: spaces at an end, control characters, characters
 * and beginnings of lines with a meaning in Markdown, and addresses, which become links. There can
 * be false positives, but no false negatives.
 */
const MARKDOWN =
  /^$|^\s|\s$|[\0-\x1f\u2028\u2029*_~`[<&\\|{@]|:\/\/|www\.|^(?:[#>=:!?]|[-+](?![^\s+-])|\d{1,9}[.)](?!\S))/i;

/** Matches a heading with a number that Markdown would parse as the marker of a list item. */
export const NUMBERED = /^\d{1,9}[.)] +\S/;

/** Maximum number of paragraphs in a text that are parsed without a parser for Markdown. */
const MAX_PARAGRAPHS = 100;

/** Decodes markup that was escaped one time too many. */
export function unescapeMarkup(text: string, html: HtmlFragmentParser | undefined): string {
  return ESCAPED_MARKUP.test(text) ? decodeReferences(text, html) : text;
}

/**
 * Parses Markdown in which HTML may be raw or escaped.
 *
 * @throws MarkdownNeeded
 */
export function* parseText(
  text: string,
  base: string,
  parsers: FieldParsers,
): Task<readonly FlatNode[]> {
  const source = unescapeMarkup(text, parsers.html);
  return plainParagraphs(source) ?? (yield* markdownParserIn(parsers).content(source, base));
}

/**
 * Returns the parser for Markdown.
 *
 * @throws MarkdownNeeded
 */
export function markdownParserIn({ markdown }: FieldParsers): MarkdownParser {
  if (!markdown) throw new MarkdownNeeded();
  return markdown;
}

/** Returns the paragraphs of a text without Markdown, or null if it may contain Markdown. */
function plainParagraphs(text: string): readonly FlatNode[] | null {
  const paragraphs = text.split('\n\n', MAX_PARAGRAPHS + 1);
  const isPlain =
    paragraphs.length <= MAX_PARAGRAPHS &&
    !paragraphs.some((paragraph) => MARKDOWN.test(paragraph)) &&
    !needsMarkdownExtensions(text);
  return isPlain
    ? paragraphs.map((paragraph) => ({
        type: 'paragraph',
        children: [{ type: 'text', text: paragraph }],
      }))
    : null;
}

/**
 * Appends blocks one by one, because a single call of `push` fails beyond some 100,000 arguments.
 */
export function append(content: FlatNode[], more: FlatNode[]): void {
  for (const block of more) content.push(block);
}

/**
 * Shifts the levels of headings in a section's text, so that they are below the section's own
 * level.
 */
export function deepen(content: readonly FlatNode[], level: number): FlatNode[] {
  const levels = content.flatMap((block) => (block.type === 'flatHeading' ? block.level : []));
  const shift = level + 1 - levels.reduce((least, one) => Math.min(least, one), 6);
  return content.map((block) =>
    block.type === 'flatHeading' && level ? { ...block, level: block.level + shift } : block,
  );
}
