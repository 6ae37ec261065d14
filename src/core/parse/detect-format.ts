/** Decides which form a text has. */

import type { ParseOptions } from '../parse-policy.ts';

/** The forms that are read. */
export type Format = 'markdown' | 'json' | 'html';

const FORMATS: ReadonlySet<string> = new Set(['markdown', 'json', 'html'] satisfies Format[]);

const TYPES: readonly (readonly [RegExp, Format])[] = [
  [/[/+]json$/, 'json'],
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'html'],
  [/markdown$/, 'markdown'],
];

const EXTENSIONS: readonly (readonly [RegExp, Format])[] = [
  [/\.json$/i, 'json'],
  [/\.x?html?$/i, 'html'],
];

/** A page says so itself in its first tag. */
const PAGE = /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** A fragment of HTML has its text in elements from the first line on; Markdown only islands. */
const MARKUP = /^<(?:h[1-6]|p|div|section|article|main|ul|ol|table|span)\b/i;
const MARKDOWN = /^(?:#{1,6} |[-*] |={3,}$|-{3,}$)/m;

/** Looks that tell forms apart need no more of a text. */
const START = 2048;

/** The form of a text: the owner's word, else its MIME type, else its shape, else its name. */
export function detectFormat(text: string, { format, contentType, base }: ParseOptions): Format {
  if (format && FORMATS.has(format)) return format as Format;
  const start = startOf(text);
  const typed = pick(TYPES, contentType?.toLowerCase());
  // Servers call Markdown a page, and pages and JSON anything.
  if (PAGE.test(start)) return 'html';
  if (typed && typed !== 'html') return typed;
  if (/^[[{]/.test(start) && isJson(text, start)) return 'json';
  if (typed && !start.startsWith('<') && (MARKDOWN.test(start) || !/<[a-z]/i.test(start)))
    return 'markdown';
  const named = typed ?? pick(EXTENSIONS, base.split(/[?#]/, 1)[0]);
  return named ?? (MARKUP.test(start) && !MARKDOWN.test(start) ? 'html' : 'markdown');
}

/** Tells a whole web page from a fragment, or from Markdown that begins with HTML. */
export function isPage(text: string): boolean {
  return PAGE.test(startOf(text));
}

/** The form of a text that a page has at hand: JSON, or Markdown. */
export function detectInlineFormat(text: string): Format {
  return detectFormat(text, { base: '' }) === 'json' ? 'json' : 'markdown';
}

function startOf(text: string): string {
  return text.slice(0, START).replace(/^[\ufeff\s]+/, '');
}

function pick(table: readonly (readonly [RegExp, Format])[], value = ''): Format | undefined {
  return table.find(([pattern]) => pattern.test(value))?.[1];
}

/** Whether a text is JSON, or was meant to be; front matter and links begin alike. */
function isJson(text: string, start: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return /^(?:\[\s*)?\{\s*"[^"\n]*"\s*:/.test(start) && !/\n\}[ \t]*\r?\n\s*\S/.test(text);
  }
}
