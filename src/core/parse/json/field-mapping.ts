/** Reads forms of JSON that are told by the names of their fields. */

import { decodeReferences } from '../markdown/character-references.ts';
import { findDates, parseDate } from '../../dates/index.ts';
import type { ParsedDocument } from '../../model/parsed-document.ts';
import { PolicyError } from '../../model/errors.ts';
import { flattenFields, type Fields } from '../metadata.ts';
import { resolvePage } from '../../model/links.ts';
import { parseMarkdownContent } from '../markdown/index.ts';
import type { PolicyDate } from '../../model/policy.ts';
import type { ParseOptions } from '../../parse-policy.ts';
import type { Task } from '../../tasks.ts';
import type { JsonObject, JsonFormat } from './index.ts';

/**
 * A form of JSON and where it keeps what. Fields are named as `flattenFields` names them: in lower
 * case, without `_` and `-`, levels joined by dots, items by their numbers.
 */
export interface FieldMapping {
  readonly name: string;
  /** Fields, or objects that hold fields, which no shape further down has together. */
  readonly has: readonly string[];
  /** The field of the text, in HTML or Markdown. */
  readonly text?: string;
  /** Fields of the title (HTML; else `name`), the language, the version and the page's address. */
  readonly title?: string;
  readonly language?: string;
  readonly version?: string;
  readonly canonical?: string;
  /**
   * Fields of dates. `saved` is the time of storing: taken for the day of the last update where the
   * text states none itself.
   */
  readonly dates?: readonly (readonly [PolicyDate['kind'] | 'saved', string])[];
  /** What else there is to read, or a refusal; its `text` takes the place of the field. */
  more?(
    fields: Fields,
    hints: ParseOptions,
    value: JsonObject,
  ): Partial<ParsedDocument> & { readonly text?: string };
}

/** Makes a recogniser and a reader of the description of a shape. */
export function mapsFields(shape: FieldMapping): JsonFormat {
  return {
    name: shape.name,
    matches(value) {
      const names = Array.from(flattenFields(value).keys());
      return shape.has.every((name) =>
        names.some((one) => one === name || one.startsWith(`${name}.`)),
      );
    },
    parse: (value, hints) => parseMapped(shape, value, hints),
  };
}

function* parseMapped(
  shape: FieldMapping,
  value: JsonObject,
  hints: ParseOptions,
): Task<ParsedDocument> {
  const fields = flattenFields(value);
  const field = (name: string | undefined) => (name && fields.get(name)) || '';
  const { text, ...more } = shape.more?.(fields, hints, value) ?? {};
  const content = yield* parseText(text ?? field(shape.text), hints);
  const language = more.language ?? field(shape.language);
  const title = decodeReferences(
    (field(shape.title) || field('name')).replace(/<[^>]*>/g, ''),
    hints.html,
  ).trim();
  const version = field(shape.version);
  const canonical = resolvePage(field(shape.canonical), hints.base);
  const isStated = () =>
    findDates({ content, language: language || null }).some(
      ({ kind, from }) => kind === 'updated' || from === 'change-log',
    );
  return {
    kind: 'json',
    content,
    ...(title && { title }),
    ...(language && { language }),
    ...(version && { version }),
    ...(canonical && { links: { canonical } }),
    dates: (shape.dates ?? []).flatMap(([kind, name]): PolicyDate[] => {
      const date = parseDate(instantOf(field(name), name), null);
      if (!date) return [];
      return [
        { kind: kind !== 'saved' ? kind : isStated() ? 'file' : 'updated', ...date, from: 'json' },
      ];
    }),
    ...more,
  };
}

/** Reads text of which its shape does not say whether it is HTML or Markdown. */
function* parseText(text: string, hints: ParseOptions): Task<ParsedDocument['content']> {
  if (!/^\s*<[a-z!]/i.test(text)) return yield* parseMarkdownContent(text, hints);
  if (!hints.html) throw new PolicyError('unsupported', 'No reader of this form was lent.');
  return hints.html.fragment(text, hints.base);
}

/** An instant as its field means it: "gmt" leaves out the zone, and midnight stands for a day. */
function instantOf(text: string, name: string): string {
  const zoned = name.endsWith('gmt') && /T[\d:.]+$/.test(text) ? `${text}Z` : text;
  return zoned.replace(/T00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$/, '');
}
