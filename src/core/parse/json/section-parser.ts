/** Parses the sections and texts of hand-written JSON, whose fields have many names. */

import { parseDate } from '../../dates/index.ts';
import { PolicyError, tooComplex } from '../../model/errors.ts';
import { explicitId } from '../../model/ids.ts';
import { MAX_BLOCK_DEPTH, MAX_BLOCKS } from '../../model/limits.ts';
import type { FlatHeading, FlatNode } from '../../model/parsed-document.ts';
import type { Block, ListItem } from '../../model/policy.ts';
import type { Task } from '../../tasks.ts';
import { fieldName } from '../metadata.ts';
import type { FieldParsers } from '../types.ts';
import type { JsonObject } from './format.ts';
import { headersKey, parseTable, rowsOf } from './table.ts';
import {
  hasUnreadText,
  headingKey,
  isHeaded,
  isName,
  isObject,
  roleOf,
  textOf,
} from './text-fields.ts';
import { append, deepen, NUMBERED, parseText } from './text.ts';

/** Parses the fields of one document. */
export class SectionParser {
  readonly warnings: string[] = [];
  readonly #base: string;
  readonly #parsers: FieldParsers;
  readonly #hasSections: boolean;
  #parts = 0;

  /**
   * @param hasSections Whether the format marks the sections. Headings in a text are then
   *   subheadings.
   */
  constructor(base: string, parsers: FieldParsers, hasSections: boolean) {
    this.#base = base;
    this.#parsers = parsers;
    this.#hasSections = hasSections;
  }

  /** Parses the text of a section or document, in the order of the fields. */
  *body(section: JsonObject, level: number): Task<FlatNode[]> {
    const content: FlatNode[] = [];
    const headers = headersKey(section);
    for (const [key, value] of Object.entries(section)) {
      if (value === null || isOtherRendering(key, section)) continue;
      const role = roleOf(key);
      if (role === 'sections') append(content, yield* this.#sections(value, level + 1));
      else if (role === 'list') append(content, yield* this.#list(value, level, section));
      else if (role === 'table') append(content, yield* this.#tables(key, value, section, level));
      else if (role === 'text' || role === 'detail' || (role === 'heading' && !isName(key))) {
        append(content, yield* this.#text(value, level, fieldName(key) === 'html'));
      } else if (role !== 'metadata' && key !== headers) {
        refuseText(key, value, !level);
      }
    }
    return content;
  }

  /** Parses a section: its heading, then its body. */
  *#section(section: JsonObject, level: number): Task<FlatNode[]> {
    const typed = typedLevel(section);
    if (typed) {
      const [line] = yield* this.body(section, level);
      const children = line?.type === 'paragraph' ? line.children : [];
      const depth = level + Math.max(0, typed - 1 - +this.#hasSections);
      return children.length ? [{ type: 'flatHeading', level: depth, children }] : [];
    }
    const key = headingKey(section);
    if (!key) return yield* this.body(section, level);
    const summary = textOf(section['summary']);
    const body = { ...section, [key]: null, ...(summary && { summary: null }) };
    return [yield* this.#heading(section, key, level), ...(yield* this.body(body, level))];
  }

  /**
   * Parses the value of a text field: a string, a list of paragraphs and sections, or an object,
   * which is a section.
   */
  *#text(value: unknown, level: number, isHtml = false, depth = level): Task<FlatNode[]> {
    this.#count(depth);
    if (Array.isArray(value)) {
      const content: FlatNode[] = [];
      for (const part of value as unknown[]) {
        append(content, yield* this.#text(part, level, isHtml, depth + 1));
      }
      return content;
    }
    if (this.#parsers.richText?.matches(value)) {
      const content = this.#parsers.richText.parse(value, this.#base);
      return deepen(content, level || +this.#hasSections);
    }
    if (isObject(value)) {
      const content = yield* this.#section(value, level + 1);
      // For example, the keys can be languages.
      if (!content.length) for (const [key, part] of Object.entries(value)) refuseText(key, [part]);
      return content;
    }
    const text = textOf(value);
    if (!text) return [];
    const content =
      isHtml && this.#parsers.html
        ? this.#parsers.html.fragment(text, this.#base)
        : yield* parseText(text, this.#base, this.#parsers);
    return deepen(content, level || +this.#hasSections);
  }

  /** Parses a list of sections, or an object whose keys are their headings. */
  *#sections(value: unknown, level: number): Task<FlatNode[]> {
    const isList = Array.isArray(value);
    if ((!isList && !isObject(value)) || this.#parsers.richText?.matches(value)) {
      return yield* this.#text(value, level - 1);
    }
    if (isSection(value)) return yield* this.#section(value, level);
    // The number is checked first, because copying the entries of a megabyte of `{},` takes a third
    // of a second.
    if (isList) this.#bound(this.#parts + value.length, level);
    const content: FlatNode[] = [];
    for (const [key, part] of Object.entries(value)) {
      this.#count(level);
      const section: JsonObject = isObject(part) ? part : { content: part as unknown };
      const hasHeading = headingKey(section) !== undefined;
      if (isList && !hasHeading) {
        this.warnings.push(`Section ${+key + 1} has no heading. Its text is in the one before.`);
      }
      const named = isList || hasHeading ? section : { ...section, heading: key };
      append(content, yield* this.#section(named, level));
    }
    return content;
  }

  /**
   * Parses a list. Items that contain headings of their own become sections.
   *
   * @param owner The object with the list. It can state that the list is numbered.
   */
  *#list(value: unknown, level: number, owner: JsonObject): Task<FlatNode[]> {
    const ordered = owner['ordered'] === true || LIST_KINDS.some((key) => isOrdered(owner[key]));
    if (!Array.isArray(value) || (!level && value.some(isHeaded))) {
      return yield* this.#sections(value, level + 1);
    }
    const content: FlatNode[] = [];
    let items: ListItem[] = [];
    const endList = () => {
      if (items.length) content.push({ type: 'list', ordered, tight: true, children: items });
      items = [];
    };
    for (const part of value as unknown[]) {
      this.#count(level);
      const parsed = isObject(part)
        ? yield* this.#section(part, level + 1)
        : yield* this.#text(part, level);
      const [first, ...rest] = parsed;
      const hasHeading = first?.type === 'flatHeading';
      const body = hasHeading ? rest : parsed;
      const children = body.filter((block) => block.type !== 'flatHeading');
      if (children.length < body.length) {
        endList();
        append(content, parsed);
      } else if (first) {
        items.push({
          type: 'listItem',
          children: hasHeading ? [boldLine(first), ...children] : children,
        });
      }
    }
    endList();
    return content;
  }

  /** Parses a table or a list of tables. The headers can be beside the rows. */
  *#tables(key: string, value: unknown, owner: JsonObject, level: number): Task<FlatNode[]> {
    this.#count(level);
    const content: FlatNode[] = [];
    const cell = (part: unknown) => this.#cell(part, level + 1);
    if (isObject(value)) {
      const named = headersKey(value);
      const rows = rowsOf(value);
      const rest = Object.entries(value).filter(
        ([name]) => name !== named && !(rows && value[name] === rows),
      );
      if (!rows) refuseText(key, [value]);
      append(content, yield* this.#section(Object.fromEntries(rest), level + 1));
      const table = rows && (yield* parseTable(rows, named && value[named], cell));
      if (table) content.push(table);
    } else if (Array.isArray(value)) {
      if (value.some((part) => isObject(part) && rowsOf(part))) {
        for (const part of value as unknown[]) {
          append(content, yield* this.#tables(key, part, {}, level));
        }
        return content;
      }
      const headers = headersKey(owner);
      const table = yield* parseTable(value, headers && owner[headers], cell);
      if (table) content.push(table);
    } else append(content, yield* this.#text(value, level));
    return content;
  }

  /** Parses a cell. Headings in it become bold lines. */
  *#cell(value: unknown, level: number): Task<Block[]> {
    const text = typeof value === 'boolean' ? (value ? '✓' : '–') : value;
    return (yield* this.#text(text, level)).map((block) =>
      block.type === 'flatHeading' ? boldLine(block) : block,
    );
  }

  *#heading(section: JsonObject, key: string, level: number): Task<FlatHeading> {
    const heading = textOf(section[key])!;
    // Markdown would parse a heading such as `1. Data` as a list. Keep it as written.
    const isPlain = NUMBERED.test(heading);
    const [line, ...rest] = isPlain ? [] : yield* parseText(heading, this.#base, this.#parsers);
    const id = explicitId(textOf(section['id']));
    const listed = Array.isArray(section['aliases']) ? (section['aliases'] as unknown[]) : [];
    const aliases = listed
      .slice(0, MAX_ALIASES)
      .flatMap((alias) => explicitId(textOf(alias)) ?? []);
    const summary = textOf(section['summary']);
    const updated = parseDate(textOf(section['updated']) ?? '', null)?.iso;
    const isLine = line?.type === 'paragraph' && !rest.length;
    return {
      type: 'flatHeading',
      level,
      children: isLine ? line.children : [{ type: 'text', text: heading }],
      ...(id && { id }),
      ...(aliases.length && { aliases }),
      ...(summary && { summary }),
      ...(updated && { updated }),
    };
  }

  /** Counts a node before it is parsed. */
  #count(level: number): void {
    this.#bound(++this.#parts, level);
  }

  /**
   * Limits the number of nodes and levels.
   *
   * @throws PolicyError with code `too-complex`.
   */
  #bound(parts: number, level: number): void {
    if (parts > MAX_BLOCKS || level > MAX_BLOCK_DEPTH) tooComplex();
  }
}

/** Names of fields with the kind of a list. */
const LIST_KINDS = ['type', 'style', 'format', 'listType'];

function isOrdered(kind: unknown): boolean {
  return /^(?:ol|(?:ordered|numbered)(?:[-_]?list)?)$/i.test(textOf(kind) ?? '');
}

/** Matches the type of an object that is a heading. */
const HEADING_TYPE = /^(?:h([1-6])|(?:sub)?head(?:ing|er)?[-_]?([1-6])?)$/i;

/** Returns the level of an object such as `{ type: 'heading', level: 3 }`, or 0. */
export function typedLevel({ type, level }: JsonObject): number {
  const [kind, ...levels] = HEADING_TYPE.exec(textOf(type) ?? '') ?? [];
  return kind ? Math.min(6, Number(levels.find(Boolean) ?? level) || 2) : 0;
}

/** Whether an object is one section, and not a set of sections with their headings as keys. */
function isSection(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return (
    keys.every((key) => roleOf(key) !== 'unknown') &&
    keys.some((key) => roleOf(key) === 'heading' || Array.isArray(value[key]))
  );
}

/**
 * Rejects text in a field that is not parsed.
 *
 * @throws PolicyError with code `unsupported`.
 */
function refuseText(key: string, value: unknown, isPage = false): void {
  if (hasUnreadText(key, value, isPage)) {
    throw new PolicyError('unsupported', `The JSON has text in an unknown field: ${key}.`);
  }
}

/** Maximum number of aliases parsed per section. The rest is ignored. */
const MAX_ALIASES = 100;

/** Whether a field repeats the text of another one as HTML or plain text. */
function isOtherRendering(key: string, section: JsonObject): boolean {
  const has = (name: string) => !!textOf(section[name]);
  if (key === 'html') return has('markdown') || has('content') || has('text');
  return (key === 'content' || key === 'text') && has('markdown') && has(key);
}

function boldLine({ children }: FlatHeading): Block {
  return { type: 'paragraph', children: [{ type: 'strong', children }] };
}
