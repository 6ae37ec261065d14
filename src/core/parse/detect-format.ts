/** Detects the format of a text, before its parser is chosen. */

import { PolicyError } from '../model/errors.ts';
import { MAX_CHARACTERS } from '../model/limits.ts';
import { parseBoundedJson } from './json/bounded-json.ts';
import type { Format, ParseOptions } from './types.ts';

const FORMATS: ReadonlySet<string> = new Set(['markdown', 'json', 'html'] satisfies Format[]);

const CONTENT_TYPES: readonly (readonly [RegExp, Format])[] = [
  [/[/+]json$/, 'json'],
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'html'],
  [/markdown$/, 'markdown'],
];

const EXTENSIONS: readonly (readonly [RegExp, Format])[] = [
  [/\.json$/i, 'json'],
  [/\.x?html?$/i, 'html'],
];

/** Matches the first tag of a whole page. */
const PAGE = /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/**
 * Matches the first tag of an HTML fragment. Markdown can begin with the same tags, so `MARKDOWN`
 * is tested too.
 */
const FRAGMENT = /^<(?:h[1-6]|p|div|section|article|main|ul|ol|table|span)\b/i;
const MARKDOWN = /^(?:#{1,6} |[-*] |={3,}$|-{3,}$)/m;

/** Number of characters examined to detect the format. */
const SAMPLE = 2048;

/**
 * Checks a text and detects its format.
 *
 * @returns the format, and the text without a byte order mark.
 * @throws PolicyError with code `empty` or `too-large`.
 */
export function inspectSource(
  text: string,
  options: ParseOptions,
): { readonly source: string; readonly format: Format } {
  if (text.length > MAX_CHARACTERS) throw new PolicyError('too-large', 'The policy is too large.');
  const source = text.replace(/^\ufeff/, '');
  if (!source.trim()) throw new PolicyError('empty', 'The policy has no text.');
  return { source, format: detectFormat(source, options) };
}

/**
 * Returns the format of a text: the one set by the page, or else the one detected from the MIME
 * type, the first lines or the extension.
 */
export function detectFormat(text: string, { format, contentType, base }: ParseOptions): Format {
  if (format && FORMATS.has(format)) return format as Format;
  const start = startOf(text);
  const typed = pick(CONTENT_TYPES, contentType?.toLowerCase());
  // The content type can be wrong: servers send Markdown as HTML, and HTML and JSON with any type.
  if (PAGE.test(start)) return 'html';
  if (typed && typed !== 'html') return typed;
  if (/^[[{]/.test(start) && isJson(text, start)) return 'json';
  if (typed && !start.startsWith('<') && (MARKDOWN.test(start) || !/<[a-z]/i.test(start)))
    return 'markdown';
  const named = typed ?? pick(EXTENSIONS, base.split(/[?#]/, 1)[0]);
  return named ?? (FRAGMENT.test(start) && !MARKDOWN.test(start) ? 'html' : 'markdown');
}

/**
 * Whether a text is a whole web page, as opposed to a fragment or Markdown that begins with HTML.
 */
export function isPage(text: string): boolean {
  return PAGE.test(startOf(text));
}

/** Detects the format of a text inside a page: JSON or Markdown. */
export function detectInlineFormat(text: string): Format {
  return detectFormat(text, { base: '' }) === 'json' ? 'json' : 'markdown';
}

/**
 * Whether Markdown may contain front matter, HTML, template tags, footnotes, callouts or
 * definitions, which need the extensions. There can be false positives, but no false negatives.
 */
export function needsMarkdownExtensions(text: string): boolean {
  return (
    /^\s*(?:---|\+\+\+|\{)\s*\n/.test(text) ||
    /<\/?[a-z][a-z\d-]*[\s/>]|<!--|\{[{%:#/!]|<%|^:::|^(?:import|export) |\[_?toc|\[[\^[!]|^(?:!!!|\?\?\?)|^ {0,3}#{1,6}[^\s#]|==[^\s=]|8<-|^===[!+ ]|^ {0,3}:[ \t]|^ {0,3}\*\[|%%|\^\w|[)\]*_`]\{|:(?:material|octicons|fontawesome|simple)-/im.test(
      text,
    )
  );
}

/**
 * Like {@link needsMarkdownExtensions}, for JSON. Each of its strings can be Markdown, or a whole
 * file in base64.
 */
export function jsonNeedsMarkdownExtensions(text: string): boolean {
  const lines = text
    .replace(/^[\s[{]+/, '')
    .replace(/\\u003c|&lt;/gi, '<')
    .replace(/\\[nr]|"(?:\s*:)?/g, '\n');
  return /^(?:---|\+\+\+|base64)\s*$/m.test(lines) || needsMarkdownExtensions(lines);
}

/** Whether JSON may contain the document of a rich text editor. There can be false positives. */
export function jsonNeedsRichText(text: string): boolean {
  return /"(?:content|children)"\s*:\s*\[/.test(text) && /"(?:nodeType|_?type)"\s*:/.test(text);
}

function startOf(text: string): string {
  return text.slice(0, SAMPLE).replace(/^[\ufeff\s]+/, '');
}

function pick(table: readonly (readonly [RegExp, Format])[], value = ''): Format | undefined {
  return table.find(([pattern]) => pattern.test(value))?.[1];
}

/**
 * Whether a text is JSON, possibly with a syntax error. Front matter and Markdown links can begin
 * like JSON, but are not accepted.
 */
function isJson(text: string, start: string): boolean {
  try {
    parseBoundedJson(text.replace(/^\ufeff/, ''));
    return true;
  } catch (error) {
    // The parser rejects this JSON with the same error.
    if (error instanceof PolicyError) return true;
    return /^(?:\[\s*)?\{\s*"[^"\n]*"\s*:/.test(start) && !/\n\}[ \t]*\r?\n\s*\S/.test(text);
  }
}
