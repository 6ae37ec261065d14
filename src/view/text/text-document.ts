/**
 * The subset of the DOM that the policy's text is built with. The text does not change after it is
 * rendered, so it needs no templates. Their markers and parts would take several times as long to
 * create as the nodes themselves.
 */

/** A value that can be appended to a node: a string, or a node of the same document. */
export interface TextNode {
  toString(): string;
}

/** A node with children. */
export interface TextParent extends TextNode {
  append(...nodes: TextNode[]): void;
}

/** An element. */
export interface TextElement extends TextParent {
  setAttribute(name: string, value: string): void;
  addEventListener(type: 'click', listener: (event: MouseEvent) => void): void;
}

/** Creates the nodes of the policy's text, in a page or on a server. */
export interface TextDocument {
  createElement(name: string): TextElement;
  createFragment(): TextParent;
  /** Returns a value for a template that renders the node. */
  toRendered(node: TextParent): unknown;
  /** Adds the class `near` to a section once it is at most one viewport height away from view. */
  watchDistance(section: TextElement): void;
  /** Gives a box an accessible name and makes it focusable while its content overflows. */
  watchOverflow(box: TextElement, label: string): void;
}

/** Attributes by name. Attributes without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Creates an element with attributes and children. */
export function createElement(
  { textDocument }: { readonly textDocument: TextDocument },
  name: string,
  attributes: Attributes | null = null,
  ...children: readonly TextNode[]
): TextElement {
  const element = textDocument.createElement(name);
  if (attributes) setAttributes(element, attributes);
  if (children.length) element.append(...children);
  return element;
}

/** Sets the attributes that have a value. */
export function setAttributes(element: TextElement, attributes: Attributes): void {
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && value !== null) element.setAttribute(name, String(value));
  }
}

/** Returns the tag name of a heading. HTML has no levels below `<h6>`. */
export function headingTag(level: number): string {
  return `h${Math.min(level, 6)}`;
}
