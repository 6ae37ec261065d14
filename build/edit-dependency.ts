/**
 * Applies small edits to the published file of a dependency, and fails if one no longer matches.
 */

import MagicString, { type SourceMap } from 'magic-string';

/** A replacement in the code of a dependency. */
export interface Edit {
  /** The effect of the edit. Quoted in the error message if the edit no longer matches. */
  readonly purpose: string;
  readonly find: RegExp;
  readonly replace: string | ((...match: string[]) => string);
}

/**
 * Applies each edit to the code.
 *
 * @throws Error if an edit matches nothing, which means that the dependency has changed.
 */
export function applyEdits(code: string, edits: readonly Edit[]): { code: string; map: SourceMap } {
  const text = new MagicString(code);
  for (const { purpose, find, replace } of edits) {
    if (code.search(find) < 0) throw new Error(`This edit no longer matches: ${purpose}.`);
    text.replace(find, replace as string);
  }
  return { code: text.toString(), map: text.generateMap({ hires: true }) };
}
