import { noChange } from 'lit';
import { setCommittedValue } from 'lit/directive-helpers.js';
import { Directive, directive, type ChildPart } from 'lit/directive.js';

class RenderOnce extends Directive {
  #keys: readonly unknown[] = [];

  render(_keys: readonly unknown[], draw: () => unknown): unknown {
    return draw();
  }

  override update(part: ChildPart, [keys, draw]: [readonly unknown[], () => unknown]): unknown {
    const same = keys.length === this.#keys.length;
    if (same && keys.every((key, index) => key === this.#keys[index])) return noChange;
    this.#keys = keys;
    setCommittedValue(part);
    return draw();
  }
}

/** Draws something once, and wholly anew when one of its keys is another; never changes it. */
export const renderOnce = directive(RenderOnce);
