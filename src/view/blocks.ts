import { html, nothing, type TemplateResult } from 'lit';
import type {
  Block,
  BlockNode,
  DescriptionDetails,
  DescriptionTerm,
  Inline,
  List,
  ListItem,
} from '../core/policy.ts';
import { closingView, tagView } from './change-marks.ts';
import { headingView } from './heading.ts';
import { inlinesView, type InlineContext } from './inlines.ts';
import { attributes } from './on-element.ts';
import { scrollBoxView } from './scroll-box.ts';
import { markedBlocks, type Stops } from './stops.ts';
import { tableView } from './table.ts';

/** What blocks need to know of their surroundings. */
export interface BlockContext extends InlineContext {
  /** Level of the heading that these blocks stand under. */
  readonly level: number;
  /** Counts the changes while drawing; null where changes are not marked. */
  readonly stops: Stops | null;
  /** Set inside a block that is added or removed as a whole. */
  readonly whole?: 'added' | 'removed';
}

/** Draws a run of blocks. */
export function blocksView(blocks: readonly Block[], context: BlockContext): unknown {
  return blocks.map((block) => blockView(block, context));
}

function blockView(block: Block, context: BlockContext): unknown {
  if (block.type === 'paragraph' && isPlain(block)) {
    return html`<p>${phrasing(block.children, context)}</p>`;
  }
  const { mark, opening, closing, inner } = surroundings(block, context);
  switch (block.type) {
    case 'paragraph':
      return html`<p ${mark}>${opening}${phrasing(block.children, inner)}</p>
        ${closing()}`;
    case 'heading': {
      const content = html`${opening}${phrasing(block.children, inner)}`;
      return html`${headingView(context.level + block.depth, content, { mark })}${closing()}`;
    }
    case 'code':
      return html`<div ${mark}>
          ${opening}${scrollBoxView(html`<pre translate="no"><code>${whole(block.text, inner)}</code></pre>`, context.words.say('code'))}
        </div>
        ${closing()}`;
    case 'blockquote':
      return html`<blockquote ${mark}>${opening}${blocksView(block.children, inner)}</blockquote>
        ${closing()}`;
    case 'list':
      return html`${lead(opening)}${listView(block, mark, inner)}${closing()}`;
    case 'table':
      return html`${lead(opening)}${tableView(block, mark, inner)}${closing()}`;
    case 'thematicBreak':
      return html`<hr ${mark} />
        ${closing()}`;
    case 'descriptionList':
      return html`${lead(opening)}
        <dl ${mark}>${block.children.map((child) => descriptionView(child, inner))}</dl>
        ${closing()}`;
    case 'details':
      return html`${lead(opening)}
        <details ${mark} ?open=${hasStops(block.children, inner)}>
          <summary>${phrasing(block.summary, inner)}</summary>
          ${blocksView(block.children, inner)}
        </details>
        ${closing()}`;
    case 'figure':
      return html`${lead(opening)}
        <figure ${mark}>
          ${blocksView(block.children, inner)}${
            block.caption.length
              ? html`<figcaption>${phrasing(block.caption, inner)}</figcaption>`
              : nothing
          }
        </figure>
        ${closing()}`;
  }
}

/** What goes around a block: its attributes, its tag, what follows it, and the context within. */
export function surroundings(
  block: BlockNode,
  context: BlockContext,
): { mark: unknown; opening: unknown; closing: () => unknown; inner: BlockContext } {
  const { change, id, language: lang, direction: dir } = block;
  const { stops } = context;
  if (!change || !stops) {
    return {
      mark: attributes({ id, lang, dir }),
      opening: nothing,
      closing: () => nothing,
      inner: context,
    };
  }
  const { kind } = change;
  const position = ++stops.last;
  return {
    mark: attributes({ id, lang, dir, class: `change ${kind}`, 'data-change': position }),
    opening: kind === 'added' ? html`${tagView('added', context.words)} ` : nothing,
    closing: () =>
      closingView(change, position, context, (previous) => previousView(previous, context)),
    inner: kind === 'added' || kind === 'removed' ? { ...context, whole: kind } : context,
  };
}

/** Draws the text of a block that has nothing but phrasing in it. */
export function phrasing(inlines: readonly Inline[], context: BlockContext): unknown {
  return whole(inlinesView(inlines, context), context);
}

function whole(content: unknown, context: BlockContext): unknown {
  switch (context.whole) {
    case 'added':
      return html`<ins part="added">${content}</ins>`;
    case 'removed':
      return html`<del part="deleted">${content}</del>`;
    default:
      return content;
  }
}

/** Draws what is in a list item or a cell: a single paragraph needs no element of its own. */
export function flowView(blocks: readonly Block[], context: BlockContext, isTight = true): unknown {
  return blocks.map((block) => {
    if (!isTight || block.type !== 'paragraph') return blockView(block, context);
    if (isPlain(block)) return phrasing(block.children, context);
    const { mark, opening, closing, inner } = surroundings(block, context);
    return html`<div ${mark}>${opening}${phrasing(block.children, inner)}</div>
      ${closing()}`;
  });
}

function isPlain({ change, id, language, direction }: BlockNode): boolean {
  return !change && !id && !language && !direction;
}

function hasStops(blocks: readonly Block[], context: BlockContext): boolean {
  return context.stops !== null && markedBlocks(blocks, []) > 0;
}

function lead(opening: unknown): unknown {
  return opening === nothing ? nothing : html`<p class="note">${opening}</p>`;
}

const NUMBERING = {
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
} as const;

function listView(list: List, mark: unknown, context: BlockContext): TemplateResult {
  const items = list.children.map((item) => itemView(item, context, list.tight));
  // Safari takes a list without markers for no list; the role says that it is one.
  if (!list.ordered)
    return html`<ul role="list" ${mark}>
      ${items}
    </ul>`;
  const type = list.numbering ? NUMBERING[list.numbering] : nothing;
  return html`<ol role="list" start=${list.start ?? nothing} type=${type} ${mark}>
    ${items}
  </ol>`;
}

function itemView(item: ListItem, context: BlockContext, tight: boolean): TemplateResult {
  const { mark, opening, closing, inner } = surroundings(item, context);
  const box = item.checked === undefined ? nothing : item.checked ? '☑ ' : '☐ ';
  return html`<li ${mark}>
    ${opening}${box}${flowView(item.children, inner, tight)}${closing()}
  </li>`;
}

function descriptionView(
  child: DescriptionTerm | DescriptionDetails,
  context: BlockContext,
): TemplateResult {
  const { mark, opening, closing, inner } = surroundings(child, context);
  return child.type === 'descriptionTerm'
    ? html`<dt ${mark}>${opening}${phrasing(child.children, inner)}${closing()}</dt>`
    : html`<dd ${mark}>${opening}${flowView(child.children, inner)}${closing()}</dd>`;
}

/** Draws the older form of a block as it was, without marks of its own. */
function previousView(node: BlockNode, marked: BlockContext): unknown {
  const { whole: _, ...rest } = marked;
  const context: BlockContext = { ...rest, stops: null };
  switch (node.type) {
    case 'listItem':
    case 'descriptionDetails':
    case 'tableCell':
      return blocksView(node.children, context);
    case 'tableRow':
      return tableView({ type: 'table', align: [], children: [node] }, nothing, context);
    case 'descriptionTerm':
      return html`<p>${phrasing(node.children, context)}</p>`;
    default:
      return blockView(node, context);
  }
}
