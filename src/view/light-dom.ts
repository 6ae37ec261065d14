import { html, render, type TemplateResult } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';

/** Marks the light children that hold text which the element drew there. */
const LIGHT_TEXT = 'data-policy-text';

/** The elements that have begun to draw: what of that kind they had before is not theirs. */
const BEGUN = new WeakSet<HTMLElement>();

function textsIn(host: HTMLElement): NodeListOf<HTMLElement> {
  return host.querySelectorAll(`:scope > [${LIGHT_TEXT}]`);
}

/** Takes out the text that a copy of an element has of the one it is a copy of. */
function begin(host: HTMLElement): void {
  if (BEGUN.has(host)) return;
  BEGUN.add(host);
  for (const child of textsIn(host)) child.remove();
}

/** Takes out the text that is drawn no more, once its slot has gone, and ids that others have. */
export function tidyLight(host: HTMLElement): void {
  for (const child of textsIn(host)) {
    if (!child.assignedSlot) child.remove();
    for (const node of child.querySelectorAll('[id]'))
      if (host.ownerDocument.querySelectorAll(`#${CSS.escape(node.id)}`).length > 1)
        node.removeAttribute('id');
  }
}

class InLight extends Directive {
  #child: HTMLElement | undefined;

  render(_name: string, _content: unknown): unknown {
    return undefined;
  }

  override update({ options }: ChildPart, [name, content]: [string, unknown]): TemplateResult {
    const host = options!.host as HTMLElement;
    begin(host);
    const child = (this.#child ??= host.ownerDocument.createElement('div'));
    child.setAttribute(LIGHT_TEXT, '');
    child.slot = name;
    render(content, child, { host });
    if (child.parentNode !== host) host.append(child);
    return html`<slot name=${name}></slot>`;
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
