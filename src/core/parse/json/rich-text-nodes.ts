/** Interprets the fields of rich text nodes, whose names differ between editors. */

import { PolicyError } from '../../model/errors.ts';
import { fieldName } from '../metadata.ts';
import type { JsonObject } from './format.ts';
import { hasUnreadText, isObject, textOf } from './text-fields.ts';

/** The kinds of nodes that are parsed. */
export type Kind =
  | 'root'
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'quote'
  | 'code'
  | 'rule'
  | 'table'
  | 'row'
  | 'cell'
  | 'link'
  | 'image'
  | 'break'
  | 'text';

/** Patterns of the types of nodes, as `fieldName` normalizes them. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:doc|document|root|fragment)$/, 'root'],
  [/^(?:heading|header)(?:[1-6]|one|two|three|four|five|six)?$|^h[1-6]$/, 'heading'],
  [/^(?:paragraph|p|block|normal|listitemchild|lic)$/, 'paragraph'],
  [/^(?:(?:bullet|bulleted|unordered|ordered|numbered)?list|[uo]l)$/, 'list'],
  [/^(?:listitem|li)$/, 'item'],
  [/^(?:block)?quote$/, 'quote'],
  [/^(?:code|codeblock|preformatted|pre)$/, 'code'],
  [/^(?:horizontalrule|hr|divider|thematicbreak)$/, 'rule'],
  [/^table$/, 'table'],
  [/^(?:tablerow|tr)$/, 'row'],
  [/^(?:table(?:header)?cell|tableheader|t[dh])$/, 'cell'],
  [/^(?:hyperlink|link|autolink|a)$/, 'link'],
  [/^(?:image|img)$/, 'image'],
  [/^(?:hardbreak|linebreak|br)$/, 'break'],
  [/^(?:text|span|codehighlight)$/, 'text'],
];

const LEVELS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];

/** Whether a value is a node of a rich text, or a list of nodes. */
export function isRichText(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isNode) && value.some(isRichText);
  if (!isObject(value) || !kindOf(value)) return false;
  const children = childrenOf(value);
  return children.every(isNode) && children.some(kindOf);
}

/** Rejects a node of an unknown type if its text is not in child nodes. */
export function refuseText({ content, children, marks, ...node }: JsonObject): void {
  if (hasUnreadText('', [node], false)) {
    throw new PolicyError('unsupported', `The rich text has an unknown part: ${typeOf(node)}.`);
  }
}

function isNode(value: unknown): value is JsonObject {
  return isObject(value) && !!typeOf(value);
}

/** Returns the type of a node, or an empty string. */
export function typeOf({ nodeType, _type, type, text }: JsonObject): string {
  return (
    textOf(nodeType) ?? textOf(_type) ?? textOf(type) ?? (typeof text === 'string' ? 'text' : '')
  );
}

/** Returns the kind of a node, or undefined if its type is unknown. */
export function kindOf(node: JsonObject): Kind | undefined {
  const type = fieldName(typeOf(node));
  if (type === 'block' && /^h[1-6]$/.test(textOf(node['style']) ?? '')) return 'heading';
  if (type === 'block' && node['style'] === 'blockquote') return 'quote';
  return KINDS.find(([names]) => names.test(type))?.[1];
}

/** Whether a node is a block of a known kind. */
export function isBlock(node: unknown): boolean {
  const kind = isObject(node) ? kindOf(node) : undefined;
  return !!kind && kind !== 'image' && !isInline(kind);
}

/** Whether a kind of node is part of a line. */
export function isInline(kind: Kind | undefined): boolean {
  return kind === 'text' || kind === 'link' || kind === 'break';
}

/** Returns the child nodes of a node. */
export function childrenOf({ content, children }: JsonObject): readonly unknown[] {
  return Array.isArray(content) ? content : Array.isArray(children) ? children : [];
}

/** Returns the text of a text node. */
export function textValue({ text, value }: JsonObject): string {
  return [text, value].find((part) => typeof part === 'string') ?? '';
}

/** Returns the level of a heading, which is in its type, its style, its tag or its attributes. */
export function levelOf(node: JsonObject): number {
  const { attrs, level, tag, style } = node;
  const named = `${textOf(style) ?? ''} ${textOf(tag) ?? ''} ${typeOf(node)}`;
  const stated =
    textOf(isObject(attrs) ? attrs['level'] : level) ??
    /\bh?([1-6])$|\bh([1-6])\b/.exec(named.trim())?.slice(1).find(Boolean) ??
    /[1-6]/.exec(named)?.[0] ??
    LEVELS.findIndex((word) => word && named.endsWith(word));
  return Math.min(6, Math.max(1, Number(stated) || 1));
}

/** Whether a list is numbered. */
export function isOrdered(node: JsonObject): boolean {
  return /^(?:ordered|number|ol)/.test(
    textOf(node['format']) ?? textOf(node['listType']) ?? fieldName(typeOf(node)),
  );
}

/** Returns the content of a list item. Slate allows text in a list without items. */
export function itemOf(item: JsonObject): readonly unknown[] {
  return kindOf(item) === 'item' ? childrenOf(item) : [item];
}

/** Returns the index after the consecutive list items that begin at an index. */
export function endOfList(nodes: readonly unknown[], start: number): number {
  let end = start;
  for (let node; isObject((node = nodes[end])) && textOf(node['listItem']); end++);
  return end;
}

/** Returns the address of a link, of the mark of a link, or of an image. */
export function addressOf(node: JsonObject): string {
  const { attrs, data, fields } = node;
  const found = [node, attrs, data, fields]
    .filter(isObject)
    .flatMap(({ href, uri, url, src }) => [href, uri, url, src]);
  return textOf(found.find(textOf)) ?? '';
}

/** Returns the addresses of the links of a block in Portable Text, by the names of their marks. */
export function linksOf(definitions: unknown): ReadonlyMap<string, string> | readonly [] {
  if (!Array.isArray(definitions)) return [];
  return new Map(
    definitions
      .filter(isObject)
      .map((definition) => [textOf(definition['_key']) ?? '', addressOf(definition)]),
  );
}
