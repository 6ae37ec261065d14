/** Reads flow content: elements become headings and blocks by an allow-list; nothing else survives. */

import type { ParsedDocument } from '../../core/model/parsed-document.ts';
import { scopeOf } from '../../core/parse/html-inlines.ts';
import type { Block, BlockBase, Inline } from '../../core/model/policy.ts';
import { parseDescriptions, parseList } from './lists.ts';
import type { ItemParser } from './lists.ts';
import { attributesOf, BLOCKS, isBlock, isElement, parseHeading, parseInlines } from './inlines.ts';
import type { NodeContext } from './inlines.ts';
import { isLayoutTable, parseTable } from './tables.ts';

type Content = ParsedDocument['content'][number];
type Scope = Pick<BlockBase, 'language' | 'direction'>;

/** Elements whose content is never text of a policy. */
const NEVER = new Set(
  'audio base button canvas datalist dialog embed frameset head iframe input link map math meta meter noscript object optgroup option progress script select style svg template textarea title video'.split(
    ' ',
  ),
);

/** Selects headings. */
export const HEADINGS = 'h1,h2,h3,h4,h5,h6';

/** Attribute by which a well-known generator of policies says what would be a heading: `heading_1`. */
const MARK = 'data-custom-class';

/** Characters of an id that is kept; longer ones are made by machines and linked by nobody. */
const MAX_ID = 200;

/** Tells what no reader ever enters. */
export function isNeverText(element: Element): boolean {
  return NEVER.has(element.localName);
}

/** Tells what is left out where everything is text of the policy. */
export function isNotShown(element: Element): boolean {
  return isNeverText(element) || isMarkedHidden(element);
}

/** Tells what is hidden by the attribute, other than until it is found. */
export function isMarkedHidden(element: Element): boolean {
  const hidden = element.getAttribute('hidden');
  return hidden !== null && hidden !== 'until-found';
}

/** Reads the content of an element, in document order. */
export function parseContent(root: Node, context: NodeContext): Content[] {
  // Ids of wrappers and empty anchors, waiting for the block that they announce.
  let announced: string[] = [];
  let level = 1;
  return readFlow(root.childNodes, {}, false);

  function readFlow(nodes: Iterable<Node>, scope: Scope, nested: boolean): Content[] {
    const out: Content[] = [];
    let run: Node[] = [];
    visit(nodes, scope);
    flush(scope);
    return out;

    function visit(nodes: Iterable<Node>, scope: Scope) {
      for (const node of nodes) {
        if (node.nodeType === 3) run.push(node);
        else if (isElement(node) && !context.skips(node)) visitElement(node, scope);
      }
    }

    function visitElement(element: Element, outer: Scope) {
      const heading = isHeading(element);
      const block = heading || isBlock(element);
      if (!block && !element.querySelector(BLOCKS)) {
        if (element.localName === 'a' && !element.textContent) announce(element);
        run.push(element);
        return;
      }
      if (block) flush(outer);
      const scope = { ...outer, ...scopeOf(attributesOf(element)) };
      if (heading) return addHeading(element, element, scope);
      if (isOutline(element)) return visit(element.childNodes, scope);
      const read = PARSERS.get(element.localName);
      if (!read || (element.localName === 'table' && isLayoutTable(element))) {
        if (isAnnouncing(element)) announce(element);
        visit(element.childNodes, scope);
        if (block) flush(scope);
        return;
      }
      const summary = element.localName === 'details' && !nested && headingSummary(element);
      if (summary) {
        addHeading(summary.querySelector(HEADINGS)!, summary, scope);
        visit(without(element, summary), scope);
        return flush(scope);
      }
      const ids = take(element);
      const content = read(element, context, (nodes) => readFlow(nodes, {}, true) as Block[]);
      if (content) add(content, scope, ids, [element]);
    }

    function addHeading(element: Element, inner: Element, scope: Scope) {
      const children = parseHeading(inner, context);
      if (!children.length) return;
      const marked = element.getAttribute(MARK);
      const stated = marked
        ? Number(marked.slice(-1)) + 1 || 1
        : Number(element.getAttribute('aria-level') ?? element.localName[1]);
      const own = stated >= 1 && stated <= 6 ? Math.floor(stated) : 2;
      for (const anchor of element.querySelectorAll('[id],a[name]')) announce(anchor);
      const ids = take(element);
      if (nested) {
        return add({ type: 'heading', depth: Math.max(1, own - level), children }, scope, ids, [
          element,
        ]);
      }
      level = own;
      const aliases = ids.slice(0, -1);
      const heading = { type: 'flatHeading', level: own, children } as const;
      add(aliases.length ? { ...heading, aliases } : heading, scope, ids, [element]);
    }

    /** Makes paragraphs of the phrasing gathered so far; two breaks in a row part them. */
    function flush(scope: Scope) {
      const nodes = run;
      run = [];
      let part: Node[] = [];
      let breaks = 0;
      const end = () => {
        const marked = part.length === 1 && isElement(part[0]!) && findMarked(part[0]);
        const children = parseInlines(part, context);
        if (marked) addHeading(marked, marked, scope);
        else if (says(children)) add({ type: 'paragraph', children }, scope, take(), part);
        part = [];
      };
      for (const node of nodes) {
        if (isElement(node) ? node.localName !== 'br' : (node as Text).data.trim()) {
          if (breaks > 1) end();
          breaks = 0;
        } else if (isElement(node)) breaks++;
        part.push(node);
      }
      if (part.length) end();
    }

    function add(content: Content, scope: Scope, ids: readonly string[], nodes: readonly Node[]) {
      const id = ids.at(-1);
      const whole = { ...content, ...(id && { id }), ...scope };
      out.push(whole);
      context.notes?.(whole, nodes);
    }
  }

  function announce(element: Element) {
    const id = element.id || (element.localName === 'a' && element.getAttribute('name'));
    if (id && id.length <= MAX_ID && !announced.includes(id)) announced.push(id);
  }

  function take(element?: Element): string[] {
    if (element) announce(element);
    const ids = announced;
    announced = [];
    return ids;
  }
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.localName) || element.getAttribute('role') === 'heading';
}

/** Finds the span that a generator marked as a heading, when it says all that the element says. */
function findMarked(element: Element): Element | null {
  const selector = `[${MARK}=title],[${MARK}^=heading_]`;
  const marked = element.matches(selector) ? element : element.querySelector(selector);
  return marked?.textContent.trim() === element.textContent.trim() ? marked : null;
}

/** Tells a wrapper of one section with an id given by a person: it is as good as its heading's own. */
function isAnnouncing(element: Element): boolean {
  if (/_|\d{3}/.test(element.id)) return false;
  const first = element.id && element.querySelector(HEADINGS);
  return !first || element.querySelectorAll(first.localName).length === 1;
}

/** Tells a list whose items are sections with headings of their own. */
function isOutline(element: Element): boolean {
  return (
    /^[ou]l$/.test(element.localName) &&
    element.querySelectorAll(':scope>li>:is(h1,h2,h3,h4):first-child').length * 2 >
      element.children.length
  );
}

function headingSummary(element: Element): Element | null {
  const summary = element.querySelector(':scope>summary');
  return summary?.querySelector(HEADINGS) ? summary : null;
}

function without(element: Element, part: Element | null): Node[] {
  return [...element.childNodes].filter((node) => node !== part);
}

/** Tells phrasing that has something to show. */
export function says(children: readonly Inline[]): boolean {
  return children.some((child) =>
    'children' in child
      ? says(child.children)
      : 'text' in child
        ? /[^\s\u200b\u2060\ufeff]/.test(child.text)
        : child.type === 'image',
  );
}

const PARSERS = new Map<string, ItemParser>(
  Object.entries({
    ul: parseList,
    ol: parseList,
    menu: parseList,
    dir: parseList,
    dl: parseDescriptions,
    table: parseTable,
    hr: () => ({ type: 'thematicBreak' }),
    pre: (element) => {
      const copy = element.cloneNode(true) as Element;
      for (const line of copy.querySelectorAll('br')) line.replaceWith('\n');
      const text = copy.textContent.replace(/^\n|\s+$/g, '');
      return text ? { type: 'code', text } : null;
    },
    blockquote: (element, _context, inside) => {
      const children = inside(element.childNodes);
      return children.length ? { type: 'blockquote', children } : null;
    },
    details: (element, context, inside) => {
      const summary = element.querySelector(':scope>summary');
      const words = summary ? parseHeading(summary, context) : [];
      return { type: 'details', summary: words, children: inside(without(element, summary)) };
    },
    figure: (element, context, inside) => {
      const caption = element.querySelector(':scope>figcaption');
      const words = caption ? parseInlines(caption.childNodes, context) : [];
      const children = inside(without(element, caption));
      if (!children.length && !words.length) return null;
      return { type: 'figure', caption: words, children };
    },
  } satisfies Record<string, ItemParser>),
);
