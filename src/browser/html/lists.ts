/** Parses lists and description lists. */

import { scopeOf } from '../../core/parse/html-inlines.ts';
import type {
  Block,
  BlockBase,
  DescriptionDetails,
  DescriptionList,
  DescriptionTerm,
  List,
  ListItem,
} from '../../core/model/policy.ts';
import { attributesOf, childOf, isElement } from './elements.ts';
import { parseInlines } from './inlines.ts';
import type { NodeContext } from './inlines.ts';

/** Parses nodes inside a block. */
export type ParseChildren = (nodes: Iterable<Node>) => Block[];

/** Parses one kind of block. Returns null or no blocks if there is nothing to show. */
export type BlockParser = (
  element: Element,
  context: NodeContext,
  parseChildren: ParseChildren,
) => Block | readonly Block[] | null;

const NUMBERING = new Map<string, NonNullable<List['numbering']>>([
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

type Item = ListItem & { readonly children: Block[] };

/** Parses `<ul>` and `<ol>`. A number that does not continue the one before it starts a new list. */
export function parseList(
  element: Element,
  context: NodeContext,
  parseChildren: ParseChildren,
): List[] {
  const ordered = element.localName === 'ol';
  const lists: { start: number; items: Item[] }[] = [
    { start: numberOf(element, 'start') ?? 1, items: [] },
  ];
  for (const node of element.childNodes) {
    const item = isElement(node) && node.localName === 'li' ? node : null;
    if (item && context.skips(item)) continue;
    const children = parseChildren(item ? item.childNodes : [node]);
    const { start } = lists.at(-1)!;
    let { items } = lists.at(-1)!;
    const last = items.at(-1);
    if (!children.length) continue;
    if (!item && last) {
      // Content next to an item, such as a nested list, belongs to that item.
      for (const child of children) last.children.push(child);
      continue;
    }
    const number = item && ordered ? numberOf(item, 'value') : undefined;
    if (number !== undefined && number !== start + items.length) {
      items = [];
      if (last) lists.push({ start: number, items });
      else lists[0] = { start: number, items };
    }
    const checkBox = item && checkBoxOf(item);
    items.push({
      type: 'listItem',
      ...(item && partAttributes(item)),
      children,
      ...(checkBox && { checked: checkBox.hasAttribute('checked') }),
    });
  }
  const numbering = NUMBERING.get(element.getAttribute('type') ?? '');
  const tight = !itemsOf(element).some((item) => childOf(item, 'p'));
  return lists
    .filter(({ items }) => items.length)
    .map(({ start, items }) => ({
      type: 'list',
      ordered,
      ...(ordered && start !== 1 && { start }),
      ...(ordered && numbering && { numbering }),
      tight,
      children: items,
    }));
}

/** Returns the number in an attribute, or undefined. */
function numberOf(element: Element, name: string): number | undefined {
  const text = element.getAttribute(name);
  const number = Math.trunc(Number(text ?? NaN));
  return text?.trim() && Number.isFinite(number) ? number : undefined;
}

/** Returns the `<li>` children of a list. */
export function itemsOf(list: Element): Element[] {
  return [...list.children].filter(({ localName }) => localName === 'li');
}

/** Returns the checkbox of a task, in the item or in its first paragraph, or null. */
function checkBoxOf(item: Element): Element | null {
  for (const parent of [item, ...item.children]) {
    if (parent !== item && parent.localName !== 'p') continue;
    for (const child of parent.children)
      if (child.localName === 'input' && /^checkbox$/i.test(child.getAttribute('type') ?? ''))
        return child;
  }
  return null;
}

/** Parses `<dl>`. Its groups may be wrapped in `<div>` elements. */
export function parseDescriptions(
  element: Element,
  context: NodeContext,
  parseChildren: ParseChildren,
): DescriptionList | null {
  const children: (DescriptionTerm | DescriptionDetails)[] = [];
  const visit = (parent: Element) => {
    for (const node of parent.childNodes) {
      const part = isElement(node) ? node : null;
      if (part && context.skips(part)) continue;
      if (part?.localName === 'div') visit(part);
      else if (part?.localName === 'dt') {
        const term = parseInlines(part.childNodes, context);
        if (term.length)
          children.push({ type: 'descriptionTerm', ...partAttributes(part), children: term });
      } else {
        const blocks = parseChildren(part?.localName === 'dd' ? part.childNodes : [node]);
        if (!blocks.length) continue;
        children.push({
          type: 'descriptionDetails',
          ...(part && partAttributes(part)),
          children: blocks,
        });
      }
    }
  };
  visit(element);
  return children.length ? { type: 'descriptionList', children } : null;
}

/** Returns the id, language and direction of a part of a block. */
export function partAttributes(element: Element): Pick<BlockBase, 'id' | 'language' | 'direction'> {
  return { ...(element.id && { id: element.id }), ...scopeOf(attributesOf(element)) };
}
