/** Parses the text in a field of JSON. */

import type { FlatNode } from '../../model/parsed-document.ts';
import type { Task } from '../../tasks.ts';
import { decodeReferences } from '../markdown/character-references.ts';
import { parseMarkdownContent } from '../markdown/index.ts';
import type { FieldParsers, HtmlFragmentParser } from '../types.ts';

/** Matches text that begins with a tag written as character references. */
const ESCAPED_MARKUP = /^\s*&lt;(?:!--|[a-z][^<>]{0,500}?&gt;)/i;

/** Decodes markup that was escaped one time too many. */
export function unescapeMarkup(text: string, html: HtmlFragmentParser | undefined): string {
  return ESCAPED_MARKUP.test(text) ? decodeReferences(text, html) : text;
}

/** Parses Markdown in which HTML may be raw or escaped. */
export function parseText(
  text: string,
  base: string,
  { html, extensions }: FieldParsers,
): Task<readonly FlatNode[]> {
  return parseMarkdownContent(unescapeMarkup(text, html), base, html, extensions);
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
