/** Parses inline content: elements on an allow-list become inlines. */

import { CODE, imageOf, phraseOf } from '../../core/parse/html-inlines.ts';
import { rewrittenContent } from '../../core/parse/rewritten-text.ts';
import type { FlatNode } from '../../core/model/parsed-document.ts';
import type { Inline } from '../../core/model/policy.ts';
import { inlineText } from '../../core/model/text.ts';
import { attributesOf, isBlock, isElement } from './elements.ts';
import type { PageMeasure } from './page-measure.ts';

/** Context for parsing nodes. */
export interface NodeContext {
  /** Absolute URL that relative URLs are resolved against. */
  readonly base: string;
  /** Measures of the parsed elements. */
  readonly measure: PageMeasure;
  /** Returns true for an element that is left out, together with its content. */
  readonly skips: (element: Element) => boolean;
  /** Called with each heading and block outside other blocks, and the nodes it was parsed from. */
  readonly onBlock?: (block: FlatNode, nodes: readonly Node[]) => void;
}

type InlineContext = Pick<NodeContext, 'base' | 'skips'>;

/** Invisible characters that tools leave in headings. */
const INVISIBLE = /[\u200b\u2060\ufeff\xad]/g;

const PERMALINK =
  '.headerlink,.header-anchor,.heading-anchor,.hash-link,.anchorjs-link,.permalink,.anchor,.mw-editsection,[aria-hidden=true]';
const PERMALINK_TEXT = /^(?:[\s#¶§↩🔗\u200b\ufeff]*|\[edit\])$/u;

/** Parses the text of a heading, without permalinks, edit links and invisible characters. */
export function parseHeading(heading: Element, context: InlineContext): Inline[] {
  const skips = (element: Element) =>
    element.localName !== 'button' &&
    (context.skips(element) ||
      element.matches(PERMALINK) ||
      (element.localName === 'a' && PERMALINK_TEXT.test(element.textContent)));
  const children = new InlineParser({ ...context, skips }, true).parse(heading.childNodes);
  if (children.length) return children;
  // The whole heading may be a link to itself.
  return new InlineParser(context, true).parse(heading.childNodes);
}

/** Parses inline content, with white space collapsed as browsers do. */
export function parseInlines(nodes: Iterable<Node>, context: InlineContext): Inline[] {
  return new InlineParser(context, false).parse(nodes);
}

class InlineParser {
  readonly #context: InlineContext;
  readonly #isHeading: boolean;
  #isAfterSpace = true;

  constructor(context: InlineContext, isHeading: boolean) {
    this.#context = context;
    this.#isHeading = isHeading;
  }

  parse(nodes: Iterable<Node>): Inline[] {
    const children = this.#parseAll(nodes);
    trimEnd(children);
    return children;
  }

  #parseAll(nodes: Iterable<Node>): Inline[] {
    const out: Inline[] = [];
    for (const node of nodes) {
      if (node.nodeType === 3) this.#addText(out, (node as Text).data);
      else if (isElement(node) && !this.#context.skips(node)) this.#addElement(out, node);
    }
    return out;
  }

  #addText(out: Inline[], data: string): void {
    let text = data.replace(/[ \t\n\f\r]+/g, ' ');
    if (this.#isHeading) text = text.replace(INVISIBLE, '');
    if (this.#isAfterSpace && text.startsWith(' ')) text = text.slice(1);
    if (!text) return;
    this.#isAfterSpace = text.endsWith(' ');
    append(out, { type: 'text', text });
  }

  #addElement(out: Inline[], element: Element): void {
    const name = element.localName;
    if (name === 'wbr') return;
    if (name === 'br') this.#addBreak(out);
    else if (name === 'img' || name === 'image') this.#addImage(out, element);
    else if (CODE.test(name)) this.#addCode(out, element);
    else if (isBlock(element)) {
      // A block where only inline content is allowed, such as a `<div>` for each line of a heading.
      this.#addText(out, ' ');
      for (const child of this.#parseAll(element.childNodes)) append(out, child);
      this.#addText(out, ' ');
    } else this.#addPhrase(out, element);
  }

  #addBreak(out: Inline[]): void {
    trimEnd(out);
    if (this.#isHeading) return this.#addText(out, ' ');
    out.push({ type: 'break' });
    this.#isAfterSpace = true;
  }

  #addImage(out: Inline[], element: Element): void {
    const image = imageOf(attributesOf(element), this.#context.base);
    if (!image) return;
    out.push(image);
    this.#isAfterSpace = false;
  }

  #addCode(out: Inline[], element: Element): void {
    const inner = this.#parseAll(element.childNodes);
    const text = inlineText(inner).trim();
    // If code contains links or images, they are kept and the code formatting is dropped.
    if (!inner.every(isTextOnly)) for (const child of inner) append(out, child);
    else if (text) out.push({ type: 'inlineCode', text });
    else return;
    this.#isAfterSpace = false;
  }

  #addPhrase(out: Inline[], element: Element): void {
    const { localName } = element;
    const attributes = attributesOf(element);
    const children = this.#parseAll(element.childNodes);
    const rewritten = rewrittenContent(localName, attributes)?.(children);
    if (rewritten) {
      this.#isAfterSpace = false;
      return append(out, rewritten);
    }
    const wrap = phraseOf(localName, attributes, this.#context.base);
    const isEmpty = children.every((child) => child.type === 'text' && !child.text.trim());
    const phrase = isEmpty ? null : wrap?.(children);
    // In a heading, links within the document lead to the heading itself.
    const isSelfLink = this.#isHeading && phrase?.type === 'link' && phrase.href?.[0] === '#';
    if (phrase && !isSelfLink) out.push(phrase);
    else for (const child of children) append(out, child);
  }
}

/** Removes white space and breaks from the end. */
function trimEnd(children: Inline[]): void {
  for (let last; (last = children.at(-1)); children.pop()) {
    if (last.type === 'text') {
      const text = last.text.trimEnd();
      if (!text) continue;
      if (text !== last.text) children[children.length - 1] = { type: 'text', text };
    } else if ('children' in last) {
      const inner = [...last.children];
      trimEnd(inner);
      if (!inner.length) continue;
      children[children.length - 1] = { ...last, children: inner };
    } else if (last.type === 'break') {
      continue;
    }
    return;
  }
}

/** Whether inline content shows anything. */
export function hasVisibleContent(children: readonly Inline[]): boolean {
  return children.some((child) =>
    'children' in child
      ? hasVisibleContent(child.children)
      : 'text' in child
        ? /[^\s\u200b\u2060\ufeff]/.test(child.text)
        : child.type === 'image',
  );
}

function isTextOnly(inline: Inline): boolean {
  return (
    'text' in inline ||
    ('children' in inline && inline.type !== 'link' && inline.children.every(isTextOnly))
  );
}

function append(out: Inline[], inline: Inline): void {
  const last = out.at(-1);
  if (inline.type === 'text' && last?.type === 'text') {
    out[out.length - 1] = { type: 'text', text: last.text + inline.text };
  } else {
    out.push(inline);
  }
}
