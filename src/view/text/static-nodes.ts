/**
 * Draws what never changes by itself: a policy is thousands of paragraphs that were not compared with
 * anything, and a template's markers and parts take several times as long as the element they draw.
 */

import type {
  Block,
  BlockNode,
  Inline,
  List,
  ListItem,
  Paragraph,
  Table,
  TableRow,
} from '../../core/model/policy.ts';
import { idOf, isStatic, type BlockContext } from './block-context.ts';
import { relFor, type InlineContext } from './inlines.ts';
import type { Attributes } from '../on-element.ts';
import { watchWidth } from './scroll-box.ts';
import { cellAttributes, measure, widthOf } from './table.ts';

type Context = Pick<BlockContext, 'level' | 'whole' | 'mount'> & InlineContext;

const PHRASES = new Map<string, string>([
  ['emphasis', 'em'],
  ['strong', 'strong'],
]);

/** Makes an element; attributes without a value are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes | null = null,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value !== undefined) made.setAttribute(attribute, String(value));
  }
  if (children.length) made.append(...children);
  return made;
}

/** The tag of a heading; levels past the last become the last. */
export function headingName(level: number): 'h6' {
  return `h${Math.min(level, 6)}` as 'h6';
}

/** Puts blocks into a node; null where one has anything that templates know better. */
export function addBlocks<Target extends Node & ParentNode>(
  target: Target,
  blocks: readonly Block[],
  context: Context,
  isTight = false,
): Target | null {
  for (const block of blocks) {
    if (isTight && hasNoAttributes(block, context)) {
      if (!addInlines(target, block.children, context)) return null;
      continue;
    }
    const node = staticNode(block, context, isTight);
    if (!node) return null;
    target.appendChild(node);
  }
  return target;
}

/** Whether a block is words that need nothing around them where there is room for them alone. */
function hasNoAttributes(block: BlockNode, { whole }: Context): block is Paragraph {
  return block.type === 'paragraph' && !whole && isStatic(block);
}

/** The nodes of a block, or null where it has anything that templates know better. */
export function staticNode(block: BlockNode, context: Context, isTight: boolean): Node | null {
  if (context.whole || block.change) return null;
  switch (block.type) {
    case 'paragraph': {
      const target =
        isTight && hasNoAttributes(block, context)
          ? document.createDocumentFragment()
          : blockElement(isTight ? 'div' : 'p', block, context);
      return addInlines(target, block.children, context);
    }
    case 'heading': {
      const name = headingName(context.level + block.depth);
      return addInlines(blockElement(name, block, context), block.children, context);
    }
    case 'list':
      return listNode(block, context);
    case 'table':
      return tableNode(block, context);
    default:
      return null;
  }
}

function blockElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  block: BlockNode,
  context: Context,
  attributes: Attributes | null = null,
): HTMLElementTagNameMap[Name] {
  const made = attributes ? element(name, attributes) : document.createElement(name);
  const id = idOf(block, context);
  if (id) made.id = id;
  if (block.language) made.lang = block.language;
  if (block.direction) made.dir = block.direction;
  return made;
}

function listNode(list: List, context: Context): Node | null {
  if (list.numbering) return null;
  const made = blockElement(list.ordered ? 'ol' : 'ul', list, context);
  // Safari takes a list without markers for no list; the role says that it is one.
  if (!list.ordered) made.setAttribute('role', 'list');
  if (list.start !== undefined) made.setAttribute('start', String(list.start));
  for (const item of list.children) {
    const node = itemNode(item, context, list.tight);
    if (!node) return null;
    made.appendChild(node);
  }
  return made;
}

function tableNode(table: Table, context: Context): Node | null {
  const { heads, columns } = measure(table);
  const made = blockElement('table', table, context);
  if (table.caption?.length) return null;
  const head = heads ? made.createTHead() : null;
  const body = made.createTBody();
  for (const [index, row] of table.children.entries()) {
    const node = rowNode(row, table.align, columns, context);
    if (!node) return null;
    (index < heads ? head! : body).appendChild(node);
  }
  return watchWidth(element('div', { class: 'scroll' }, made), context.messages.t('table'));
}

function rowNode(
  row: TableRow,
  align: Table['align'],
  columns: number,
  context: Context,
): Node | null {
  if (row.change) return null;
  const made = blockElement('tr', row, context);
  for (const [index, cell] of row.children.entries()) {
    if (cell.change) return null;
    const attributes = cellAttributes(cell, row, align[index]);
    const node = blockElement(row.header || cell.header ? 'th' : 'td', cell, context, attributes);
    if (!addBlocks(node, cell.children, context, true)) return null;
    made.appendChild(node);
  }
  const missing = columns - widthOf(row);
  if (missing > 0) made.append(element('td', { colspan: missing }));
  return made;
}

function itemNode(item: ListItem, context: Context, isTight: boolean): Node | null {
  if (item.change || item.checked !== undefined) return null;
  return addBlocks(blockElement('li', item, context), item.children, context, isTight);
}

/** Puts phrasing into a node; null where it has anything that templates know better. */
export function addInlines<Target extends Node & ParentNode>(
  target: Target,
  inlines: readonly Inline[],
  context: InlineContext,
): Target | null {
  for (const inline of inlines) {
    if (inline.type === 'text') {
      target.append(inline.text);
      continue;
    }
    const node = inlineNode(inline, context);
    if (!node) return null;
    target.appendChild(node);
  }
  return target;
}

function inlineNode(
  inline: Exclude<Inline, { type: 'text' }>,
  context: InlineContext,
): Node | null {
  if (inline.type === 'break') return document.createElement('br');
  if (inline.type !== 'link') {
    const name = PHRASES.get(inline.type);
    if (!name || !('children' in inline)) return null;
    return addInlines(document.createElement(name), inline.children, context);
  }
  const { href, title, children } = inline;
  if (!href || context.isPlain) {
    return addInlines(document.createDocumentFragment(), children, context);
  }
  const link = document.createElement('a');
  if (href.startsWith('#')) {
    link.setAttribute('href', context.page + href);
    const follow = (event: MouseEvent): void => context.actions.follow(event, href.slice(1));
    link.addEventListener('click', follow);
  } else {
    link.setAttribute('href', href);
    const rel = relFor(href, context.origin);
    if (typeof rel === 'string') link.rel = rel;
  }
  if (title) link.title = title;
  return addInlines(link, children, context);
}
