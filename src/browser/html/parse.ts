/** Parses HTML into an inert document. */

import type { Task } from '../../core/tasks.ts';
import { parseInert } from '../dom/trusted-html.ts';
import { sanitizeMarkup, type ElementBudget, type SanitizedMarkup } from './sanitize-markup.ts';

/** Parsed HTML. Nothing in it runs or loads. */
export interface ParsedHtml extends Omit<SanitizedMarkup, 'source'> {
  readonly document: Document;
}

/**
 * Parses a page or a fragment. Pauses between steps of the scan.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function* parseHtml(html: string, budget?: ElementBudget): Task<ParsedHtml> {
  const { source, ...found } = yield* sanitizeMarkup(html, budget);
  return { document: parseInert(source), ...found };
}

/**
 * Removes the content of a page that is never parsed, such as scripts and styles, before the page
 * is stored. Keeps the dates in JSON-LD.
 */
export function* stripUnread(html: string): Task<string> {
  const { source, jsonLd } = yield* sanitizeMarkup(html);
  const dated = jsonLd.flatMap(
    (script) => /"dateModified"\s*:\s*"[\w:.+-]{8,35}"/.exec(script) ?? [],
  );
  return (
    source + dated.map((date) => `<script type="application/ld+json">${date}</script>`).join('')
  );
}
