/** Stable, readable ids for headings in any script. */

import { BETWEEN_WORDS } from './text.ts';

/** Characters of an id. Longer ones are of no use in a URL. */
const MAX_ID_LENGTH = 80;

/** The id that most publishing tools make from a heading's text. */
export function slugOf(heading: string): string {
  const slug = heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(BETWEEN_WORDS, '-');
  return cut(slug).replace(/^-|-$/g, '') || 'section';
}

/** The ids of one document. Each is assigned once; repeated ones get a number. */
export class Ids {
  readonly #assigned = new Map<string, number>();

  /** Assigns the wanted id, or the first free one with a number. */
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

/** An id from the source without characters that ids cannot have, or undefined if nothing is left. */
export function explicitId(id: string | null | undefined): string | undefined {
  const clean = id?.replace(/[\s#\0-\x1f\x7f-\x9f]+/g, '');
  return (clean && cut(clean)) || undefined;
}

/**
 * The id of an element in the page's own DOM. A single word gets a prefix, because it would become a
 * property of `window`, where a script of the page may look for something else.
 */
export function idInPage(id: string): string {
  return /[^\p{L}\p{N}_$]/u.test(id) ? id : `policy-${id}`;
}

/** Limits the length of an id. Leaves out lone surrogates, which a URL cannot contain. */
function cut(id: string): string {
  return id.slice(0, MAX_ID_LENGTH).replace(/\p{Cs}/gu, '');
}
