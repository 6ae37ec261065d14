import { html, render, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { Directive, type ChildPart } from 'lit/directive.js';

/** Marks the light children that hold text which the element drew there. */
export const LIGHT_TEXT = 'data-policy-text';

/** The elements that have begun to draw: what of that kind they had before is not theirs. */
const BEGUN = new WeakSet<HTMLElement>();

/** Takes out the text that a copy of an element has of the one it is a copy of. */
function begin(host: HTMLElement): void {
  if (BEGUN.has(host)) return;
  BEGUN.add(host);
  for (const child of host.querySelectorAll(`:scope > [${LIGHT_TEXT}]`)) child.remove();
}

class InLight extends AsyncDirective {
  #host: HTMLElement | null = null;
  #child: HTMLElement | null = null;

  render(_name: string, _content: unknown): unknown {
    return undefined;
  }

  override update(part: ChildPart, [name, content]: [string, unknown]): TemplateResult {
    this.#host = part.options!.host as HTMLElement;
    begin(this.#host);
    this.#child ??= this.#host.ownerDocument.createElement('div');
    this.#child.setAttribute(LIGHT_TEXT, '');
    this.#child.slot = name;
    render(content, this.#child, { host: this.#host });
    if (!this.#child.isConnected) this.#host.append(this.#child);
    return html`<slot name=${name}></slot>`;
  }

  override disconnected(): void {
    this.#child?.remove();
  }

  override reconnected(): void {
    if (this.#child) this.#host?.append(this.#child);
  }
}

/**
 * Draws something into a light child of the element and shows it by a slot: page styles, browser
 * translation, reader modes and the browser's own `#id` reach it there.
 */
export const inLight = directive(InLight);

class InBox extends Directive {
  render(_mount: HTMLElement, _content: unknown): unknown {
    return undefined;
  }

  override update(part: ChildPart, [mount, content]: [HTMLElement, unknown]): undefined {
    render(content, mount, part.options);
  }
}

/** Draws something where a box of the page shows it. */
export const inBox = directive(InBox);
