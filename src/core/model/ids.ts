/** Stable, readable ids for headings in any script. */

import { BETWEEN_WORDS } from './text.ts';

/** Longer ids are no use in an address; a heading that long is a paragraph. */
const MAX_ID_LENGTH = 80;

/** Makes an id of a heading's text, the way most publishing tools do. */
export function slugOf(heading: string): string {
  const slug = heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(BETWEEN_WORDS, '-');
  return cut(slug).replace(/^-|-$/g, '') || 'section';
}

/** Ids of one document: each is given once, repeats get a number. */
export class Ids {
  readonly #given = new Map<string, number>();

  /** The wanted id, or the first free one that is like it. */
  give(wanted: string): string {
    let id = wanted;
    for (let count = this.#given.get(wanted) ?? 1; this.#given.has(id);) {
      this.#given.set(wanted, ++count);
      id = `${wanted}-${count}`;
    }
    this.#given.set(id, 1);
    return id;
  }
}

/** An id that the source gave, or undefined where it cannot be one. */
export function explicitId(id: string | null | undefined): string | undefined {
  const clean = id?.replace(/[\s#\0-\x1f\x7f-\x9f]+/g, '');
  return (clean && cut(clean)) || undefined;
}

/**
 * The id of a place in the page's own DOM. A single word is given with something before it: it would
 * be a name of the page's window, where a script of the page may look for something else.
 */
export function idInPage(id: string): string {
  return /[^\p{L}\p{N}_$]/u.test(id) ? id : `policy-${id}`;
}

/** Cuts an id to its length, without half characters: no address can be made of these. */
function cut(id: string): string {
  return id.slice(0, MAX_ID_LENGTH).replace(/\p{Cs}/gu, '');
}
