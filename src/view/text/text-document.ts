/**
 * The part of the DOM with which the policy's text is built. The text never changes by itself, so
 * it needs no templates: their markers and parts take several times as long as the nodes that they
 * render.
 */

/** Anything that can be appended: a string or a node of the same document. */
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
  /** Returns the value that a template renders for a node. */
  toRendered(node: TextParent): unknown;
  /** Adds the class `near` to a section once it is within one screen of the window. */
  watchDistance(section: TextElement): void;
  /** Gives a box a name and a tab stop while its content overflows. */
  watchOverflow(box: TextElement, label: string): void;
}

/** Attributes by name. Those without a value are left out. */
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

/** Returns the tag of a heading. HTML has no levels below 6. */
export function headingTag(level: number): string {
  return `h${Math.min(level, 6)}`;
}
