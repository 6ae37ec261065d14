/**
 * Parses flow content: an allow-list of elements becomes headings and blocks. Nothing else is kept.
 */

import type { ParsedDocument } from '../../core/model/parsed-document.ts';
import { scopeOf } from '../../core/parse/html-inlines.ts';
import type { Block, BlockBase } from '../../core/model/policy.ts';
import { attributesOf, childOf, HEADINGS, isBlock, isElement } from './elements.ts';
import { hasVisibleContent, parseHeading, parseInlines } from './inlines.ts';
import type { NodeContext } from './inlines.ts';
import { itemsOf, parseDescriptions, parseList } from './lists.ts';
import type { BlockParser } from './lists.ts';
import { isLayoutTable, parseTable } from './tables.ts';

type Content = ParsedDocument['content'][number];
type Scope = Pick<BlockBase, 'language' | 'direction'>;

/** Attribute with which a popular policy generator marks headings: `heading_1`. */
const HEADING_ATTRIBUTE = 'data-custom-class';

/** Maximum length of an id that is kept. Longer ones are generated, and nobody links to them. */
const MAX_ID = 200;

/** Parses the content of an element, in document order. */
export function parseContent(root: Node, context: NodeContext): Content[] {
  return new FlowParser(context, { pendingIds: new Set(), level: 1 }).parse(root.childNodes);
}

/** State shared by the parsers of one document. */
interface DocumentState {
  /** Ids of wrappers and empty anchors, to be given to the next block. */
  readonly pendingIds: Set<string>;
  /** Level of the last heading outside blocks. */
  level: number;
}

/** Parses one run of flow content: that of the document, or of a block such as a list item. */
class FlowParser {
  readonly #context: NodeContext;
  readonly #document: DocumentState;
  readonly #isNested: boolean;
  readonly #content: Content[] = [];
  /** Inline nodes since the last block. */
  #run: Node[] = [];

  constructor(context: NodeContext, document: DocumentState, isNested = false) {
    this.#context = context;
    this.#document = document;
    this.#isNested = isNested;
  }

  parse(nodes: Iterable<Node>): Content[] {
    this.#visitAll(nodes, {});
    this.#flush({});
    return this.#content;
  }

  #visitAll(nodes: Iterable<Node>, scope: Scope): void {
    for (const node of nodes) {
      if (node.nodeType === 3) this.#run.push(node);
      else if (isElement(node) && !this.#context.skips(node)) this.#visit(node, scope);
    }
  }

  #visit(element: Element, outer: Scope): void {
    const isHeading = isHeadingElement(element);
    const isOwnBlock = isHeading || isBlock(element);
    if (!isOwnBlock && !this.#context.measure.get(element)?.blocks) {
      if (element.localName === 'a' && !element.textContent) this.#addPendingId(element);
      this.#run.push(element);
      return;
    }
    if (isOwnBlock) this.#flush(outer);
    const scope = { ...outer, ...scopeOf(attributesOf(element)) };
    if (isHeading) return this.#addHeading(element, element, scope);
    if (isSectionList(element)) return this.#visitAll(element.childNodes, scope);
    const parse = PARSERS.get(element.localName);
    if (!parse || (element.localName === 'table' && isLayoutTable(element))) {
      if (this.#isSectionWrapper(element)) this.#addPendingId(element);
      this.#visitAll(element.childNodes, scope);
      if (isOwnBlock) this.#flush(scope);
      return;
    }
    const summary = element.localName === 'details' && !this.#isNested && headingSummary(element);
    if (summary) {
      this.#addHeading(summary.querySelector(HEADINGS)!, summary, scope);
      this.#visitAll(childNodesExcept(element, summary), scope);
      return this.#flush(scope);
    }
    const ids = this.#takePendingIds(element);
    const block = parse(element, this.#context, (nodes) => this.#parseNested(nodes));
    if (block) this.#add(block, scope, ids, [element]);
  }

  #parseNested(nodes: Iterable<Node>): Block[] {
    return new FlowParser(this.#context, this.#document, true).parse(nodes) as Block[];
  }

  /** Adds a heading with the text of `textElement`. */
  #addHeading(element: Element, textElement: Element, scope: Scope): void {
    const children = parseHeading(textElement, this.#context);
    if (!children.length) return;
    const level = headingLevel(element);
    for (const anchor of element.querySelectorAll('[id],a[name]')) this.#addPendingId(anchor);
    const ids = this.#takePendingIds(element);
    if (this.#isNested) {
      const depth = Math.max(1, level - this.#document.level);
      return this.#add({ type: 'heading', depth, children }, scope, ids, [element]);
    }
    this.#document.level = level;
    const aliases = ids.slice(0, -1);
    const heading = { type: 'flatHeading', level, children } as const;
    this.#add(aliases.length ? { ...heading, aliases } : heading, scope, ids, [element]);
  }

  /**
   * Creates paragraphs from the inline nodes gathered so far. Two line breaks separate paragraphs.
   */
  #flush(scope: Scope): void {
    const nodes = this.#run;
    this.#run = [];
    let paragraph: Node[] = [];
    let breaks = 0;
    for (const node of nodes) {
      if (isElement(node) ? node.localName !== 'br' : (node as Text).data.trim()) {
        if (breaks > 1) {
          this.#addParagraph(paragraph, scope);
          paragraph = [];
        }
        breaks = 0;
      } else if (isElement(node)) breaks++;
      paragraph.push(node);
    }
    if (paragraph.length) this.#addParagraph(paragraph, scope);
  }

  #addParagraph(nodes: readonly Node[], scope: Scope): void {
    const only = nodes.length === 1 && isElement(nodes[0]!) ? nodes[0] : null;
    const marked = only && findMarkedHeading(only);
    if (marked) return this.#addHeading(marked, marked, scope);
    const children = parseInlines(nodes, this.#context);
    if (!hasVisibleContent(children)) return;
    this.#add({ type: 'paragraph', children }, scope, this.#takePendingIds(), nodes);
  }

  #add(content: Content, scope: Scope, ids: readonly string[], nodes: readonly Node[]): void {
    const id = ids.at(-1);
    const whole = { ...content, ...(id && { id }), ...scope };
    this.#content.push(whole);
    this.#context.onBlock?.(whole, nodes);
  }

  #addPendingId(element: Element): void {
    const id = element.id || (element.localName === 'a' && element.getAttribute('name'));
    if (id && id.length <= MAX_ID) this.#document.pendingIds.add(id);
  }

  #takePendingIds(element?: Element): string[] {
    if (element) this.#addPendingId(element);
    const ids = [...this.#document.pendingIds];
    this.#document.pendingIds.clear();
    return ids;
  }

  /**
   * Whether an element wraps one section and has a hand-written id, which is as good as the
   * heading's.
   */
  #isSectionWrapper(element: Element): boolean {
    const { measure } = this.#context;
    return (
      !/_|\d{3}/.test(element.id) &&
      (!element.id || !measure.hasHeadings(element) || measure.hasOneTopHeading(element))
    );
  }
}

function isHeadingElement(element: Element): boolean {
  return /^h[1-6]$/.test(element.localName) || element.getAttribute('role') === 'heading';
}

/** Returns the level of a heading, from 1 to 6. */
function headingLevel(heading: Element): number {
  const marked = heading.getAttribute(HEADING_ATTRIBUTE);
  const level = marked
    ? Number(marked.slice(-1)) + 1 || 1
    : Number(heading.getAttribute('aria-level') ?? heading.localName[1]);
  return level >= 1 && level <= 6 ? Math.floor(level) : 2;
}

/** Finds the span that a generator marked as a heading, if it contains all text of the element. */
function findMarkedHeading(element: Element): Element | null {
  const selector = `[${HEADING_ATTRIBUTE}=title],[${HEADING_ATTRIBUTE}^=heading_]`;
  const marked = element.matches(selector) ? element : element.querySelector(selector);
  return marked?.textContent.trim() === element.textContent.trim() ? marked : null;
}

/** Whether a list is a list of sections: most of its items begin with a heading. */
function isSectionList(element: Element): boolean {
  if (!/^[ou]l$/.test(element.localName)) return false;
  const headed = itemsOf(element).filter(({ firstElementChild }) =>
    firstElementChild?.matches('h1,h2,h3,h4'),
  );
  return headed.length * 2 > element.children.length;
}

/** Returns the summary of a details element if it contains a heading, or null. */
function headingSummary(element: Element): Element | null {
  const summary = childOf(element, 'summary');
  return summary?.querySelector(HEADINGS) ? summary : null;
}

function childNodesExcept(element: Element, child: Element | null): Node[] {
  return [...element.childNodes].filter((node) => node !== child);
}

/** Returns the text of a `<pre>`, with its line breaks. */
function preformattedText(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += (node as Text).data;
    else if (isElement(node)) text += node.localName === 'br' ? '\n' : preformattedText(node);
  }
  return text;
}

const PARSERS = new Map<string, BlockParser>(
  Object.entries({
    ul: parseList,
    ol: parseList,
    menu: parseList,
    dir: parseList,
    dl: parseDescriptions,
    table: parseTable,
    hr: () => ({ type: 'thematicBreak' }),
    pre: (element) => {
      const text = preformattedText(element).replace(/^\n/, '').trimEnd();
      return text ? { type: 'code', text } : null;
    },
    blockquote: (element, _context, parseChildren) => {
      const children = parseChildren(element.childNodes);
      return children.length ? { type: 'blockquote', children } : null;
    },
    details: (element, context, parseChildren) => {
      const summary = childOf(element, 'summary');
      return {
        type: 'details',
        summary: summary ? parseHeading(summary, context) : [],
        children: parseChildren(childNodesExcept(element, summary)),
      };
    },
    figure: (element, context, parseChildren) => {
      const captionElement = childOf(element, 'figcaption');
      const caption = captionElement ? parseInlines(captionElement.childNodes, context) : [];
      const children = parseChildren(childNodesExcept(element, captionElement));
      if (!children.length && !caption.length) return null;
      return { type: 'figure', caption, children };
    },
  } satisfies Record<string, BlockParser>),
);
