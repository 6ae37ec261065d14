/** Stable, readable ids for headings in any script. */

import { BETWEEN_WORDS } from './text.ts';

/** Maximum length of an id in characters. Longer ones are impractical in a URL. */
const MAX_ID_LENGTH = 80;

/** Returns the id that most publishing tools generate from a heading's text. */
export function slugOf(heading: string): string {
  const slug = heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(BETWEEN_WORDS, '-');
  return limitLength(slug).replace(/^-|-$/g, '') || 'section';
}

/** Assigns the ids of one document. A repeated id gets a number, so that every id is unique. */
export class Ids {
  readonly #assigned = new Map<string, number>();

  /** Assigns the wanted id. If it is taken, adds the first number that makes it unique. */
  assign(wanted: string): string {
    let id = wanted;
    for (let count = this.#assigned.get(wanted) ?? 1; this.#assigned.has(id);) {
      this.#assigned.set(wanted, ++count);
      id = `${wanted}-${count}`;
    }
    this.#assigned.set(id, 1);
    return id;
  }
}

/**
 * Removes characters that ids cannot contain from an id in the source. Returns undefined if nothing
 * is left.
 */
export function explicitId(id: string | null | undefined): string | undefined {
  const clean = id?.replace(/[\s#\0-\x1f\x7f-\x9f]+/g, '');
  return (clean && limitLength(clean)) || undefined;
}

/**
 * Returns the id that an element in the page's own DOM gets. A single word gets a prefix, because
 * it would otherwise become a property of `window` and could shadow a variable of the page's
 * scripts.
 */
export function idInPage(id: string): string {
  return /[^\p{L}\p{N}_$]/u.test(id) ? id : `policy-${id}`;
}

/** Limits the length of an id. Removes lone surrogates, which URLs cannot contain. */
function limitLength(id: string): string {
  return id.slice(0, MAX_ID_LENGTH).replace(/\p{Cs}/gu, '');
}
