/**
 * Parses the documents of rich text editors: ProseMirror and TipTap, Contentful, Portable Text
 * (Sanity), Slate, Strapi and Lexical. They differ only in the names of their nodes and fields.
 */

import { tooComplex } from '../../model/errors.ts';
import { MAX_BLOCK_DEPTH, MAX_BLOCKS } from '../../model/limits.ts';
import { resolveLink, resolvePage } from '../../model/links.ts';
import type { FlatNode } from '../../model/parsed-document.ts';
import type { Block, Inline, Phrase, TableCell, TableRow } from '../../model/policy.ts';
import { inlineText, trimInlines } from '../../model/text.ts';
import { fieldName } from '../metadata.ts';
import type { RichTextParser } from '../types.ts';
import type { JsonObject } from './format.ts';
import {
  addressOf,
  childrenOf,
  endOfList,
  isBlock,
  isInline,
  isOrdered,
  isRichText,
  itemOf,
  kindOf,
  levelOf,
  linksOf,
  refuseText,
  textValue,
  typeOf,
  type Kind,
} from './rich-text-nodes.ts';
import { isObject, textOf } from './text-fields.ts';

/** Names of marks, and of Slate's fields, with the nodes that they become. */
const MARKS = new Map<string, Phrase['type'] | 'code'>([
  ['bold', 'strong'],
  ['strong', 'strong'],
  ['italic', 'emphasis'],
  ['em', 'emphasis'],
  ['strike', 'deletion'],
  ['strikethrough', 'deletion'],
  ['strike-through', 'deletion'],
  ['superscript', 'superscript'],
  ['subscript', 'subscript'],
  ['highlight', 'highlight'],
  ['code', 'code'],
]);

/** Bits of Lexical's `format`. */
const FORMATS: readonly (readonly [number, string])[] = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'strike'],
  [16, 'code'],
];

/** The parser for rich text. Loaded only for JSON that may contain it. */
export const richText: RichTextParser = { matches: isRichText, parse: parseRichText };

/**
 * Converts a rich text.
 *
 * @throws PolicyError with code `unsupported` if it contains a node of an unknown type, and
 *   `too-complex`.
 */
function parseRichText(value: unknown, base: string): FlatNode[] {
  return new NodeParser(base).blocks(Array.isArray(value) ? value : [value], 0);
}

/** A list that items are added to. */
interface PortableList {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly tight: true;
  readonly children: { readonly type: 'listItem'; readonly children: Block[] }[];
}

class NodeParser {
  readonly #base: string;
  #nodes = 0;

  constructor(base: string) {
    this.#base = base;
  }

  blocks(nodes: readonly unknown[], depth: number): FlatNode[] {
    if (depth > MAX_BLOCK_DEPTH) tooComplex();
    const content: FlatNode[] = [];
    let line: JsonObject[] = [];
    const endLine = () => {
      const children = trimInlines(this.#inlines(line, depth, []));
      if (inlineText(children).trim()) content.push({ type: 'paragraph', children });
      line = [];
    };
    for (let index = 0; index < nodes.length; index++) {
      if (++this.#nodes > MAX_BLOCKS) tooComplex();
      const node = nodes[index];
      if (!isObject(node)) continue;
      const kind = kindOf(node);
      if (isInline(kind)) {
        line.push(node);
        continue;
      }
      endLine();
      if (textOf(node['listItem'])) {
        const end = endOfList(nodes, index);
        const items = nodes.slice(index, end) as JsonObject[];
        content.push(...this.#portableLists(items, 1, depth));
        index = end - 1;
      } else for (const block of this.#block(node, kind, depth)) content.push(block);
    }
    endLine();
    return content;
  }

  #block(node: JsonObject, kind: Kind | undefined, depth: number): FlatNode[] {
    const children = childrenOf(node);
    const inside = (): Block[] => nested(this.blocks(children, depth + 1));
    const inlines = (): Inline[] =>
      trimInlines(this.#inlines(children, depth, linksOf(node['markDefs'])));
    switch (kind) {
      case 'root':
        return this.blocks(children, depth + 1);
      case 'heading': {
        const line = inlines();
        return line.length ? [{ type: 'flatHeading', level: levelOf(node), children: line }] : [];
      }
      case 'paragraph': {
        // A paragraph can contain blocks in Slate.
        if (children.some(isBlock)) return this.blocks(children, depth + 1);
        const line = inlines();
        return line.length ? [{ type: 'paragraph', children: line }] : [];
      }
      case 'list':
        return [
          {
            type: 'list',
            ordered: isOrdered(node),
            tight: true,
            children: children.map((item) => ({
              type: 'listItem',
              children: nested(this.blocks(isObject(item) ? itemOf(item) : [], depth + 1)),
            })),
          },
        ];
      case 'item':
        return inside();
      case 'quote':
        return [{ type: 'blockquote', children: inside() }];
      case 'code':
        return [{ type: 'code', text: inlines().map(codeText).join('') }];
      case 'rule':
        return [{ type: 'thematicBreak' }];
      case 'table':
        return [{ type: 'table', align: [], children: this.#rows(children, depth) }];
      case 'image':
        return this.#image(node).map((image) => ({ type: 'paragraph', children: [image] }));
      default:
        refuseText(node);
        return this.blocks(children, depth + 1);
    }
  }

  #image(node: JsonObject): Inline[] {
    const { attrs, alt } = node;
    const src = resolvePage(addressOf(node), this.#base);
    const text = textOf(isObject(attrs) ? attrs['alt'] : alt) ?? '';
    return src || text ? [{ type: 'image', src, alt: text }] : [];
  }

  #rows(nodes: readonly unknown[], depth: number): TableRow[] {
    return nodes.filter(isObject).flatMap((row): TableRow[] => {
      if (kindOf(row) !== 'row') return this.#rows(childrenOf(row), depth + 1);
      const cells = childrenOf(row).filter(isObject);
      const children = cells.map((cell): TableCell => ({
        type: 'tableCell',
        header: /h(?:eader(?:cell)?)?$/.test(fieldName(typeOf(cell))),
        children: nested(this.blocks(childrenOf(cell), depth + 1)),
      }));
      return [{ type: 'tableRow', header: children.every(({ header }) => header), children }];
    });
  }

  /**
   * Builds lists from blocks that state their level, as in Portable Text. Numbered and other items
   * of the same level belong to different lists.
   */
  #portableLists(items: readonly JsonObject[], level: number, depth: number): PortableList[] {
    if (depth > MAX_BLOCK_DEPTH) tooComplex();
    const lists: PortableList[] = [];
    const add = (ordered: boolean, children: Block[]): void => {
      const item = { type: 'listItem', children } as const;
      const last = lists.at(-1);
      if (last?.ordered === ordered) last.children.push(item);
      else lists.push({ type: 'list', ordered, tight: true, children: [item] });
    };
    for (let index = 0, end = 0; index < items.length; index = end) {
      while (end < items.length && Number(items[end]!['level'] ?? 1) > level) end++;
      if (end > index) {
        const inner = this.#portableLists(items.slice(index, end), level + 1, depth + 1);
        const last = lists.at(-1)?.children.at(-1);
        if (last) last.children.push(...inner);
        else add(inner[0]!.ordered, inner);
      } else {
        const { listItem, ...item } = items[end++]!;
        add(listItem === 'number', nested(this.blocks([item], depth + 1)));
      }
    }
    return lists;
  }

  #inlines(
    nodes: readonly unknown[],
    depth: number,
    links: ReadonlyMap<string, string> | readonly [],
  ): Inline[] {
    if (depth > MAX_BLOCK_DEPTH) tooComplex();
    return nodes.filter(isObject).flatMap((node): Inline[] => {
      if (++this.#nodes > MAX_BLOCKS) tooComplex();
      const kind = kindOf(node);
      if (kind === 'break') return [{ type: 'break' }];
      if (kind === 'link') {
        const children = this.#inlines(childrenOf(node), depth + 1, links);
        return this.#linked(addressOf(node), children);
      }
      if (kind === 'image') return this.#image(node);
      if (kind !== 'text') {
        refuseText(node);
        return this.#inlines(childrenOf(node), depth + 1, links);
      }
      const text = textValue(node);
      return text ? this.#marked(text, node, new Map(links)) : [];
    });
  }

  /** Wraps a text in its marks. */
  #marked(text: string, node: JsonObject, links: ReadonlyMap<string, string>): Inline[] {
    const { marks, format } = node;
    const names = [
      ...Object.keys(node).filter((key) => node[key] === true),
      ...FORMATS.flatMap(([bit, name]) => (Number(format) & bit ? name : [])),
    ];
    let address = '';
    for (const mark of Array.isArray(marks) ? (marks as readonly unknown[]) : []) {
      const name = isObject(mark) ? typeOf(mark) : (textOf(mark) ?? '');
      names.push(name);
      address ||= links.get(name) ?? (isObject(mark) ? addressOf(mark) : '');
    }
    const types = new Set(names.flatMap((name) => MARKS.get(name) ?? []));
    let inline: Inline = types.delete('code')
      ? { type: 'inlineCode', text }
      : { type: 'text', text };
    for (const type of types) inline = { type: type as Phrase['type'], children: [inline] };
    return this.#linked(address, [inline]);
  }

  #linked(address: string, children: Inline[]): Inline[] {
    const href = address && resolveLink(address, this.#base);
    return href && children.length ? [{ type: 'link', href, children }] : children;
  }
}

/** Returns the text of a part of code. Lexical has nodes for line breaks. */
function codeText(part: Inline): string {
  return part.type === 'break' ? '\n' : inlineText([part]);
}

/** Converts headings to the headings of nested blocks. */
function nested(content: readonly FlatNode[]): Block[] {
  return content.map((block) =>
    block.type === 'flatHeading'
      ? { type: 'heading', depth: block.level, children: block.children }
      : block,
  );
}
