/**
 * Names of JSON fields that contain the text of a policy, and tests that tell text from other
 * values.
 */

import { tooComplex } from '../../model/errors.ts';
import { MAX_BLOCK_DEPTH } from '../../model/limits.ts';
import { fieldName } from '../metadata.ts';
import type { JsonObject } from './format.ts';

/**
 * The kind of content in a field: a heading, text, a list, a table or its rows, further sections,
 * or metadata. A `detail` is text if it is inside a section, and metadata if it is at the top level
 * of a document.
 */
export type FieldRole =
  'heading' | 'text' | 'list' | 'table' | 'sections' | 'detail' | 'metadata' | 'unknown';

const ROLES: readonly (readonly [RegExp, FieldRole])[] = [
  [/^(?:heading|title|subtitle|subheading|header|question|q|name|label|term)$/, 'heading'],
  [/^(?:sub)?(?:sections?|children|parts?|articles?|chapters?|clauses?|faqs?)$/, 'sections'],
  [/^(?:(?:sub|list)?items?|list|(?:bullet)?points|bullets)$/, 'list'],
  [/^(?:tables?|(?:table)?rows)$/, 'table'],
  [
    /^(?:markdown|contents?|text|html|body|description|(?:sub)?paragraphs?|intro(?:duction)?|lead|preamble|answer|definition|details|value|summary|notes?|warning|important|tip|examples?|footer|conclusion|closing|disclaimer|blocks|a)$/,
    'text',
  ],
  [
    /^(?:e?mail|emailaddress|phone|telephone|address|postaladdress|website|contact(?:info)?|company|organi[sz]ation|history|changelog)$/,
    'detail',
  ],
  [
    /^(?:id|slug|key|anchor|aliases|updated|keywords|tags|seo|meta(?:data)?|comments?|icons?|images?|style|class(?:es|name)?|theme)$/,
    'metadata',
  ],
  [/^[$@]/, 'metadata'],
];

/**
 * Minimum number of words in a string without a full stop that is certainly text, and not a name, a
 * date or a URL.
 */
const MIN_WORDS = 5;

/** The equivalent of {@link MIN_WORDS} in scripts without spaces between words: 12 letters. */
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{12}/;

/** Matches the names of fields that describe the page around a document. */
const PAGE_FIELD =
  /^(?:categor(?:y|ies)|authors?|contributors|breadcrumbs?|links|media|attachments|assets|translations|locales|languages|versions|revisions|nav(?:igation)?|menu)$/;

const URL_ONLY = /^(?:https?:|mailto:|[./#])\S*$/;

/** Matches a colour, a URL, or an identifier such as `shield`, `fa-shield` and `ShieldCheck`. */
const IDENTIFIER =
  /^(?:[a-z\d]+(?:[-_.:/][a-z\d]+)*|[A-Z]?[a-z\d]+(?:[A-Z][a-z\d]*)+|[A-Z]{2}|#[\dA-Fa-f]+|[\d:.TZ+-]+)$|^(?:https?:|mailto:|[./#])\S*$/;

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
    const words = value.trim().split(/\s+/, MIN_WORDS);
    return (
      UNSPACED.test(value) ||
      words.length === MIN_WORDS ||
      (words.length > 1 && /[.!?]$/.test(words.at(-1)!))
    );
  }
  return (
    !!value &&
    typeof value === 'object' &&
    Object.values(value).some((part) => hasProse(part, depth + 1))
  );
}

/**
 * Whether a field that is not parsed contains text for visitors. A single string can be a setting,
 * so it counts only if it is prose. The values of objects and lists are nearly always text.
 *
 * @param isPage Whether the field is at the top level of a document, where the fields of an object
 *   describe the page.
 * @throws PolicyError with code `too-complex`.
 */
export function hasUnreadText(key: string, value: unknown, isPage: boolean): boolean {
  if (!value || typeof value !== 'object' || (isPage && isObject(value))) return hasProse(value);
  if (isPage && (PAGE_FIELD.test(fieldName(key)) || Object.values(value).every(isWord)))
    return false;
  return hasWords(value, 0);
}

/** Whether a value is a single word, such as the code of a region. */
function isWord(value: unknown): boolean {
  return typeof value === 'string' && !/\s/.test(value) && !hasProse(value);
}

/**
 * Whether an object or a list contains words other than identifiers and URLs. A single letter is
 * not a word.
 */
function hasWords(value: object, depth: number): boolean {
  if (depth > MAX_BLOCK_DEPTH) tooComplex();
  const isWords = (text: string): boolean =>
    /\p{L}{2}/u.test(text) && !(Array.isArray(value) ? URL_ONLY : IDENTIFIER).test(text.trim());
  return Object.values(value).some((part) =>
    typeof part === 'string'
      ? isWords(part)
      : !!part && typeof part === 'object' && hasWords(part as object, depth + 1),
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

/** Whether a value is an object with a heading. */
export function isHeaded(part: unknown): boolean {
  return isObject(part) && headingKey(part) !== undefined;
}
