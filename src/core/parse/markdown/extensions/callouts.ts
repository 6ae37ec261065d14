/** Callouts: alerts of GitHub and Obsidian, admonitions of Docusaurus, VuePress and MkDocs. */

import type { Token, TokenizerExtensionFunction, TokenizerThis, Tokens } from 'marked';
import { lineEnd } from './line-end.ts';

/** Matches `> [!NOTE]`. Obsidian allows a title, and `-` or `+` for a collapsible callout. */
const ALERT = /^ {0,3}> ?\[!([a-z][\w-]{0,30})\][+-]?(?![([:])[ \t]*(.*)/i;

/** Matches `!!! note "Title"`, or `??? note "Title"` for a collapsed one. */
const ADMONITION = /^(?:!!!|\?\?\?\+?)[ \t]+([\w-]{1,30})(.*)/;

/** Matches `:::note Title`, `:::note[Title]`, or the end of a container. */
const CONTAINER = /^(:{3,})[ \t]*(?:([a-z][\w-]{0,30})\b)?(.*)/i;

/**
 * Matches the types of containers that are callouts. Other containers only group the text inside.
 */
const CALLOUT =
  /^(?:abstract|attention|bug|caution|danger|details|error|example|failure|hint|important|info|note|question|quote|success|summary|tip|todo|warning)$/i;

/**
 * Maximum number of characters in a callout that is written as a container. A longer container is a
 * part of the document, so only its markers are removed.
 */
const MAX_CONTAINER = 8192;

/** Maximum number of lines inside a container that begin or end another container. */
const MAX_MARKERS = 50;

/**
 * Tokenizes a callout as a quotation that begins with the callout's title in bold. If there is no
 * title, its type is shown instead, as on GitHub.
 */
export const calloutRule: TokenizerExtensionFunction = function (source) {
  const indent = source.search(/\S/);
  if (indent < 0 || indent > 3) return undefined;
  const first = source[indent]!;
  if (first === '>') return alertToken(this, source);
  if (first === '!' || first === '?') return admonitionToken(this, source);
  return first === ':' ? containerToken(this, source) : undefined;
};

function alertToken(marked: TokenizerThis, source: string): Tokens.Generic | undefined {
  const [line, type, title] = ALERT.exec(source) ?? [];
  if (line === undefined) return undefined;
  const end = endOfLines(source, line.length, /^ {0,3}>/);
  const body = source.slice(line.length + 1, end).replace(/^ {0,3}> ?/gm, '');
  return callout(marked, source.slice(0, end), title!.trim() || nameOf(type!), body);
}

function admonitionToken(marked: TokenizerThis, source: string): Tokens.Generic | undefined {
  const [line, type, rest] = ADMONITION.exec(source) ?? [];
  if (line === undefined) return undefined;
  const end = endOfLines(source, line.length, /^(?: {4}|\t|[ \t]*$)/);
  const body = source.slice(line.length + 1, end).replace(/^(?: {4}|\t)/gm, '');
  const title = /"([^"]*)"/.exec(rest!)?.[1];
  if (title === undefined && !CALLOUT.test(type!) && !/\S/.test(body)) return undefined;
  return callout(marked, source.slice(0, end), title ?? nameOf(type!), body);
}

function containerToken(marked: TokenizerThis, source: string): Tokens.Generic | undefined {
  const [line, colons, type = '', rest] = CONTAINER.exec(source) ?? [];
  if (line === undefined) return undefined;
  const words = rest!.trim();
  const title = words[0] === '{' ? '' : words.replace(/^\[([^\]]*)\].*$/, '$1');
  const isCallout = CALLOUT.test(type);
  const end = isCallout ? endOfContainer(source, line.length, colons!) : 0;
  if (end) {
    const raw = source.slice(0, end);
    const body = raw.slice(line.length + 1, raw.trimEnd().lastIndexOf('\n') + 1);
    return callout(marked, raw, title || nameOf(type), body);
  }
  // Here, Pandoc writes the class of a container, not a title.
  const text = isCallout || !title || words[0] === '[' ? title : `${type} ${title}`.trim();
  return { type: 'paragraph', raw: line, text, tokens: marked.lexer.inline(text) };
}

function callout(
  { lexer }: TokenizerThis,
  raw: string,
  title: string,
  body: string,
): Tokens.Generic {
  const hasBody = /\S/.test(body);
  const words = lexer.inline(title);
  const bold: Token = { type: 'strong', raw: title, text: title, tokens: words };
  const line: Token = {
    type: 'paragraph',
    raw: title,
    text: title,
    tokens: hasBody ? [bold] : words,
  };
  const inner = hasBody ? lexer.blockTokens(body, []) : [];
  return { type: 'blockquote', raw, text: body, tokens: title ? [line, ...inner] : inner };
}

/** Converts `IMPORTANT` to `Important`. */
function nameOf(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1).toLowerCase();
}

/**
 * Returns the index after the consecutive lines that match. The first of them follows `start`,
 * which is the end of a line.
 */
function endOfLines(source: string, start: number, pattern: RegExp): number {
  let end = start;
  while (end < source.length) {
    const next = lineEnd(source, end + 1);
    if (!pattern.test(source.slice(end + 1, next))) break;
    end = next;
  }
  return end;
}

/**
 * Returns the index after the line that closes a container, or 0 if it is missing or too far away.
 */
function endOfContainer(source: string, start: number, colons: string): number {
  const text = source.slice(0, MAX_CONTAINER);
  let depth = 1;
  let marker = text.indexOf('\n:::', start);
  for (let count = 0; marker >= 0 && count < MAX_MARKERS; count++) {
    const end = lineEnd(source, marker + 1);
    const line = source.slice(marker + 1, end).trimEnd();
    if (line === colons) depth--;
    else if (line.startsWith(colons) && line[colons.length] !== ':') depth++;
    if (!depth) return end;
    marker = text.indexOf('\n:::', end);
  }
  return 0;
}
