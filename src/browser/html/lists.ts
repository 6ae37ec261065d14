/** Reads lists, and terms with what is said of them. */

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
import { attributesOf, isElement, parseInlines } from './inlines.ts';
import type { NodeContext } from './inlines.ts';

/** Reads nodes that stand inside a block. */
export type ParseChildren = (nodes: Iterable<Node>) => Block[];

/** Reads one kind of block; null where there is nothing to show. */
export type ItemParser = (
  element: Element,
  context: NodeContext,
  inside: ParseChildren,
) => Block | null;

const NUMBERING = new Map<string, NonNullable<List['numbering']>>([
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

/** Reads `<ul>` and `<ol>`. */
export function parseList(
  element: Element,
  context: NodeContext,
  inside: ParseChildren,
): List | null {
  const items: ListItem[] = [];
  for (const node of element.childNodes) {
    const item = isElement(node) && node.localName === 'li' ? node : null;
    const children = inside(item ? item.childNodes : [node]);
    const last = items.at(-1);
    if (!children.length || (item && context.skips(item))) continue;
    if (!item && last) {
      // A list put beside the item it belongs to.
      items[items.length - 1] = { ...last, children: [...last.children, ...children] };
      continue;
    }
    const entry = { type: 'listItem', ...(item && partOf(item)), children } as const;
    const box = item?.querySelector(':scope>input[type=checkbox],:scope>p>input[type=checkbox]');
    items.push(box ? { ...entry, checked: box.hasAttribute('checked') } : entry);
    context.notes?.(items.at(-1)!, [node]);
  }
  if (!items.length) return null;
  const ordered = element.localName === 'ol';
  const start = Math.trunc(Number(element.getAttribute('start') ?? 1));
  const numbering = NUMBERING.get(element.getAttribute('type') ?? '');
  return {
    type: 'list',
    ordered,
    ...(ordered && Number.isFinite(start) && start !== 1 && { start }),
    ...(ordered && numbering && { numbering }),
    tight: !element.querySelector(':scope>li>p'),
    children: items,
  };
}

/** Reads `<dl>`, with or without a `<div>` around each group. */
export function parseDescriptions(
  element: Element,
  context: NodeContext,
  inside: ParseChildren,
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
          children.push({ type: 'descriptionTerm', ...partOf(part), children: term });
      } else {
        const blocks = inside(part?.localName === 'dd' ? part.childNodes : [node]);
        if (!blocks.length) continue;
        children.push({ type: 'descriptionDetails', ...(part && partOf(part)), children: blocks });
      }
      context.notes?.(children.at(-1)!, [node]);
    }
  };
  visit(element);
  return children.length ? { type: 'descriptionList', children } : null;
}

/** Id, language and direction of a part of a block. */
export function partOf(element: Element): Pick<BlockBase, 'id' | 'language' | 'direction'> {
  return { ...(element.id && { id: element.id }), ...scopeOf(attributesOf(element)) };
}
