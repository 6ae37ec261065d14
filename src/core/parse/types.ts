/** Types shared by the parsers of all formats. */

import type { Token, TokenizerExtensionFunction } from 'marked';
import type { ParsedDocument, FlatNode } from '../model/parsed-document.ts';
import type { Block, Inline, List } from '../model/policy.ts';
import type { Task } from '../tasks.ts';

/** The formats that can be parsed. */
export type Format = 'markdown' | 'json' | 'html';

/** Information about a text that is not in the text itself. */
export interface ParseOptions {
  /** Absolute URL of the source. Relative links resolve against it. */
  readonly base: string;
  /**
   * Format set by the page. If it is `auto`, the format is detected from the content type, the text
   * and the extension, in this order.
   */
  readonly format?: 'auto' | Format;
  /** MIME type that the server sent, without parameters. */
  readonly contentType?: string;
  /** Language (BCP 47) to assume if the text does not state one. */
  readonly language?: string;
  /** The visitor's languages, best first. Used if a source offers its text in several languages. */
  readonly languages?: readonly string[];
  /**
   * Metadata from the index that pointed here (see `PolicyRedirect`). The document's own metadata
   * takes precedence.
   */
  readonly inherited?: Partial<ParsedDocument>;
}

/** Parses HTML inside Markdown and JSON. */
export interface HtmlFragmentParser {
  /**
   * Parses markup that consists only of policy text, such as raw HTML in Markdown or a JSON field.
   */
  fragment(html: string, base: string): readonly FlatNode[];
  /** Returns the character named by `&name;`, or undefined if the name is unknown. */
  reference(name: string): string | undefined;
}

/**
 * Parses HTML with an inert parser and an allow-list. Passed in, because the core has no DOM: see
 * `browser/html`.
 */
export interface HtmlParser extends HtmlFragmentParser {
  /** Parses a whole page or fragment: finds the main content, the title, languages and dates. */
  document(html: string, base: string): Task<ParsedDocument>;
}

/** Parses Markdown inside JSON. */
export interface MarkdownParser {
  /** Parses a whole file, which may begin with front matter. */
  document(source: string, base: string): Task<ParsedDocument>;
  /** Parses a field. */
  content(source: string, base: string): Task<readonly FlatNode[]>;
}

/** Parses the documents of rich text editors, which are trees of typed nodes. */
export interface RichTextParser {
  /** Whether a value is a node of a rich text, or a list of nodes. */
  matches(value: unknown): boolean;
  /**
   * Parses a node or a list of nodes.
   *
   * @throws PolicyError with code `unsupported` if it contains text in an unknown place, and
   *   `too-complex`.
   */
  parse(value: unknown, base: string): readonly FlatNode[];
}

/** The parsers for JSON fields that contain more than plain text. */
export interface FieldParsers {
  readonly html?: HtmlFragmentParser | undefined;
  /** Without it, parsing ends with `MarkdownNeeded` at the first field that needs it. */
  readonly markdown?: MarkdownParser | undefined;
  /** Needed if `jsonNeedsRichText` returns true. */
  readonly richText?: RichTextParser | undefined;
}

/** A tag inside a line: a node of its own, or the start or end of a node that wraps others. */
export interface InlineTag {
  readonly name: string;
  readonly closing: boolean;
  readonly id: string | null | undefined;
  readonly node?: Inline;
  /** Whether the element's text is never shown, as in `<script>`. */
  readonly hidden?: boolean;
  readonly wrap?: ((children: Inline[]) => Inline) | undefined;
}

/** The content of HTML between Markdown blocks, and the index of the token after it. */
export interface HtmlBlock {
  readonly content: readonly FlatNode[];
  readonly end: number;
}

/** The footnotes and abbreviations of one document. */
export interface Footnotes {
  /** Returns the node that replaces `[^label]`, or null if there is no such note. */
  mark(label: string): Inline | null;
  /** Returns the notes in the order of their marks, or null if there are none. */
  list(): List | null;
  /**
   * Returns a text with the abbreviations in it expanded, or null if there are none. Null itself if
   * the document defines no abbreviations.
   */
  readonly expand: ((text: string) => Inline[] | null) | null;
}

/**
 * Parsers for what real files contain besides plain Markdown, such as front matter, HTML, template
 * tags and footnotes. Loaded only for texts that need them.
 */
export interface MarkdownExtensions {
  /** Parses the front matter. Returns its metadata, and the text after it. */
  takeFrontMatter(text: string, base: string): { about: Partial<ParsedDocument>; text: string };
  /** Removes template tags, and converts content tabs and boxes to plain Markdown. */
  preprocess(text: string): string;
  /** Parses a tag inside a line. Returns null for markup that is not a tag. */
  parseTag(raw: string, base: string, html: HtmlFragmentParser | undefined): InlineTag | null;
  /** Parses the HTML block at index `start` of `tokens`, and the Markdown inside its elements. */
  parseHtmlBlock(
    tokens: readonly Token[],
    start: number,
    html: HtmlFragmentParser | undefined,
    base: string,
    parseInner: (tokens: readonly Token[]) => Block[],
  ): HtmlBlock;
  /** Tokenizers for kinds of blocks that marked does not support. */
  readonly rules: readonly TokenizerExtensionFunction[];
  /** Collects the definitions of footnotes and abbreviations. */
  collectFootnotes(
    tokens: readonly Token[],
    parseInner: (tokens: readonly Token[]) => Block[],
  ): Footnotes;
}
