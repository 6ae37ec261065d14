import { html, isServer, nothing, type TemplateResult } from 'lit';
import type {
  Block,
  BlockNode,
  DescriptionDetails,
  DescriptionTerm,
  List,
  ListItem,
} from '../../core/model/policy.ts';
import {
  isStatic,
  phrasing,
  decorate,
  whole,
  type BlockContext,
  type Decoration,
} from './block-context.ts';
import { headingView } from '../heading.ts';
import { staticNode } from './static-nodes.ts';
import { scrollBoxView } from './scroll-box.ts';
import { markedBlocks } from '../changes/numbering.ts';
import { tableView } from './table.ts';

/** Draws a run of blocks. */
export function blocksView(
  blocks: readonly Block[],
  context: Omit<BlockContext, 'flow' | 'previous'>,
): unknown {
  return flowView(blocks, { ...context, flow: flowView, previous: previousView }, false);
}

function flowView(blocks: readonly Block[], context: BlockContext, isTight = true): unknown {
  const parts: unknown[] = [];
  let run: DocumentFragment | null = null;
  for (const block of blocks) {
    const node = isServer ? null : staticNode(block, context, isTight);
    if (!node) run = null;
    else if (!run) parts.push((run = document.createDocumentFragment()));
    if (node) run!.append(node);
    else parts.push(blockView(block, context, isTight));
  }
  return parts.length > 1 ? parts : parts[0];
}

function blockView(block: Block, context: BlockContext, isTight = false): unknown {
  if (block.type === 'paragraph' && isStatic(block)) {
    const text = phrasing(block.children, context);
    return isTight ? text : html`<p>${text}</p>`;
  }
  const around = decorate(block, context);
  const { after: closing, before: opening } = around;
  const view = elementView(block, around, isTight);
  if (!closing) return view;
  const isTagged = block.type === 'paragraph' || block.type === 'heading' || opening === nothing;
  return html`${isTagged ? nothing : html`<p class="note">${opening}</p>`}${view}${closing()}`;
}

function elementView(block: Block, around: Decoration, isTight: boolean): unknown {
  const { mark, before: opening, inner } = around;
  switch (block.type) {
    case 'paragraph': {
      const text = phrasing(block.children, inner);
      return isTight
        ? html`<div ${mark}>${opening}${text}</div>`
        : html`<p ${mark}>${opening}${text}</p>`;
    }
    case 'heading':
      return headingView(
        inner.level + block.depth,
        html`${opening}${phrasing(block.children, inner)}`,
        { mark },
      );
    case 'code':
      return html`<div ${mark}>
        ${scrollBoxView(
          html`<pre translate="no"><code>${whole(block.text, inner)}</code></pre>`,
          inner.messages.t('code'),
        )}
      </div>`;
    case 'blockquote':
      return html`<blockquote ${mark}>${flowView(block.children, inner, false)}</blockquote>`;
    case 'list':
      return listView(block, mark, inner);
    case 'table':
      return tableView(block, mark, inner);
    case 'thematicBreak':
      return html`<hr ${mark} />`;
    case 'descriptionList':
      return html`<dl ${mark}>${block.children.map((child) => descriptionView(child, inner))}</dl>`;
    case 'details':
      return html`<details ${mark} ?open=${inner.stops && markedBlocks(block.children, []) > 0}>
        <summary>${phrasing(block.summary, inner)}</summary>
        ${flowView(block.children, inner, false)}
      </details>`;
    case 'figure':
      return html`<figure ${mark}>
        ${flowView(block.children, inner, false)}
        <figcaption>${phrasing(block.caption, inner)}</figcaption>
      </figure>`;
  }
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
  return html`<ol start=${list.start ?? nothing} type=${type} ${mark}>
    ${items}
  </ol>`;
}

function itemView(item: ListItem, context: BlockContext, isTight: boolean): TemplateResult {
  const { mark, before: opening, after: closing, inner } = decorate(item, context);
  const box =
    item.checked === undefined
      ? nothing
      : html`<span class="box">${item.checked ? '☑ ' : '☐ '}</span>`;
  const content = flowView(item.children, inner, isTight);
  return html`<li ${mark}>${opening}${box}${content}${closing?.()}</li>`;
}

function descriptionView(
  child: DescriptionTerm | DescriptionDetails,
  context: BlockContext,
): TemplateResult {
  const { mark, before: opening, after: closing, inner } = decorate(child, context);
  return child.type === 'descriptionTerm'
    ? html`<dt ${mark}>${opening}${phrasing(child.children, inner)}${closing?.()}</dt>`
    : html`<dd ${mark}>${opening}${flowView(child.children, inner)}${closing?.()}</dd>`;
}

/** Draws the older form of a block as it was, without marks of its own. */
function previousView(node: BlockNode, { whole: _, ...marked }: BlockContext): unknown {
  const context: BlockContext = { ...marked, stops: null };
  switch (node.type) {
    case 'listItem':
    case 'descriptionDetails':
    case 'tableCell':
      return flowView(node.children, context, false);
    case 'tableRow':
      return tableView({ type: 'table', align: [], children: [node] }, nothing, context);
    case 'descriptionTerm':
      return phrasing(node.children, context);
    default:
      return blockView(node, context);
  }
}
