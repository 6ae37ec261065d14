import { html, type TemplateResult } from 'lit';
import { onElement } from '../on-element.ts';

const labels = new WeakMap<Element, string>();
let observer: ResizeObserver | undefined;

/**
 * Draws what may be wider than the page in a box that scrolls by itself. The box can be reached by
 * keyboard and is announced by name only while there is something to scroll to.
 */
export function scrollBoxView(content: unknown, label: string): TemplateResult {
  return html`<div class="scroll" ${onElement(label, (box) => watchWidth(box, label))}>
    ${content}
  </div>`;
}

/** Has a box announced by a name while it scrolls, and gives it back. */
export function watchWidth<Box extends Element>(box: Box, label: string): Box {
  labels.set(box, label);
  observer ??= new ResizeObserver((entries) => entries.forEach(({ target }) => describe(target)));
  // Its edge is drawn only while it scrolls, and must not tell of another size.
  observer.observe(box, { box: 'border-box' });
  return box;
}

function describe(box: Element): void {
  // Widths are rounded, so one pixel of difference may be none.
  const overflows = box.scrollWidth > box.clientWidth + 1;
  const values = { tabindex: '0', role: 'region', 'aria-label': labels.get(box) ?? '' };
  for (const [name, value] of Object.entries(values)) {
    if (overflows) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}
