/** Types shared by the parsers of JSON formats. */

import type { ParsedDocument } from '../../model/parsed-document.ts';
import type { Task } from '../../tasks.ts';
import type { Fields } from '../metadata.ts';
import type { FieldParsers, ParseOptions } from '../types.ts';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A JSON format: how it is recognized and parsed. */
export interface JsonFormat {
  /** Name of the format in messages to publishers. */
  readonly name: string;
  matches(value: JsonObject, fields: Fields, parsers: FieldParsers): boolean;
  parse(value: JsonObject, options: ParseOptions, parsers: FieldParsers): Task<ParsedDocument>;
}
