/** The table of known JSON shapes. A policy's shape is told by its fields, never by its address. */

import type { ParsedDocument } from '../../model/parsed-document.ts';
import { PolicyError } from '../../model/errors.ts';
import { flattenFields, type Fields } from '../metadata.ts';
import { parseMarkdown } from '../markdown/index.ts';
import type { JsonParser, ParseOptions } from '../../parse-policy.ts';
import type { Task } from '../../tasks.ts';
import { mapsFields } from './field-mapping.ts';
import { KNOWN_FORMATS } from './known-formats.ts';
import { nativeFormat } from './native.ts';
import { redirectToDocument } from './redirect.ts';

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One shape: how it is recognised, and how it is read. */
export interface JsonFormat {
  /** What it is called in messages to publishers. */
  readonly name: string;
  matches(value: JsonObject): boolean;
  parse(value: JsonObject, hints: ParseOptions): Task<ParsedDocument>;
}

/** Every known shape. The first that matches reads; the native one asks least and comes last. */
const FORMATS: readonly JsonFormat[] = [...KNOWN_FORMATS.map(mapsFields), nativeFormat];

/** The reader of JSON that pages and programs lend to `readPolicy`. */
export const jsonParser: JsonParser = {
  *document(text, hints) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new PolicyError('parse', 'The policy could not be read.');
    }
    return yield* parseValue(value, hints);
  },
  value: parseValue,
};

function* parseValue(value: unknown, hints: ParseOptions): Task<ParsedDocument> {
  if (typeof value === 'string' && value.trim()) return yield* parseMarkdown(value, hints);
  // Lists of pages that were asked for by name have one entry.
  const object = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
  if (!object || typeof object !== 'object' || !Object.keys(object).length) {
    throw new PolicyError('empty', 'The policy has no text.');
  }
  const shape = FORMATS.find(({ matches }) => matches(object as JsonObject));
  if (shape) return yield* shape.parse(object as JsonObject, hints);
  const fields = flattenFields(object);
  refuseErrors(fields);
  redirectToDocument(fields, hints.base);
  const names = FORMATS.map(({ name }) => name).join(', ');
  throw new PolicyError('unsupported', `The JSON has none of the known shapes: ${names}.`);
}

/** Servers report failures in JSON too, some of them under status 200. */
function refuseErrors(fields: Fields): void {
  const names = ['data.status', 'status', 'statuscode'];
  const status = names.map((name) => Number(fields.get(name))).find((code) => code >= 400);
  const says = Array.from(fields).some(
    ([name, value]) => /^errors?(?:\.|$)/.test(name) || (name === 'success' && value === 'false'),
  );
  if (status) throw new PolicyError('http', 'The server answered with an error.', { status });
  if (says) throw new PolicyError('type', 'The server answered with an error.');
}
