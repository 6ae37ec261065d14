/** What Markdown of the wild has besides Markdown, as its reader sees it. */

import type { Token, TokenizerExtensionFunction } from 'marked';
import type { Draft, DraftHeading } from '../draft.ts';
import type { Block, Inline, List } from '../policy.ts';
import type { HtmlReader } from '../read.ts';

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
export interface Island {
  readonly content: readonly (DraftHeading | Block)[];
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
export interface MarkdownExtras {
  takeFrontMatter(text: string, base: string): { about: Partial<Draft>; text: string };
  dropTemplates(text: string): string;
  readTag(raw: string, base: string, html: HtmlReader | undefined): InlineTag | null;
  readIsland(
    tokens: readonly Token[],
    start: number,
    html: HtmlReader | undefined,
    base: string,
    blocksOf: (tokens: readonly Token[]) => Block[],
  ): Island;
  readonly footnoteRule: TokenizerExtensionFunction;
  gatherFootnotes(
    tokens: readonly Token[],
    blocksOf: (tokens: readonly Token[]) => Block[],
  ): Footnotes;
}

/**
 * Whether Markdown may have something that only the extras read: front matter, markup,
 * templates, footnotes. Says yes too often rather than too seldom.
 */
export function needsExtras(text: string): boolean {
  return (
    /^\s*(?:---|\+\+\+|\{)\s*\n/.test(text) ||
    /<\/?[a-z][a-z\d-]*[\s/>]|<!--|\{[{%:#/]|<%|^:::|^import |\[_?toc|\[\^/im.test(text)
  );
}
