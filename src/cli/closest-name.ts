/** Suggests the known name of a field for a misspelt one. */

import { isMetadataField, fieldName } from '../core/parse/metadata.ts';
import { roleOf } from '../core/parse/json/text-fields.ts';

/** Names of fields that misspelt names are compared with. */
const METADATA = [
  'title',
  'lang',
  'updated',
  'effective',
  'version',
  'summary',
  'history',
  'alternates',
  'authoritativeLang',
  'next',
  'previous',
  'canonical',
  'source',
  'changelog',
  'licence',
  'license',
  'contact',
];

/** The same for fields with the text of a policy in JSON. */
const TEXT = ['sections', 'content', 'markdown'];

/** Whether the parsers know a field by its name. */
export function isKnownField(key: string): boolean {
  return isMetadataField(fieldName(key)) || roleOf(key) !== 'unknown';
}

/**
 * Returns the known name that differs from an unknown one by a typing error, or null. The plural of
 * a known name is not an error, because site generators use such names.
 */
export function closestName(key: string, hasText = false): string | null {
  const name = fieldName(key);
  for (const known of hasText ? [...METADATA, ...TEXT] : METADATA) {
    const other = fieldName(known);
    // Short words that differ in two letters are different words.
    const limit = other.length > 4 ? 2 : 1;
    if (name !== `${other}s` && editDistance(name, other) <= limit) return known;
  }
  return null;
}

/** Returns the Levenshtein distance of two names. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 1; to <= other.length; to++) {
      const replaced = row[to - 1]! + Number(letter !== other[to - 1]);
      next.push(Math.min(replaced, row[to]! + 1, next[to - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
