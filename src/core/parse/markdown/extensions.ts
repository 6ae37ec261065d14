/** What Markdown of the wild has besides Markdown, as its reader sees it. */

import type { Token, TokenizerExtensionFunction } from 'marked';
import type { ParsedDocument, FlatHeading } from '../../model/parsed-document.ts';
import type { Block, Inline, List } from '../../model/policy.ts';
import type { HtmlParser } from '../../parse-policy.ts';

/** A tag inside a line: a node of its own, or the beginning or end of what it wraps. */
export interface InlineTag {
  readonly name: string;
  readonly closing: boolean;
  readonly id: string | null | undefined;
  readonly node?: Inline;
  /** True where the element's text is not for readers. */
  readonly unread?: boolean;
  readonly wrap?: ((children: Inline[]) => Inline) | undefined;
}

/** Markup between blocks: what it says, and the index of the token after it. */
export interface HtmlBlock {
  readonly content: readonly (FlatHeading | Block)[];
  readonly end: number;
}

/** The footnotes of one document. */
export interface Footnotes {
  /** What stands in the text for `[^label]`, or null where there is no such note. */
  mark(label: string): Inline | null;
  /** The notes in the order of their marks, or null when there are none. */
  list(): List | null;
}

/** Reads what plain Markdown has not; see `extras/index.ts`. */
export interface MarkdownExtensions {
  takeFrontMatter(text: string, base: string): { about: Partial<ParsedDocument>; text: string };
  dropTemplates(text: string): string;
  parseTag(raw: string, base: string, html: HtmlParser | undefined): InlineTag | null;
  parseHtmlBlock(
    tokens: readonly Token[],
    start: number,
    html: HtmlParser | undefined,
    base: string,
    blocksOf: (tokens: readonly Token[]) => Block[],
  ): HtmlBlock;
  readonly footnoteRule: TokenizerExtensionFunction;
  collectFootnotes(
    tokens: readonly Token[],
    blocksOf: (tokens: readonly Token[]) => Block[],
  ): Footnotes;
}

/**
 * Whether Markdown may have something that only the extras read: front matter, markup,
 * templates, footnotes. Says yes too often rather than too seldom.
 */
export function needsExtensions(text: string): boolean {
  return (
    /^\s*(?:---|\+\+\+|\{)\s*\n/.test(text) ||
    /<\/?[a-z][a-z\d-]*[\s/>]|<!--|\{[{%:#/]|<%|^:::|^import |\[_?toc|\[\^/im.test(text)
  );
}
