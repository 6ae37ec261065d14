import { noChange, nothing } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Work on an element itself. */
type Work = (element: HTMLElement) => void;

class ElementDirective extends Directive {
  #key: unknown = ElementDirective;

  render(_key: unknown, _work: Work): unknown {
    return nothing;
  }

  override update(part: ElementPart, [key, work]: [unknown, Work]): unknown {
    if (key !== this.#key) work(part.element as HTMLElement);
    this.#key = key;
    return noChange;
  }
}

/** Does something to the element in whose tag it stands, once, and again when `key` is another. */
export const onElement = directive(ElementDirective);

/** Attributes by name; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Sets attributes on the element in whose tag it stands, for elements that are drawn once: it takes
 * none away again.
 */
export function attributes(values: Attributes): unknown {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  if (!given.length) return nothing;
  return onElement(values, (element) => {
    for (const [name, value] of given) element.setAttribute(name, String(value));
  });
}
