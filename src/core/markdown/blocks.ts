/** Turns marked's block tokens into the flat run of headings and blocks that a draft is. */

import type { Token, Tokens } from 'marked';
import type { DraftHeading } from '../draft.ts';
import { explicitId } from '../ids.ts';
import type { Block, BlockBase, Inline, ListItem, TableCell } from '../policy.ts';
import type { HtmlReader } from '../read.ts';
import { finish, type Steps } from '../steps.ts';
import { phrasingText, trimPhrasing } from '../text.ts';
import { readInlines, type InlineContext } from './inlines.ts';
import { readMarkup } from './markup.ts';

/** What blocks need to know of their document. */
export interface BlockContext extends Omit<InlineContext, 'anchor'> {
  readonly html: HtmlReader | undefined;
}

type Content = DraftHeading | Block;

/** Blocks read between two steps: about a millisecond of work. */
const BLOCKS_A_STEP = 100;

/** Reads block tokens. */
export function* readBlocks(tokens: readonly Token[], context: BlockContext): Steps<Content[]> {
  const content: Content[] = [];
  let anchors: string[] = [];
  let detailsClose = true;
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
        const details: number =
          detailsClose && DETAILS.test(token.raw) ? endOfDetails(tokens, index) : 0;
        detailsClose = details >= 0;
        if (details > 0) {
          const inner = blocksOf(tokens.slice(index + 1, details));
          content.push(detailsOf(token.raw, inner, context));
          index = details;
          break;
        }
        let markup = token.raw;
        let depth = opened(markup);
        for (let next; (next = tokens[index + 1]) && goesOn(next, depth); index++) {
          markup += next.raw;
          depth += opened(next.raw);
        }
        content.push(...markupContent(markup, context));
      }
    }
  }
  return content;
}

function hasContent(children: readonly Inline[]): boolean {
  return children.some(({ type }) => type === 'image') || !!phrasingText(children).trim();
}

const ALIGN = { left: 'start', center: 'center', right: 'end' } as const;

/** Blocks of markup: read by whoever has a reader, else kept as their text. */
function markupContent(markup: string, { html, base }: BlockContext): readonly Content[] {
  if (/^\s*<!--(?:(?!-->)[^])*-->\s*$/.test(markup)) return [];
  return html ? html.fragment(markup, base) : readMarkup(markup);
}

// Blank lines end an HTML block in Markdown, but not the table or list it is in the middle of,
// whose deeper lines look like code then.
function goesOn({ type }: Token, depth: number): boolean {
  return type === 'html' || type === 'space' || (type === 'code' && depth > 0);
}

function opened(markup: string): number {
  let depth = 0;
  for (const [, end] of markup.matchAll(/<(\/?)(?:table|ul|ol|dl|pre|svg|form|script|style)\b/gi)) {
    depth += end ? -1 : 1;
  }
  return depth;
}

const DETAILS = /^\s*<details\b(?:(?!<\/details>)[^])*$/i;

/** `<details>` inside each other that are taken for such. */
const MAX_DETAILS = 8;

function endOfDetails(tokens: readonly Token[], start: number): number {
  let depth = 1;
  for (let index = start + 1; index < tokens.length; index++) {
    const { type, raw } = tokens[index] as Token;
    if (type !== 'html') continue;
    depth += DETAILS.test(raw) ? 1 : /<\/details>/i.test(raw) ? -1 : 0;
    if (!depth || depth > MAX_DETAILS) return depth ? -1 : index;
  }
  return -1;
}

/** Markdown between the tags of `<details>`, whose summary is in the opening one's block. */
function detailsOf(markup: string, children: Block[], context: BlockContext): Block {
  const [own] = markupContent(`${markup}</details>`, context);
  const summary =
    own?.type === 'paragraph' ? own.children : own?.type === 'details' ? own.summary : [];
  const before = own?.type === 'details' ? own.children : [];
  return { type: 'details', summary, children: [...before, ...children] };
}

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
