/** Finds the line of the source that contains a text of the policy. */

import { comparisonKey } from '../../core/model/text.ts';

/**
 * Lengths of the excerpt that is searched for, in characters from the start of a text. The longest
 * is tried first, because a shorter match is less reliable.
 */
const LENGTHS = [120, 40, 16];

/** Patterns of markup and escapes that visitors don't see as written, each with a replacement. */
const HIDDEN: readonly (readonly [RegExp, string])[] = [
  [/<[a-z/!][^<>]*>/gi, ''],
  [/\]\([^()\s]*(?:\s+"[^"]*")?\)/g, ']'],
  [/\\u([0-9a-f]{4})/gi, ''],
  [/\\[nrt]/g, ' '],
  [/&(?:#\d+|#x[0-9a-f]+|\w+);/gi, ' '],
];

/** The lines of one source text. */
export class SourceLines {
  readonly #lines: readonly string[];
  /** The comparison keys of all lines, joined without separators. */
  readonly #keys: string;
  /** Offset of each line's key in `#keys`. */
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#lines = text.split(/\r\n|\n|\r/);
    const keys = withoutMarkup(this.#lines.join('\n')).split('\n').map(comparisonKey);
    let at = 0;
    this.#starts = keys.map((key) => (at += key.length) - key.length);
    this.#keys = keys.join('');
  }

  /**
   * Returns the number of the line in which a text begins, counted from 1, or null if it is not
   * found. Prefers lines after the line with the number `after`.
   */
  find(text: string, after = 0): number | null {
    const key = comparisonKey(text);
    if (!key) return null;
    const from = this.#starts[after] ?? 0;
    for (const length of LENGTHS) {
      const start = key.slice(0, length);
      const at = this.#keys.indexOf(start, from);
      const found = at < 0 ? this.#keys.indexOf(start) : at;
      if (found >= 0) return this.#lineAt(found);
      if (key.length <= LENGTHS.at(-1)!) break;
    }
    return null;
  }

  /**
   * Returns the number of the line that consists of a text, such as a heading. Without such a line,
   * searches as {@link find} does.
   */
  findWhole(text: string, after = 0): number | null {
    const key = comparisonKey(text);
    if (!key) return null;
    for (let line = after; line < this.#lines.length; line++) {
      const start = this.#starts[line]!;
      const length = (this.#starts[line + 1] ?? this.#keys.length) - start;
      if (length === key.length && this.#keys.startsWith(key, start)) return line + 1;
    }
    return this.find(text, after);
  }

  /** Returns the number of the first line that contains exactly these characters, or null. */
  findExact(characters: string): number | null {
    const index = this.#lines.findIndex((line) => line.includes(characters));
    return index < 0 ? null : index + 1;
  }

  #lineAt(position: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

/** Removes markup and decodes escapes. Keeps line breaks, so that lines keep their numbers. */
function withoutMarkup(text: string): string {
  return HIDDEN.reduce(
    (rest, [pattern, replacement]) =>
      rest.replace(pattern, (found, code?: string) =>
        typeof code === 'string'
          ? String.fromCharCode(parseInt(code, 16))
          : replacement + found.replace(/[^\n]/g, ''),
      ),
    text,
  );
}
