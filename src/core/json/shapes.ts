/** The table of known JSON shapes. A policy's shape is told by its fields, never by its address. */

import type { Draft } from '../draft.ts';
import { PolicyError } from '../errors.ts';
import { flattenFields, type Fields } from '../fields.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';
import type { JsonReader, ReadHints } from '../read.ts';
import type { Steps } from '../steps.ts';
import { readsFields } from './field-shape.ts';
import { KNOWN_SHAPES } from './known-shapes.ts';
import { nativeShape } from './native.ts';
import { followSignpost } from './signpost.ts';

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One shape: how it is recognised, and how it is read. */
export interface JsonShape {
  /** What it is called in messages to publishers. */
  readonly name: string;
  matches(value: JsonObject): boolean;
  read(value: JsonObject, hints: ReadHints): Steps<Draft>;
}

/** Every known shape. The first that matches reads; the native one asks least and comes last. */
const SHAPES: readonly JsonShape[] = [...KNOWN_SHAPES.map(readsFields), nativeShape];

/** The reader of JSON that pages and programs lend to `readPolicy`. */
export const jsonReader: JsonReader = {
  *document(text, hints) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new PolicyError('parse', 'The policy could not be read.');
    }
    return yield* readValue(value, hints);
  },
  value: readValue,
};

function* readValue(value: unknown, hints: ReadHints): Steps<Draft> {
  if (typeof value === 'string' && value.trim()) return yield* readMarkdown(value, hints);
  // Lists of pages that were asked for by name have one entry.
  const object = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
  if (!object || typeof object !== 'object' || !Object.keys(object).length) {
    throw new PolicyError('empty', 'The policy has no text.');
  }
  const shape = SHAPES.find(({ matches }) => matches(object as JsonObject));
  if (shape) return yield* shape.read(object as JsonObject, hints);
  const fields = flattenFields(object);
  refuseErrors(fields);
  followSignpost(fields, hints.base);
  const names = SHAPES.map(({ name }) => name).join(', ');
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
