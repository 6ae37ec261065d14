/**
 * Parses a policy in any format. Imports all parsers; `browser/load-policy.ts` loads only the
 * parsers that a text needs.
 */

import { guessLanguage } from './assemble/guess-language.ts';
import { assemblePolicy } from './assemble/index.ts';
import type { ParsedDocument } from './model/parsed-document.ts';
import type { Policy } from './model/policy.ts';
import { detectInlineFormat, inspectSource } from './parse/detect-format.ts';
import { parseJson, parseJsonValue } from './parse/json/index.ts';
import { richText } from './parse/json/rich-text.ts';
import { markdownExtensions } from './parse/markdown/extensions/index.ts';
import { createMarkdownParser, parseMarkdown } from './parse/markdown/index.ts';
import { textOnlyHtml } from './parse/text-only-html.ts';
import type { FieldParsers, Format, HtmlParser, ParseOptions } from './parse/types.ts';
import type { Task } from './tasks.ts';
import { ALL_LANGUAGES } from './vocabulary/all.ts';

/** Options of {@link parsePolicy}. */
export interface ParsePolicyOptions extends ParseOptions {
  /**
   * Parser for HTML. Without it, HTML inside Markdown and JSON is reduced to its words and
   * headings, and whole pages are rejected with code `unsupported`.
   */
  readonly html?: HtmlParser;
}

const PARSERS: Readonly<
  Record<Format, (source: string, options: ParsePolicyOptions) => Task<ParsedDocument>>
> = {
  markdown: (source, { base, html = textOnlyHtml }) =>
    parseMarkdown(source, base, html, markdownExtensions),
  json: (source, options) => parseJson(source, options, fieldParsers(options)),
  html: (source, { base, html = textOnlyHtml }) => html.document(source, base),
};

function fieldParsers({ html = textOnlyHtml }: ParsePolicyOptions): FieldParsers {
  return { html, markdown: createMarkdownParser(html, markdownExtensions), richText };
}

/**
 * Parses a text into a policy.
 *
 * @throws PolicyRedirect if the text is an index that points to the policy.
 * @throws PolicyError with code `parse`, `empty`, `too-large`, `too-complex`, `type`, `protected`
 *   or `unsupported`.
 */
export function* parsePolicy(text: string, options: ParsePolicyOptions): Task<Policy> {
  const document = yield* parseDocument(text, options);
  return yield* assemblePolicy(document, { ...options, guessLanguage, vocabulary: ALL_LANGUAGES });
}

/** Parses a text into flat headings and blocks, with the metadata of its format. */
export function* parseDocument(text: string, options: ParsePolicyOptions): Task<ParsedDocument> {
  const { source, format } = inspectSource(text, options);
  return yield* PARSERS[format](source, options);
}

/**
 * Parses a policy that is passed as a value: an object in a JSON format, or a string of Markdown or
 * JSON.
 *
 * @throws PolicyError under the same conditions as {@link parsePolicy}.
 */
export function* parsePolicyValue(value: unknown, options: ParsePolicyOptions): Task<Policy> {
  if (typeof value === 'string') {
    return yield* parsePolicy(value, { ...options, format: detectInlineFormat(value) });
  }
  const document = yield* parseJsonValue(value, options, fieldParsers(options));
  return yield* assemblePolicy(document, { ...options, guessLanguage, vocabulary: ALL_LANGUAGES });
}
