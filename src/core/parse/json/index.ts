/** Parses JSON. Its format is recognized by the fields, never by the URL. */

import { PolicyError, PolicyRedirect } from '../../model/errors.ts';
import { resolvePage } from '../../model/links.ts';
import type { ParsedDocument } from '../../model/parsed-document.ts';
import type { Task } from '../../tasks.ts';
import { flattenFields, parseFields, type Fields } from '../metadata.ts';
import type { FieldParsers, ParseOptions } from '../types.ts';
import { parseBoundedJson } from './bounded-json.ts';
import { formatFromMapping } from './field-mapping.ts';
import type { JsonFormat, JsonObject } from './format.ts';
import { KNOWN_FORMATS } from './known-formats.ts';
import { nativeFormat } from './native.ts';
import { markdownParserIn } from './text.ts';

export { MarkdownNeeded } from './text.ts';

const KNOWN: readonly JsonFormat[] = KNOWN_FORMATS.map(formatFromMapping);

/** Fields that can hold the URL of the text, preferred formats first. */
const URL_FIELDS = ['markdownurl', 'policyurl', 'privacypolicyurl', 'htmlurl', 'publicurl'];

/**
 * Parses a JSON document.
 *
 * @param parsers If there is no parser for HTML, a text in HTML is rejected.
 * @throws MarkdownNeeded if a text contains Markdown and there is no parser for it.
 * @throws PolicyRedirect if the document only states where the text is.
 * @throws PolicyError with code `parse`, `empty`, `http`, `type`, `protected`, `unsupported` or
 *   `too-complex`.
 */
export function* parseJson(
  text: string,
  options: ParseOptions,
  parsers: FieldParsers,
): Task<ParsedDocument> {
  let value: unknown;
  try {
    value = parseBoundedJson(text);
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    throw new PolicyError('parse', 'The policy could not be parsed.');
  }
  return yield* parseJsonValue(value, options, parsers);
}

/** Parses a JSON document that is passed as a value, not as text. */
export function* parseJsonValue(
  value: unknown,
  options: ParseOptions,
  parsers: FieldParsers,
): Task<ParsedDocument> {
  if (typeof value === 'string' && value.trim())
    return yield* markdownParserIn(parsers).document(value, options.base);
  // Some APIs return a list with one entry for a page that is requested by name.
  const object = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
  if (!object || typeof object !== 'object' || !Object.keys(object).length) {
    throw new PolicyError('empty', 'The policy has no text.');
  }
  const fields = flattenFields(object);
  const known = KNOWN.find(({ matches }) => matches(object as JsonObject, fields, parsers));
  if (!known) refuseErrors(fields);
  const format =
    known ??
    (nativeFormat.matches(object as JsonObject, fields, parsers) ? nativeFormat : undefined);
  if (format) return yield* format.parse(object as JsonObject, options, parsers);
  redirectToDocument(fields, options.base);
  const names = [...KNOWN, nativeFormat].map(({ name }) => name).join(', ');
  throw new PolicyError('unsupported', `The JSON has none of the known formats: ${names}.`);
}

/** Rejects error responses, which some servers send with status 200. */
function refuseErrors(fields: Fields): void {
  const names = ['data.status', 'status', 'statuscode'];
  const status = names.map((name) => Number(fields.get(name))).find((code) => code >= 400);
  const isError = Array.from(fields).some(
    ([name, value]) => /^errors?(?:\.|$)/.test(name) || (name === 'success' && value === 'false'),
  );
  if (status) throw new PolicyError('http', 'The server answered with an error.', { status });
  if (isError) throw new PolicyError('type', 'The server answered with an error.');
}

/**
 * Throws a {@link PolicyRedirect} if a field contains the URL of the text, as in the settings of
 * apps.
 */
function redirectToDocument(fields: Fields, base: string): void {
  for (const name of URL_FIELDS) {
    const url = resolvePage(fields.get(name) ?? '', base);
    if (url && url !== base) throw new PolicyRedirect(url, parseFields(fields, 'json', base));
  }
}
