import { escapeHtml } from '../../core/model/escape-html.ts';
import type { TextDocument, TextElement, TextNode, TextParent } from './text-document.ts';

const VOID_ELEMENTS = new Set(['br', 'hr', 'img']);

class HtmlFragment implements TextParent {
  readonly #children: TextNode[] = [];

  append(...nodes: TextNode[]): void {
    this.#children.push(...nodes);
  }

  toString(): string {
    return this.#children
      .map((child) => (typeof child === 'string' ? escapeHtml(child) : String(child)))
      .join('');
  }
}

class HtmlElement extends HtmlFragment implements TextElement {
  readonly #name: string;
  readonly #attributes = new Map<string, string>();

  constructor(name: string) {
    super();
    this.#name = name;
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }

  addEventListener(): void {
    // Servers handle no clicks.
  }

  override toString(): string {
    const attributes = [...this.#attributes].map(
      ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
    );
    const start = `<${this.#name}${attributes.join('')}>`;
    return VOID_ELEMENTS.has(this.#name) ? start : `${start}${super.toString()}</${this.#name}>`;
  }
}

/**
 * Builds the policy's text as HTML, for servers. Text and attribute values are escaped; names of
 * elements and attributes are constants in the views.
 *
 * @param toRendered Wraps the HTML so that the server's renderer does not escape it again.
 */
export function createHtmlDocument(toRendered: (html: string) => unknown): TextDocument {
  return {
    createElement: (name) => new HtmlElement(name),
    createFragment: () => new HtmlFragment(),
    toRendered: (node) => toRendered(String(node)),
    // There is nothing to watch on a server.
    watchDistance: () => {},
    watchOverflow: () => {},
  };
}
