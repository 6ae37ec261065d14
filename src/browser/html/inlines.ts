/** Reads phrasing: nodes inside a paragraph become inlines by an allow-list. */

import type { FlatHeading } from '../../core/model/parsed-document.ts';
import { CODE, imageOf, phraseOf, type AttributeOf } from '../../core/parse/html-inlines.ts';
import type { BlockNode, Inline } from '../../core/model/policy.ts';
import { inlineText } from '../../core/model/text.ts';

/** What readers of nodes are told. */
export interface NodeContext {
  /** Absolute address that relative ones resolve against. */
  readonly base: string;
  /** True for an element that is left out with all that is in it. */
  readonly skips: (element: Element) => boolean;
  /** Told of each block that is read and of the nodes it was read from. */
  readonly notes?: (block: FlatHeading | BlockNode, nodes: readonly Node[]) => void;
}

/** Elements that stand on lines of their own. */
export const BLOCKS =
  'address,article,aside,blockquote,body,center,dd,details,dialog,dir,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hgroup,hr,html,legend,li,main,menu,nav,ol,p,pre,search,section,summary,table,tbody,td,tfoot,th,thead,tr,ul';

const BLOCK_NAMES = new Set(BLOCKS.split(','));

/** Invisible characters that tools leave in headings. */
const INVISIBLE = /[\u200b\u2060\ufeff\xad]/g;

const PERMALINK =
  '.headerlink,.header-anchor,.heading-anchor,.hash-link,.anchorjs-link,.permalink,.anchor,.mw-editsection,[aria-hidden=true]';
const PERMALINK_TEXT = /^(?:[\s#¶§↩🔗\u200b\ufeff]*|\[edit\])$/u;

/** Tells whether an element stands on lines of its own. */
export function isBlock(element: Element): boolean {
  return BLOCK_NAMES.has(element.localName);
}

/** Tells an element from other nodes. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Reads the phrasing of a heading: without permalinks, edit links and invisible characters. */
export function parseHeading(heading: Element, context: NodeContext): Inline[] {
  const skips = (element: Element) =>
    element.localName !== 'button' &&
    (context.skips(element) ||
      element.matches(PERMALINK) ||
      (element.localName === 'a' && PERMALINK_TEXT.test(element.textContent)));
  const plain = { ...context, skips, heading: true };
  const children = parseInlines(heading.childNodes, plain);
  if (children.length) return children;
  // The whole heading may be a link to itself.
  return parseInlines(heading.childNodes, { ...plain, skips: context.skips });
}

/** Reads phrasing, with white space folded as browsers show it. */
export function parseInlines(
  nodes: Iterable<Node>,
  context: NodeContext & { readonly heading?: boolean },
): Inline[] {
  let afterSpace = true;
  const children = walk(nodes);
  trimEnd(children);
  return children;

  function walk(nodes: Iterable<Node>): Inline[] {
    const out: Inline[] = [];
    for (const node of nodes) {
      if (node.nodeType === 3) addText(out, (node as Text).data);
      else if (isElement(node) && !context.skips(node)) addElement(out, node);
    }
    return out;
  }

  function addText(out: Inline[], data: string) {
    let text = data.replace(/[ \t\n\f\r]+/g, ' ');
    if (context.heading) text = text.replace(INVISIBLE, '');
    if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (!text) return;
    afterSpace = text.endsWith(' ');
    append(out, { type: 'text', text });
  }

  function addElement(out: Inline[], element: Element) {
    const name = element.localName;
    if (name === 'br' || name === 'wbr') {
      if (name === 'wbr') return;
      trimEnd(out);
      if (context.heading) return addText(out, ' ');
      out.push({ type: 'break' });
      afterSpace = true;
    } else if (name === 'img' || name === 'image') {
      addImage(out, element);
    } else if (CODE.test(name)) {
      const inner = walk(element.childNodes);
      const text = inlineText(inner).trim();
      // What leads somewhere, or is seen, is more than code.
      if (!inner.every(isVerbal)) for (const child of inner) append(out, child);
      else if (text) out.push({ type: 'inlineCode', text });
      else return;
      afterSpace = false;
    } else if (isBlock(element)) {
      // Blocks where only phrasing can stand, such as the lines of a heading.
      addText(out, ' ');
      for (const child of walk(element.childNodes)) append(out, child);
      addText(out, ' ');
    } else {
      addPhrase(out, element);
    }
  }

  function addPhrase(out: Inline[], element: Element) {
    const children = walk(element.childNodes);
    const phrase = phraseOf(element.localName, attributesOf(element), context.base);
    const isEmpty = children.every((child) => child.type === 'text' && !child.text.trim());
    const made = isEmpty ? null : phrase?.(children);
    // A heading's links within the document lead to itself.
    const isOwn = context.heading && made?.type === 'link' && made.href?.[0] === '#';
    if (made && !isOwn) out.push(made);
    else for (const child of children) append(out, child);
  }

  function addImage(out: Inline[], element: Element) {
    const image = imageOf(attributesOf(element), context.base);
    if (!image) return;
    out.push(image);
    afterSpace = false;
  }
}

/** Reads an element's attributes; what would act in a parsed page stands aside there. */
export function attributesOf(element: Element): AttributeOf {
  return (name) => {
    const aside = name === 'src' || name === 'style' ? `data-${name}` : name;
    return element.getAttribute(aside) ?? element.getAttribute(name);
  };
}

/** Takes white space and breaks from the end. */
export function trimEnd(children: Inline[]): void {
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

function isVerbal(inline: Inline): boolean {
  return (
    'text' in inline ||
    ('children' in inline && inline.type !== 'link' && inline.children.every(isVerbal))
  );
}

function append(out: Inline[], inline: Inline) {
  const last = out.at(-1);
  if (inline.type === 'text' && last?.type === 'text') {
    out[out.length - 1] = { type: 'text', text: last.text + inline.text };
  } else {
    out.push(inline);
  }
}
