/**
 * Names of JSON fields that contain the text of a policy, and tests that tell text from other
 * values.
 */

import { tooComplex } from '../../model/errors.ts';
import { MAX_BLOCK_DEPTH } from '../../model/limits.ts';
import { fieldName } from '../metadata.ts';
import type { JsonObject } from './format.ts';

/**
 * The kind of content in a field: a heading, text, a list, further sections, or metadata. A
 * `detail` is text if it is inside a section, and metadata if it is at the top level of a document.
 */
export type FieldRole =
  'heading' | 'text' | 'list' | 'sections' | 'detail' | 'metadata' | 'unknown';

const ROLES: readonly (readonly [RegExp, FieldRole])[] = [
  [/^(?:heading|title|subtitle|subheading|header|question|name|label|term)$/, 'heading'],
  [/^(?:sub)?(?:sections?|children|parts?|articles?|chapters?|clauses?)$/, 'sections'],
  [/^(?:(?:sub|list)?items?|list|(?:bullet)?points|bullets)$/, 'list'],
  [
    /^(?:markdown|contents?|text|html|body|description|(?:sub)?paragraphs?|intro(?:duction)?|lead|preamble|answer|definition|details|value|summary|notes?|footer|conclusion|closing|disclaimer)$/,
    'text',
  ],
  [
    /^(?:e?mail|emailaddress|phone|telephone|address|postaladdress|website|contact(?:info)?|company|organi[sz]ation|history|changelog)$/,
    'detail',
  ],
  [/^(?:id|slug|key|anchor|aliases|updated|keywords|seo|meta(?:data)?|comments?)$/, 'metadata'],
  [/^[$@]/, 'metadata'],
];

/** Minimum number of words in a string that is certainly text, and not a name, a date or a URL. */
const MIN_WORDS = 5;

/** The equivalent of {@link MIN_WORDS} in scripts without spaces between words: 12 letters. */
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{12}/;

/** Returns the role of a field, by its name. */
export function roleOf(key: string): FieldRole {
  const name = fieldName(key);
  return key[0] === '_'
    ? 'metadata'
    : (ROLES.find(([names]) => names.test(name))?.[1] ?? 'unknown');
}

/**
 * Returns a string, or a number as a string. Returns undefined for empty strings and other values.
 */
export function textOf(value: unknown): string | undefined {
  return (typeof value === 'string' || typeof value === 'number') && `${value}`.trim()
    ? `${value}`
    : undefined;
}

/** Whether a value is a JSON object and not an array. */
export function isObject(value: unknown): value is JsonObject {
  return !!value && typeof value === 'object' && !Array.isArray(value);
}

/**
 * Whether a value contains prose, at any depth.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function hasProse(value: unknown, depth = 0): boolean {
  if (depth > MAX_BLOCK_DEPTH) tooComplex();
  if (typeof value === 'string') {
    return UNSPACED.test(value) || value.trim().split(/\s+/, MIN_WORDS).length === MIN_WORDS;
  }
  return (
    !!value &&
    typeof value === 'object' &&
    Object.values(value).some((part) => hasProse(part, depth + 1))
  );
}

/** Returns the field with the heading of a section, or undefined. */
export function headingKey(section: JsonObject): string | undefined {
  const keys = Object.keys(section).filter(
    (key) => roleOf(key) === 'heading' && textOf(section[key]),
  );
  // If there is another heading, the name is only an identifier.
  return keys.find((key) => !isName(key)) ?? keys[0];
}

/** Whether a field is a name or label, which is a heading only if the section has no other. */
export function isName(key: string): boolean {
  return /^(?:name|label)$/i.test(key);
}
