/** The one entrance to reading: text of any known form becomes a {@link Policy}. */

import type { ParsedDocument } from './model/parsed-document.ts';
import { PolicyError } from './model/errors.ts';
import { assemblePolicy } from './assemble/index.ts';
import { detectInlineFormat, detectFormat } from './parse/detect-format.ts';
import { MAX_CHARACTERS } from './model/limits.ts';
import type { MarkdownExtensions } from './parse/markdown/extensions.ts';
import { parseMarkdown } from './parse/markdown/index.ts';
import type { Policy } from './model/policy.ts';
import type { Task } from './tasks.ts';

/** What is known of a text besides the text. */
export interface ParseOptions {
  /** Absolute address of the source, which relative addresses resolve against. */
  readonly base: string;
  /** The owner's word on the form; `auto` looks at content type, shape, then extension. */
  readonly format?: 'auto' | 'markdown' | 'json' | 'html';
  /** MIME type without parameters, as the server said. */
  readonly contentType?: string;
  /** Language to assume where the text does not say (BCP 47). */
  readonly language?: string;
  /** Languages the visitor reads, best first: which text is taken where a source has several. */
  readonly languages?: readonly string[];
  /** What an index said of the text (see `PolicyElsewhere`); the text's own word comes first. */
  readonly inherited?: Partial<ParsedDocument>;
  /**
   * Reads HTML into a draft. The core knows no DOM, so whoever has one lends it: `textualHtml` of
   * `textual-html.ts` keeps the words of HTML inside Markdown and refuses whole documents.
   */
  readonly html?: HtmlParser;
  /**
   * Reads JSON into a draft. Lent as well, so that a page which shows Markdown need not load it:
   * `jsonReader` of `json/shapes.ts`. `formOf` of `form.ts` says beforehand which one is needed.
   */
  readonly json?: JsonParser;
  /**
   * Reads what Markdown of the wild has besides Markdown: front matter, markup, templates,
   * footnotes. Lent for the same reason, as `markdownExtras` of `markdown/extras/index.ts`;
   * `needsExtras` of `markdown/extras.ts` says beforehand whether a text may need it.
   */
  readonly extensions?: MarkdownExtensions;
}

/** Reads JSON of any known shape; see `json/shapes.ts`. */
export interface JsonParser {
  document(text: string, hints: ParseOptions): Task<ParsedDocument>;
  /** The same for a value that is no text any more. */
  value(value: unknown, hints: ParseOptions): Task<ParsedDocument>;
}

/** Reads HTML by an inert parser and an allow-list; see `platform/html`. */
export interface HtmlParser {
  /** A whole page or fragment: finds the main content, the title, languages and dates. */
  document(html: string, base: string): Task<ParsedDocument>;
  /** Markup that is policy text as a whole, such as raw HTML in Markdown or a JSON field. */
  fragment(html: string, base: string): ParsedDocument['content'];
  /** The character that `&name;` stands for; undefined where there is none of that name. */
  reference(name: string): string | undefined;
}

/**
 * Reads a policy in steps.
 *
 * @throws PolicyElsewhere where the text is an index that names the policy's address.
 * @throws PolicyError with code `parse`, `empty`, `too-large`, `too-complex`, `type`, `protected`
 *   or `unsupported`.
 */
export function* parsePolicy(text: string, hints: ParseOptions): Task<Policy> {
  if (text.length > MAX_CHARACTERS) throw new PolicyError('too-large', 'The policy is too large.');
  const source = text.replace(/^\ufeff/, '');
  if (!source.trim()) throw new PolicyError('empty', 'The policy has no text.');
  const draft = yield* parseDocument(source, hints);
  return yield* assemblePolicy(
    hints.inherited ? withInherited(draft, hints.inherited) : draft,
    hints,
  );
}

/** What a text says of itself, and what an index says of it where the text says nothing. */
function withInherited(draft: ParsedDocument, known: Partial<ParsedDocument>): ParsedDocument {
  const { dates = [], alternates = [], history = [] } = draft;
  return {
    ...known,
    ...draft,
    dates: [...dates, ...(known.dates ?? [])],
    alternates: alternates.length ? alternates : (known.alternates ?? []),
    history: history.length ? history : (known.history ?? []),
    links: { ...known.links, ...draft.links },
  };
}

/**
 * Reads a policy that a page has as a value: an object in the native shape, or Markdown.
 *
 * @throws PolicyError as {@link parsePolicy}.
 */
export function* parsePolicyValue(value: unknown, hints: ParseOptions): Task<Policy> {
  if (typeof value === 'string')
    return yield* parsePolicy(value, { ...hints, format: detectInlineFormat(value) });
  return yield* assemblePolicy(yield* required(hints.json).value(value, hints), hints);
}

/** Reads a text as far as its form goes: headings and blocks, and what the form says of them. */
export function* parseDocument(source: string, hints: ParseOptions): Task<ParsedDocument> {
  const form = detectFormat(source, hints);
  if (form === 'markdown') return yield* parseMarkdown(source, hints);
  if (form === 'html') return yield* required(hints.html).document(source, hints.base);
  return yield* required(hints.json).document(source, hints);
}

function required<Reader>(reader: Reader | undefined): Reader {
  if (reader) return reader;
  throw new PolicyError('unsupported', 'No reader of this form was lent.');
}
