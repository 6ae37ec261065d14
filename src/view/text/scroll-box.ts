import type { BlockContext } from '../change-renderer.ts';
import { markElement } from './inlines.ts';
import { createElement, type TextElement, type TextNode } from './text-document.ts';

/** Creates preformatted text. */
export function codeBox(text: string, context: BlockContext): TextElement {
  const { whole } = context;
  const code = createElement(context, 'code');
  const target = whole ? markElement(whole, context) : code;
  target.append(text);
  if (target !== code) code.append(target);
  const pre = createElement(context, 'pre', { translate: 'no', dir: 'ltr' }, code);
  return scrollBox(pre, context.messages.t('code'), context);
}

/** Wraps content that can be wider than the text in a box that scrolls. */
export function scrollBox(content: TextNode, label: string, context: BlockContext): TextElement {
  const box = createElement(context, 'div', { class: 'scroll' }, content);
  context.textDocument.watchOverflow(box, label);
  return box;
}
