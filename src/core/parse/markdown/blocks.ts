/** Turns marked's block tokens into the flat run of headings and blocks that a draft is. */

import type { Token, Tokens } from 'marked';
import type { FlatHeading } from '../../model/parsed-document.ts';
import { explicitId } from '../../model/ids.ts';
import type { Block, BlockBase, Inline, ListItem, TableCell } from '../../model/policy.ts';
import type { Task } from '../../tasks.ts';
import { inlineText, trimInlines } from '../../model/text.ts';
import { parseInlines, type InlineContext } from './inlines.ts';

/** What blocks need to know of their document. */
export type BlockContext = Omit<InlineContext, 'anchor'>;

type Content = FlatHeading | Block;

/** Blocks read between two steps: about a millisecond of work. */
const BLOCKS_A_STEP = 100;

/** Reads block tokens. */
export function* parseBlocks(tokens: readonly Token[], context: BlockContext): Task<Content[]> {
  const reader = new BlockParser(context);
  for (let index = 0; index < tokens.length; index++) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    index = reader.add(tokens, index);
  }
  return reader.content;
}

class BlockParser {
  readonly content: Content[] = [];
  readonly #context: BlockContext;
  readonly #inlineContext: InlineContext;
  /** Ids that the source put into the lines read last. */
  #anchors: string[] = [];

  constructor(context: BlockContext) {
    this.#context = context;
    this.#inlineContext = { ...context, anchor: (id) => void this.#anchors.push(id) };
  }

  /** Reads the token at an index, and gives the index of the last one that this took. */
  add(tokens: readonly Token[], index: number): number {
    const { content } = this;
    const token = tokens[index] as Tokens.Generic;
    switch (token.type) {
      case 'heading':
        this.#addHeading(token);
        break;
      case 'paragraph':
      case 'text': {
        const children = this.#phrasing(token.tokens ?? [token]);
        if (hasContent(children)) {
          content.push({ type: 'paragraph', ...this.#named(), children });
        } else if (this.#anchors.length && /^\s*\{:/.test(token.raw)) {
          // Kramdown writes the id of a block on the line after it; others name what comes next.
          const previous = content.pop();
          if (previous) content.push({ ...this.#named(), ...previous });
        }
        break;
      }
      case 'list': {
        const list = token as Tokens.List;
        content.push({
          type: 'list',
          ...this.#named(),
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
          ...this.#named(),
          children: this.#inside(token.tokens as Token[]),
        });
        break;
      case 'code':
        content.push({ type: 'code', ...this.#named(), text: token['text'].replace(/\n$/, '') });
        break;
      case 'hr':
        content.push({ type: 'thematicBreak' });
        break;
      case 'table': {
        const table = token as Tokens.Table;
        content.push({
          type: 'table',
          ...this.#named(),
          align: table.align.map((side) => side && ALIGN[side]),
          children: [table.header, ...table.rows].map((row, at) => ({
            type: 'tableRow',
            header: at === 0,
            children: row.map((source) => this.#cell(source)),
          })),
        });
        break;
      }
      case 'html': {
        const { extensions: extras, html, base } = this.#context;
        if (!extras) break;
        const inside = (children: readonly Token[]): Block[] => this.#inside(children);
        const island = extras.parseHtmlBlock(tokens, index, html, base, inside);
        content.push(...island.content);
        return island.end - 1;
      }
    }
    return index;
  }

  #addHeading(token: Tokens.Generic): void {
    const [children, id] = takeId(this.#phrasing(token.tokens));
    const [own, ...aliases] = [id, ...this.#anchors]
      .map(explicitId)
      .filter((name) => name !== undefined);
    this.#anchors = [];
    this.content.push({
      type: 'draftHeading',
      level: token['depth'],
      children,
      ...(own && { id: own }),
      ...(aliases.length && { aliases }),
    });
  }

  #phrasing(tokens: readonly Token[] = []): Inline[] {
    return trimInlines(parseInlines(tokens, this.#inlineContext));
  }

  #cell({ header, tokens }: Tokens.TableCell): TableCell {
    const children = this.#phrasing(tokens);
    return { type: 'tableCell', header, children: [{ type: 'paragraph', children }] };
  }

  #named(): BlockBase {
    if (!this.#anchors.length) return {};
    const id = explicitId(this.#anchors[0]);
    this.#anchors = [];
    return id ? { id } : {};
  }

  #inside(tokens: readonly Token[]): Block[] {
    const reader = new BlockParser(this.#context);
    for (let index = 0; index < tokens.length; index++) index = reader.add(tokens, index);
    return reader.content.map((block) =>
      block.type === 'draftHeading'
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

const ALIGN = { left: 'start', center: 'center', right: 'end' } as const;

/** Takes `{#id .class}` off the end of a heading. */
function takeId(children: Inline[]): [Inline[], string | undefined] {
  const last = children.at(-1);
  const match = last?.type === 'text' && /\s*\{\s*([#.][^{}]*)\}$/.exec(last.text);
  if (!match) return [children, undefined];
  const text = last.text.slice(0, match.index);
  return [
    text ? [...children.slice(0, -1), { type: 'text', text }] : children.slice(0, -1),
    /#([^\s#}]+)/.exec(match[1] as string)?.[1],
  ];
}
