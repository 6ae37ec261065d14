/** Turns marked's block tokens into the flat run of headings and blocks that a draft is. */

import type { Token, Tokens } from 'marked';
import type { DraftHeading } from '../draft.ts';
import { explicitId } from '../ids.ts';
import type { Block, BlockBase, Inline, ListItem, TableCell } from '../policy.ts';
import { finish, type Steps } from '../steps.ts';
import { phrasingText, trimPhrasing } from '../text.ts';
import { readInlines, type InlineContext } from './inlines.ts';

/** What blocks need to know of their document. */
export type BlockContext = Omit<InlineContext, 'anchor'>;

type Content = DraftHeading | Block;

/** Blocks read between two steps: about a millisecond of work. */
const BLOCKS_A_STEP = 100;

/** Reads block tokens. */
export function* readBlocks(tokens: readonly Token[], context: BlockContext): Steps<Content[]> {
  const content: Content[] = [];
  let anchors: string[] = [];
  const inlineContext = { ...context, anchor: (id: string) => void anchors.push(id) };
  const phrasing = (children: readonly Token[] | undefined): Inline[] =>
    trimPhrasing(readInlines(children ?? [], inlineContext));
  const blocksOf = (children: readonly Token[]): Block[] =>
    finish(readBlocks(children, context)).map((block) =>
      block.type === 'draftHeading'
        ? {
            type: 'heading',
            depth: block.level,
            children: block.children,
            ...(block.id && { id: block.id }),
          }
        : block,
    );
  const named = (): BlockBase => {
    const id = explicitId(anchors[0]);
    anchors = [];
    return id ? { id } : {};
  };
  const cell = (source: Tokens.TableCell): TableCell => ({
    type: 'tableCell',
    header: source.header,
    children: [{ type: 'paragraph', children: phrasing(source.tokens) }],
  });

  for (let index = 0; index < tokens.length; index++) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    const token = tokens[index] as Tokens.Generic;
    switch (token.type) {
      case 'heading': {
        const [children, id] = takeId(phrasing(token.tokens));
        const [own, ...aliases] = [id, ...anchors]
          .map(explicitId)
          .filter((name) => name !== undefined);
        anchors = [];
        content.push({
          type: 'draftHeading',
          level: token['depth'],
          children,
          ...(own && { id: own }),
          ...(aliases.length && { aliases }),
        });
        break;
      }
      case 'paragraph':
      case 'text': {
        const children = phrasing(token.tokens ?? [token]);
        if (hasContent(children)) {
          content.push({ type: 'paragraph', ...named(), children });
        } else if (anchors.length && /^\s*\{:/.test(token.raw)) {
          // Kramdown writes the id of a block on the line after it; others name what comes next.
          const previous = content.pop();
          if (previous) content.push({ ...named(), ...previous });
        }
        break;
      }
      case 'list': {
        const list = token as Tokens.List;
        content.push({
          type: 'list',
          ...named(),
          ordered: list.ordered,
          ...(list.ordered && list.start !== 1 && list.start !== '' && { start: list.start }),
          tight: !list.loose,
          children: list.items.map((item): ListItem => ({
            type: 'listItem',
            ...(item.task && { checked: !!item.checked }),
            children: blocksOf(item.tokens),
          })),
        });
        break;
      }
      case 'blockquote':
        content.push({
          type: 'blockquote',
          ...named(),
          children: blocksOf(token.tokens as Token[]),
        });
        break;
      case 'code':
        content.push({ type: 'code', ...named(), text: token['text'].replace(/\n$/, '') });
        break;
      case 'hr':
        content.push({ type: 'thematicBreak' });
        break;
      case 'table': {
        const table = token as Tokens.Table;
        content.push({
          type: 'table',
          ...named(),
          align: table.align.map((side) => side && ALIGN[side]),
          children: [table.header, ...table.rows].map((row, at) => ({
            type: 'tableRow',
            header: at === 0,
            children: row.map(cell),
          })),
        });
        break;
      }
      case 'html': {
        const { extras, html, base } = context;
        if (!extras) break;
        const island = extras.readIsland(tokens, index, html, base, blocksOf);
        content.push(...island.content);
        index = island.end - 1;
      }
    }
  }
  return content;
}

function hasContent(children: readonly Inline[]): boolean {
  return children.some(({ type }) => type === 'image') || !!phrasingText(children).trim();
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
    /#([^\s.#}]+)/.exec(match[1] as string)?.[1],
  ];
}
