/** Converts marked's block tokens into flat headings and blocks. */

import type { Token, Tokens } from 'marked';
import type { FlatNode } from '../../model/parsed-document.ts';
import { explicitId } from '../../model/ids.ts';
import type { Block, BlockBase, Inline, ListItem, TableCell, Text } from '../../model/policy.ts';
import type { Task } from '../../tasks.ts';
import { inlineText, trimInlines } from '../../model/text.ts';
import type { DefinitionPart } from './extensions/definitions.ts';
import { parseInlines, type InlineContext } from './inlines.ts';

/** State shared by the blocks of one document. */
export type BlockContext = Omit<InlineContext, 'addAnchor'>;

/** Number of blocks between two pauses: about a millisecond of work. */
const BLOCKS_PER_STEP = 100;

/** Converts block tokens. */
export function* parseBlocks(tokens: readonly Token[], context: BlockContext): Task<FlatNode[]> {
  const parser = new BlockParser(context);
  for (let index = 0; index < tokens.length; index++) {
    if (index % BLOCKS_PER_STEP === BLOCKS_PER_STEP - 1) yield;
    index = parser.add(tokens, index);
  }
  return parser.content;
}

class BlockParser {
  readonly content: FlatNode[] = [];
  readonly #context: BlockContext;
  readonly #inlineContext: InlineContext;
  /** Ids found in the text since the last block. They belong to the next block. */
  #anchors: string[] = [];

  constructor(context: BlockContext) {
    this.#context = context;
    this.#inlineContext = { ...context, addAnchor: (id) => void this.#anchors.push(id) };
  }

  /** Converts the token at an index. Returns the index of the last token it consumed. */
  add(tokens: readonly Token[], index: number): number {
    const { content } = this;
    const token = tokens[index] as Tokens.Generic;
    switch (token.type) {
      case 'heading':
        this.#addHeading(token);
        break;
      case 'paragraph':
      case 'text': {
        const children = this.#inlines(token.tokens ?? [token]);
        if (hasContent(children)) {
          content.push({ type: 'paragraph', ...this.#takeId(), children });
        } else if (this.#anchors.length && /^\s*\{:/.test(token.raw)) {
          // Kramdown puts the id of a block on the line after it.
          const previous = content.pop();
          if (previous) content.push({ ...this.#takeId(), ...previous });
        }
        break;
      }
      case 'list': {
        const list = token as Tokens.List;
        content.push({
          type: 'list',
          ...this.#takeId(),
          ordered: list.ordered,
          ...(list.ordered && list.start !== 1 && list.start !== '' && { start: list.start }),
          tight: !list.loose,
          children: list.items.map((item): ListItem => ({
            type: 'listItem',
            ...(item.task && { checked: !!item.checked }),
            children: this.#inside(item.tokens),
          })),
        });
        break;
      }
      case 'blockquote':
        content.push({
          type: 'blockquote',
          ...this.#takeId(),
          children: this.#inside(token.tokens as Token[]),
        });
        break;
      case 'code':
        content.push({ type: 'code', ...this.#takeId(), text: token['text'].replace(/\n$/, '') });
        break;
      case 'hr':
        content.push({ type: 'thematicBreak' });
        break;
      case 'table': {
        const table = token as Tokens.Table;
        content.push({
          type: 'table',
          ...this.#takeId(),
          align: table.align.map((side) => side && ALIGN[side]),
          children: [table.header, ...table.rows].map((row, at) => ({
            type: 'tableRow',
            header: at === 0,
            children: row.map((source) => this.#cell(source)),
          })),
        });
        break;
      }
      case 'definitions':
        content.push({
          type: 'descriptionList',
          ...this.#takeId(),
          children: (token['parts'] as readonly DefinitionPart[]).map((part) =>
            part.isTerm
              ? { type: 'descriptionTerm', children: this.#inlines(part.tokens) }
              : { type: 'descriptionDetails', children: this.#inside(part.tokens) },
          ),
        });
        break;
      case 'html': {
        const { extensions, html, base } = this.#context;
        if (!extensions) break;
        const inside = (children: readonly Token[]): Block[] => this.#inside(children);
        const htmlBlock = extensions.parseHtmlBlock(tokens, index, html, base, inside);
        for (const block of htmlBlock.content) content.push(block);
        return htmlBlock.end - 1;
      }
    }
    return index;
  }

  #addHeading(token: Tokens.Generic): void {
    const [inlines, id] = splitId(this.#inlines(token.tokens));
    const children = trimInlines(inlines.map(withoutAsterisks));
    const [own, ...aliases] = [id, ...this.#anchors]
      .map(explicitId)
      .filter((name) => name !== undefined);
    this.#anchors = [];
    this.content.push({
      type: 'flatHeading',
      level: token['depth'],
      children,
      ...(own && { id: own }),
      ...(aliases.length && { aliases }),
    });
  }

  #inlines(tokens: readonly Token[] = []): Inline[] {
    return trimInlines(parseInlines(tokens, this.#inlineContext));
  }

  #cell({ header, tokens }: Tokens.TableCell): TableCell {
    const children = this.#inlines(tokens);
    return { type: 'tableCell', header, children: [{ type: 'paragraph', children }] };
  }

  #takeId(): BlockBase {
    if (!this.#anchors.length) return {};
    const id = explicitId(this.#anchors[0]);
    this.#anchors = [];
    return id ? { id } : {};
  }

  #inside(tokens: readonly Token[]): Block[] {
    const parser = new BlockParser(this.#context);
    for (let index = 0; index < tokens.length; index++) index = parser.add(tokens, index);
    return parser.content.map((block) =>
      block.type === 'flatHeading'
        ? {
            type: 'heading',
            depth: block.level,
            children: block.children,
            ...(block.id && { id: block.id }),
          }
        : block,
    );
  }
}

function hasContent(children: readonly Inline[]): boolean {
  return children.some(({ type }) => type === 'image') || !!inlineText(children).trim();
}

/**
 * Removes runs of asterisks from the text of a heading. They are bold markers that marked could not
 * pair.
 */
function withoutAsterisks(inline: Inline): Inline {
  if (inline.type !== 'text' || !inline.text.includes('**')) return inline;
  const text = inline.text.replace(/\*{2,}(?=(.?))/gu, (_, next: string, at: number) =>
    at && /[\p{L}\p{N}]/u.test(next) ? ' ' : '',
  );
  return { type: 'text', text };
}

const ALIGN = { left: 'start', center: 'center', right: 'end' } as const;

/** Splits kramdown's `{#id .class}` off the end of a heading, and the closing hashes before it. */
function splitId(children: Inline[]): [Inline[], string | undefined] {
  const last = children.at(-1);
  const start = last?.type === 'text' && last.text.endsWith('}') ? last.text.lastIndexOf('{') : -1;
  const attributes = start < 0 ? '' : (last as Text).text.slice(start + 1, -1).trim();
  if (!/^[#.]/.test(attributes)) return [children, undefined];
  const text = (last as Text).text
    .slice(0, start)
    .trimEnd()
    .replace(/(?:^| )#{1,6}$/, '')
    .trimEnd();
  return [
    text ? [...children.slice(0, -1), { type: 'text', text }] : children.slice(0, -1),
    /#([^\s#]+)/.exec(attributes)?.[1],
  ];
}
