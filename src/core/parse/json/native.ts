/**
 * Parses the native JSON format, which has a field for everything that the element shows, and
 * hand-written JSON with other names for the same fields.
 *
 * No text is lost: an object with text in an unknown field is rejected.
 */

import { parseDate } from '../../dates/index.ts';
import { PolicyError, tooComplex } from '../../model/errors.ts';
import { explicitId } from '../../model/ids.ts';
import { MAX_BLOCK_DEPTH, MAX_BLOCKS } from '../../model/limits.ts';
import type { FlatHeading, FlatNode } from '../../model/parsed-document.ts';
import type { Block, ListItem } from '../../model/policy.ts';
import type { Task } from '../../tasks.ts';
import { fieldName, flattenFields, isMetadataField, parseFields } from '../metadata.ts';
import type { FieldParsers } from '../types.ts';
import type { JsonFormat, JsonObject } from './format.ts';
import { parseText } from './text.ts';
import { hasProse, headingKey, isName, isObject, roleOf, textOf } from './text-fields.ts';

/** Matches the name of a field that contains the whole policy. */
const WRAPPERS = /^(?:privacy)?policy$/;

/**
 * Matches the names of text fields that identify this format. `description` is not among them,
 * because any JSON can have a description.
 */
const BODY = /^(?:markdown|content|html|text|body|paragraphs?)$/;

/** The native format. */
export const nativeFormat: JsonFormat = {
  name: 'native (title, sections or content)',
  matches: (value) => hasBody(unwrap(value)),
  *parse(value, { base }, parsers) {
    const { about, text } = splitMetadata(unwrap(value));
    const hasSections = Object.entries(text).some(isSectionField);
    const parser = new JsonTextParser(base, parsers, hasSections);
    const content = yield* parser.body(text, 0);
    return {
      ...parseFields(flattenFields(about), 'json', base),
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
    return BODY.test(fieldName(key)) && (!!textOf(part) || hasProse(part));
  });
}

/** Returns the policy inside an object that only wraps it. Returns other objects unchanged. */
function unwrap(value: JsonObject): JsonObject {
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

function isHeaded(part: unknown): boolean {
  return isObject(part) && headingKey(part) !== undefined;
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

/** Parses the fields of one document. */
class JsonTextParser {
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
    for (const [key, value] of Object.entries(section)) {
      if (value === null || isOtherRendering(key, section)) continue;
      const role = roleOf(key);
      if (role === 'sections') append(content, yield* this.#sections(value, level + 1));
      else if (role === 'list') append(content, yield* this.#list(value, level));
      else if (role === 'text' || role === 'detail' || (role === 'heading' && !isName(key))) {
        append(content, yield* this.#text(value, level, fieldName(key) === 'html'));
      } else if (role !== 'metadata' && hasProse(value)) {
        throw new PolicyError('unsupported', `The JSON has text in an unknown field: ${key}.`);
      }
    }
    return content;
  }

  /** Parses a section: its heading, then its body. */
  *#section(section: JsonObject, level: number): Task<FlatNode[]> {
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
    if (isObject(value)) return yield* this.#section(value, level + 1);
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
    if (!isList && !isObject(value)) return yield* this.#text(value, level - 1);
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

  /** Parses a list. Items that contain headings of their own become sections. */
  *#list(value: unknown, level: number): Task<FlatNode[]> {
    if (!Array.isArray(value) || (!level && value.some(isHeaded))) {
      return yield* this.#sections(value, level + 1);
    }
    const content: FlatNode[] = [];
    let items: ListItem[] = [];
    const endList = () => {
      if (items.length)
        content.push({ type: 'list', ordered: false, tight: true, children: items });
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

  *#heading(section: JsonObject, key: string, level: number): Task<FlatHeading> {
    const heading = textOf(section[key])!;
    const [line, ...rest] = yield* parseText(heading, this.#base, this.#parsers);
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
      // Markdown parses a heading such as `1. Data` as a list. Keep the heading as written.
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
    if (parts > MAX_BLOCKS || level > MAX_BLOCK_DEPTH) {
      tooComplex();
    }
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

/**
 * Appends blocks one by one, because a single call of `push` fails beyond some 100,000 arguments.
 */
function append(content: FlatNode[], more: FlatNode[]): void {
  for (const block of more) content.push(block);
}

/**
 * Shifts the levels of headings in a section's text, so that they are below the section's own
 * level.
 */
function deepen(content: readonly FlatNode[], level: number): FlatNode[] {
  const levels = content.flatMap((block) => (block.type === 'flatHeading' ? block.level : []));
  const shift = level + 1 - levels.reduce((least, one) => Math.min(least, one), 6);
  return content.map((block) =>
    block.type === 'flatHeading' && level ? { ...block, level: block.level + shift } : block,
  );
}
