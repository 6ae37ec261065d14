import { noChange, nothing } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

class OnElement extends Directive {
  #key: unknown = OnElement;

  render(_key: unknown, _work: (element: HTMLElement) => void): unknown {
    return nothing;
  }

  override update(
    part: ElementPart,
    [key, work]: [unknown, (element: HTMLElement) => void],
  ): unknown {
    if (key !== this.#key) work(part.element as HTMLElement);
    this.#key = key;
    return noChange;
  }
}

/**
 * Runs `work` on the element that contains the expression: once, and again whenever `key` changes.
 * Lit's `ref` would run a closure on every render, and scrolling alone causes dozens of renders.
 */
export const onElement = directive(OnElement);
