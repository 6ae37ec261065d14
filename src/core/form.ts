/** Decides which form a text has. */

import type { ReadHints } from './read.ts';

/** The forms that are read. */
export type Form = 'markdown' | 'json' | 'html';

const TYPES: readonly (readonly [RegExp, Form])[] = [
  [/^(?:application|text)\/(?:.+\+)?json$/, 'json'],
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^text\/(?:x-)?(?:web-)?markdown$/, 'markdown'],
];

const EXTENSIONS: readonly (readonly [RegExp, Form])[] = [
  [/\.json$/i, 'json'],
  [/\.x?html?$/i, 'html'],
];

/** The form of a text: the owner's word, else its MIME type, else its shape, else its name. */
export function formOf(text: string, { format, contentType, base }: ReadHints): Form {
  if (format && format !== 'auto') return format;
  const start = text.slice(0, 2048).replace(/^[\ufeff\s]+/, '');
  const page = /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(
    start,
  );
  const typed = pick(TYPES, contentType?.toLowerCase());
  // Servers call Markdown a page, and pages Markdown: a page says so itself in its first tag.
  if (page) return 'html';
  if (typed === 'json' || typed === 'markdown') return typed;
  if (/^[[{]/.test(start) && isJson(text)) return 'json';
  if (typed) return typed;
  const path = /^[^?#]*/.exec(base)?.[0] ?? '';
  return pick(EXTENSIONS, path) ?? (looksLikeMarkup(start) ? 'html' : 'markdown');
}

function pick(table: readonly (readonly [RegExp, Form])[], value = ''): Form | undefined {
  return table.find(([pattern]) => pattern.test(value))?.[1];
}

// Front matter may be an object too; only what is JSON to the end is JSON.
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return (
      /^\s*(?:\[|\{\s*"[^"]*"\s*:)/.test(text) &&
      !/^\s*\[[^\]]*\](?:\(|:|\[|\s*$)/m.test(text) &&
      !/\n\s*\}\s*\n/.test(text)
    );
  }
}

// A fragment of HTML has its text in elements from the first line on; Markdown only islands.
function looksLikeMarkup(start: string): boolean {
  return (
    /^<(?:h[1-6]|p|div|section|article|main|ul|ol|table|span)\b/i.test(start) &&
    !/^(?:#{1,6} |[-*] |={3,}$|-{3,}$)/m.test(start)
  );
}
