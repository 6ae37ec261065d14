/**
 * Parses the native JSON format, which has a field for everything that the element shows, and
 * hand-written JSON with other names for the same fields.
 *
 * No text is lost: an object with text in an unknown field is rejected.
 */

import type { ParsedDocument } from '../../model/parsed-document.ts';
import { decodeReferences } from '../character-references.ts';
import { fieldName, flattenFields, isMetadataField, parseFields } from '../metadata.ts';
import type { FieldParsers } from '../types.ts';
import type { JsonFormat, JsonObject } from './format.ts';
import { SectionParser, typedLevel } from './section-parser.ts';
import { hasProse, isHeaded, isObject, roleOf, textOf } from './text-fields.ts';

/** Matches the name of a field that contains the whole policy. */
const WRAPPERS = /^(?:privacy)?policy$/;

/**
 * Matches the names of text fields that identify this format. `description` is not among them,
 * because any JSON can have a description.
 */
const BODY = /^(?:markdown|content|html|text|body|paragraphs?|blocks)$/;

/** Names of fields with the document of a rich text editor. */
const RICH_ROOTS = ['root', 'doc', 'document'];

/** The native format. */
export const nativeFormat: JsonFormat = {
  name: 'native (title, sections or content)',
  matches(value, _fields, { richText }) {
    const root = unwrap(value, richText);
    return hasBody(root) || !!richText?.matches(root['content']);
  },
  *parse(value, { base }, parsers) {
    const { about, text } = splitMetadata(unwrap(value, parsers.richText));
    const hasSections = Object.entries(text).some(isSectionField);
    const parser = new SectionParser(base, parsers, hasSections);
    const content = yield* parser.body(text, 0);
    return {
      ...decoded(parseFields(flattenFields(about), 'json', base), parsers.html),
      kind: 'json',
      content,
      ...(hasSections && { sectionLevel: 1 }),
      warnings: parser.warnings,
    };
  },
};

function hasBody(value: JsonObject): boolean {
  return Object.entries(value).some(([key, part]) => {
    const role = roleOf(key);
    if (role === 'sections' || role === 'list') return Array.isArray(part) || isObject(part);
    return BODY.test(fieldName(key)) && (Array.isArray(part) ? part : [part]).some(isBody);
  });
}

function isBody(part: unknown): boolean {
  return !!textOf(part) || hasProse(part) || (isObject(part) && typedLevel(part) > 0);
}

/** Decodes the character references in the title and summary. */
function decoded<T extends Partial<ParsedDocument>>(about: T, html: FieldParsers['html']): T {
  const { title, summary } = about;
  return {
    ...about,
    ...(title && { title: decodeReferences(title, html) }),
    ...(summary && { summary: decodeReferences(summary, html) }),
  };
}

/** Returns the policy inside an object that only wraps it. Returns other objects unchanged. */
function unwrap(value: JsonObject, richText: FieldParsers['richText']): JsonObject {
  if (richText?.matches(value)) return { content: value };
  const root = RICH_ROOTS.find((key) => richText?.matches(value[key]));
  if (root) return { ...value, [root]: null, content: value[root] };
  // The JSON is a list of sections without an object around it.
  if (Array.isArray(value)) return { sections: value };
  if (hasBody(value)) return value;
  for (const [key, part] of Object.entries(value)) {
    if (!WRAPPERS.test(fieldName(key)) || !part) continue;
    if (typeof part === 'string') return { ...value, [key]: null, content: part };
    if (Array.isArray(part)) return { ...value, [key]: null, sections: part as unknown[] };
    if (typeof part === 'object') return part as JsonObject;
  }
  return value;
}

/** Whether a field of the document contains its sections. */
function isSectionField([key, value]: [string, unknown]): boolean {
  const role = roleOf(key);
  if (role === 'sections') return !!value;
  return role !== 'metadata' && Array.isArray(value) && value.some(isHeaded);
}

/** Separates the metadata of the document from its text. */
function splitMetadata(root: JsonObject): { about: JsonObject; text: JsonObject } {
  const entries = Object.entries(root);
  const isAbout = ([key, value]: [string, unknown]): boolean => {
    const name = fieldName(key);
    if (name === 'history' || name === 'changelog') {
      return !Array.isArray(value) || value.every(isObject);
    }
    return isMetadataField(name)
      ? typeof value !== 'object' || !hasProse(value) || /^(?:next|licen[cs]e|meta)/.test(name)
      : roleOf(key) === 'detail' && !hasProse(value);
  };
  return {
    about: Object.fromEntries(entries.filter(isAbout)),
    text: Object.fromEntries(entries.filter((entry) => !isAbout(entry))),
  };
}
