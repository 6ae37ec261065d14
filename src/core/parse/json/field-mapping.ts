/** Parses JSON formats that are described by the names of their fields. */

import { parseDate } from '../../dates/index.ts';
import { PolicyError } from '../../model/errors.ts';
import { languageTag } from '../../model/language-tag.ts';
import { resolvePage } from '../../model/links.ts';
import type { ParsedDocument, StatedDate } from '../../model/parsed-document.ts';
import type { Task } from '../../tasks.ts';
import { decodeReferences } from '../character-references.ts';
import { flattenFields, type Fields } from '../metadata.ts';
import type { FieldParsers, ParseOptions } from '../types.ts';
import type { JsonFormat, JsonObject } from './format.ts';
import { markdownParserIn, unescapeMarkup } from './text.ts';

/**
 * Maps the fields of a JSON format. Names are written as `flattenFields` returns them: lower case
 * without `_` and `-`, levels joined by dots, list items by their index.
 */
export interface FieldMapping {
  readonly name: string;
  /**
   * Fields, or objects with fields, that every document of this format has. No format further down
   * the list has all of them.
   */
  readonly has: readonly string[];
  /** The field with the text, in HTML or Markdown. */
  readonly text?: string;
  /**
   * Field of the title, which can be HTML: `name` by default, or null without one. The next
   * three are the fields of the language, the version and the page's URL.
   */
  readonly title?: string | null;
  readonly language?: string;
  readonly version?: string;
  readonly canonical?: string;
  /**
   * Fields of dates. `saved` is the time when the record was stored. This time counts as the date
   * of the last update only if the text states no such date.
   */
  readonly dates?: readonly (readonly [StatedDate['kind'], string])[];
  /**
   * Returns further metadata, or throws to reject the document. If `text` is returned, it is parsed
   * instead of the mapped field.
   */
  more?(
    fields: Fields,
    options: ParseOptions,
    value: JsonObject,
  ): Partial<ParsedDocument> & { readonly text?: string };
}

/** Builds a format from a mapping of its fields. */
export function formatFromMapping(mapping: FieldMapping): JsonFormat {
  return {
    name: mapping.name,
    matches(_value, fields) {
      const names = Array.from(fields.keys());
      return mapping.has.every(
        (name) => fields.has(name) || names.some((one) => one.startsWith(`${name}.`)),
      );
    },
    parse: (value, options, parsers) => parseMapped(mapping, value, options, parsers),
  };
}

function* parseMapped(
  mapping: FieldMapping,
  value: JsonObject,
  options: ParseOptions,
  parsers: FieldParsers,
): Task<ParsedDocument> {
  const { html } = parsers;
  const fields = flattenFields(value);
  const field = (name: string | null | undefined) => (name && fields.get(name)) || '';
  const { text, ...more } = mapping.more?.(fields, options, value) ?? {};
  const { content, ...about } = yield* parseMappedText(
    text ?? field(mapping.text),
    options.base,
    parsers,
  );
  const language = more.language ?? languageTag(field(mapping.language));
  const title = decodeReferences(
    unescapeMarkup(mapping.title === null ? '' : field(mapping.title) || field('name'), html)
      .slice(0, MAX_TITLE)
      .replace(/<[^<>]*>/g, ''),
    html,
  ).trim();
  const version = field(mapping.version);
  const canonical = resolvePage(field(mapping.canonical), options.base);
  return {
    ...about,
    kind: 'json',
    content,
    ...(title && { title }),
    ...(language && { language }),
    ...(version && { version }),
    ...(canonical && { links: { canonical } }),
    dates: (mapping.dates ?? []).flatMap(([kind, name]): StatedDate[] => {
      const date = parseDate(instantOf(field(name), name), null);
      return date ? [{ kind, ...date, from: 'json' }] : [];
    }),
    ...more,
  };
}

/** Maximum number of characters of a title that are parsed, including tags. */
const MAX_TITLE = 1000;

/** Parses a text that is either HTML or Markdown; the format does not state which. */
function* parseMappedText(text: string, base: string, parsers: FieldParsers): Task<ParsedDocument> {
  const { html } = parsers;
  const source = unescapeMarkup(text, html);
  if (!/^\s*<[a-z!]/i.test(source)) return yield* markdownParserIn(parsers).document(source, base);
  if (!html)
    throw new PolicyError('unsupported', 'The text is HTML, for which no parser was passed.');
  return { kind: 'json', content: html.fragment(source, base) };
}

/**
 * Adds the time zone that fields named `…gmt` leave out. Removes a time of midnight in UTC, which
 * means that only the day is stated.
 */
function instantOf(text: string, name: string): string {
  const zoned = name.endsWith('gmt') && /T[\d:.]+$/.test(text) ? `${text}Z` : text;
  return zoned.replace(/T00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$/, '');
}
