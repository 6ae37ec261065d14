import { idInPage } from '../../core/model/ids.ts';
import type {
  Block,
  BlockNode,
  DescriptionDetails,
  DescriptionTerm,
  Details,
  Inline,
  List,
  ListItem,
  Table,
  TableRow,
} from '../../core/model/policy.ts';
import type { BlockContext, Decoration } from '../change-renderer.ts';
import { markedBlocks } from '../changes/numbering.ts';
import { ownDirection } from './direction.ts';
import { appendInlines, headingContext, markElement } from './inlines.ts';
import { codeBox, scrollBox } from './scroll-box.ts';
import { cellAttributes, measureTable, tableLabel, widthOf } from './table.ts';
import {
  createElement,
  headingTag,
  setAttributes,
  type Attributes,
  type TextElement,
  type TextParent,
} from './text-document.ts';

/** The element of a block, the context of its content, and the nodes around its content. */
interface OpenBlock {
  readonly element: TextElement;
  readonly decoration: Decoration | null;
  /** Context for rendering the block's content. */
  readonly inner: BlockContext;
}

/** Values of the `type` attribute of ordered lists. */
const NUMBERING = {
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
} as const;

/**
 * Appends blocks to a node.
 *
 * @param isTight Whether paragraphs are rendered without `<p>`, as in tight lists and table cells.
 */
export function appendBlocks<Target extends TextParent>(
  target: Target,
  blocks: readonly Block[],
  context: BlockContext,
  isTight = false,
): Target {
  // Two paragraphs without `<p>` would run together.
  const isInline = isTight && !hasAdjacentParagraphs(blocks);
  for (const block of blocks) appendBlock(target, block, context, isInline);
  return target;
}

function hasAdjacentParagraphs(blocks: readonly Block[]): boolean {
  return blocks.some(
    ({ type }, index) => type === 'paragraph' && blocks[index + 1]?.type === 'paragraph',
  );
}

function appendBlock(
  target: TextParent,
  block: Block,
  context: BlockContext,
  isTight: boolean,
): void {
  if (isTight && block.type === 'paragraph' && hasNoAttributes(block, context)) {
    appendPhrasing(target, block.children, context);
    return;
  }
  const { element, decoration, inner } = openBlock(tagOf(block, context, isTight), block, context);
  if (decoration?.before) {
    const startsWithText = block.type === 'paragraph' || block.type === 'heading';
    const { before } = decoration;
    if (startsWithText) element.append(before, ' ');
    else target.append(createElement(context, 'p', { class: 'note' }, before));
  }
  fillBlock(element, block, inner);
  target.append(
    block.type === 'table'
      ? scrollBox(element, tableLabel(block, context.messages), context)
      : element,
  );
  if (decoration) target.append(decoration.after());
}

function tagOf(block: Block, { level }: BlockContext, isTight: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return isTight ? 'div' : 'p';
    case 'heading':
      return headingTag(level + block.depth);
    case 'list':
      return block.ordered ? 'ol' : 'ul';
    case 'code':
      return 'div';
    case 'thematicBreak':
      return 'hr';
    case 'descriptionList':
      return 'dl';
    default:
      return block.type;
  }
}

/** Creates the element of a block, with the attributes common to all blocks. */
function openBlock(
  tag: string,
  block: BlockNode,
  context: BlockContext,
  attributes: Attributes | null = null,
): OpenBlock {
  const element = createElement(context, tag, attributes);
  const { change, language, id } = block;
  if (id) element.setAttribute('id', context.mount === 'shadow' ? id : idInPage(id));
  if (language) element.setAttribute('lang', language);
  const direction = block.direction ?? ownDirection(block, context.direction);
  if (direction) element.setAttribute('dir', direction);
  const decoration =
    change && context.counter ? context.counter.renderer.decorate(change, context) : null;
  if (decoration) setAttributes(element, decoration.attributes);
  const inner = decoration?.context ?? context;
  const hasOwnDirection = direction === 'ltr' || direction === 'rtl';
  return { element, decoration, inner: hasOwnDirection ? { ...inner, direction } : inner };
}

/** Whether a paragraph needs no element around its text. */
function hasNoAttributes(block: BlockNode, context: BlockContext): boolean {
  return (
    !block.change &&
    !block.id &&
    !block.language &&
    !block.direction &&
    !ownDirection(block, context.direction)
  );
}

function fillBlock(element: TextElement, block: Block, context: BlockContext): void {
  switch (block.type) {
    case 'paragraph':
      appendPhrasing(element, block.children, context);
      break;
    case 'heading':
      appendPhrasing(element, block.children, headingContext(block.children, context));
      break;
    case 'code':
      element.append(codeBox(block.text, context));
      break;
    case 'blockquote':
      appendBlocks(element, block.children, context);
      break;
    case 'list':
      fillList(element, block, context);
      break;
    case 'table':
      fillTable(element, block, context);
      break;
    case 'thematicBreak':
      break;
    case 'descriptionList':
      for (const child of block.children) appendDescription(element, child, context);
      break;
    case 'details':
      fillDetails(element, block, context);
      break;
    case 'figure':
      appendBlocks(element, block.children, context);
      element.append(appendPhrasing(createElement(context, 'figcaption'), block.caption, context));
      break;
  }
}

/** Appends inline content. Marks it if its block was added or removed as a whole. */
function appendPhrasing<Target extends TextParent>(
  target: Target,
  inlines: readonly Inline[],
  context: BlockContext,
): Target {
  const { whole } = context;
  if (whole) target.append(appendInlines(markElement(whole, context), inlines, context));
  else appendInlines(target, inlines, context);
  return target;
}

function fillList(element: TextElement, list: List, context: BlockContext): void {
  // Without this role, Safari does not announce lists whose markers are hidden by styles.
  if (!list.ordered) element.setAttribute('role', 'list');
  setAttributes(element, {
    start: list.start,
    type: list.numbering && NUMBERING[list.numbering],
  });
  for (const item of list.children) appendItem(element, item, context, list.tight);
}

function appendItem(
  list: TextElement,
  item: ListItem,
  context: BlockContext,
  isTight: boolean,
): void {
  const { element, decoration, inner } = openBlock('li', item, context);
  if (decoration?.before) element.append(decoration.before, ' ');
  if (item.checked !== undefined)
    element.append(createElement(context, 'span', { class: 'box' }, item.checked ? '☑ ' : '☐ '));
  appendBlocks(element, item.children, inner, isTight);
  if (decoration) element.append(decoration.after());
  list.append(element);
}

function appendDescription(
  list: TextElement,
  child: DescriptionTerm | DescriptionDetails,
  context: BlockContext,
): void {
  const isTerm = child.type === 'descriptionTerm';
  const { element, decoration, inner } = openBlock(isTerm ? 'dt' : 'dd', child, context);
  if (decoration?.before) element.append(decoration.before, ' ');
  if (isTerm) appendPhrasing(element, child.children, inner);
  else appendBlocks(element, child.children, inner, true);
  if (decoration) element.append(decoration.after());
  list.append(element);
}

function fillDetails(element: TextElement, block: Details, context: BlockContext): void {
  if (context.counter && markedBlocks(block.children, [])) element.setAttribute('open', '');
  element.append(appendPhrasing(createElement(context, 'summary'), block.summary, context));
  appendBlocks(element, block.children, context);
}

function fillTable(element: TextElement, table: Table, context: BlockContext): void {
  const { heads, columns } = measureTable(table);
  if (table.caption?.length)
    element.append(appendPhrasing(createElement(context, 'caption'), table.caption, context));
  const head = heads ? createElement(context, 'thead') : null;
  const body = createElement(context, 'tbody');
  for (const [index, row] of table.children.entries())
    appendRow(head && index < heads ? head : body, row, table.align, columns, context);
  if (head) element.append(head);
  element.append(body);
}

function appendRow(
  section: TextElement,
  row: TableRow,
  align: Table['align'],
  columns: number,
  context: BlockContext,
): void {
  const { element, decoration, inner } = openBlock('tr', row, context);
  const last = row.children.length - 1;
  for (const [index, cell] of row.children.entries()) {
    const tag = row.header || cell.header ? 'th' : 'td';
    const opened = openBlock(tag, cell, inner, cellAttributes(cell, row, align[index]));
    if (decoration?.before && !index) opened.element.append(decoration.before, ' ');
    if (opened.decoration?.before) opened.element.append(opened.decoration.before, ' ');
    appendBlocks(opened.element, cell.children, opened.inner, true);
    if (opened.decoration) opened.element.append(opened.decoration.after());
    if (decoration && index === last) opened.element.append(decoration.after());
    element.append(opened.element);
  }
  const missing = columns - widthOf(row);
  if (missing > 0) element.append(createElement(context, 'td', { colspan: missing }));
  section.append(element);
}

/** Appends the previous version of a block, without marks. */
export function appendPrevious(target: TextParent, node: BlockNode, marked: BlockContext): void {
  const { whole: _, ...unmarked } = marked;
  const context: BlockContext = { ...unmarked, counter: null };
  switch (node.type) {
    case 'listItem':
    case 'descriptionDetails':
    case 'tableCell':
      appendBlocks(target, node.children, context);
      break;
    case 'tableRow':
      appendBlock(target, { type: 'table', align: [], children: [node] }, context, false);
      break;
    case 'descriptionTerm':
      appendInlines(target, node.children, context);
      break;
    default:
      appendBlock(target, node, context, false);
  }
}
