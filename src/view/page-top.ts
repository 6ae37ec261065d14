/** Measures a page header that stays at the top of the viewport (`position: sticky` or `fixed`). */

/** The watched elements. Each is inside the base on which the property is set. */
const watched = new Set<WeakRef<Element>>();

/** Whether a measurement is scheduled for the next frame. */
let isScheduled = false;

/**
 * Keeps the property `--_top` equal to the height of the page's header. The property is set on the
 * base that contains `element`.
 */
export function watchPageTop(element: Element): void {
  if (!watched.size)
    for (const type of ['scroll', 'resize'])
      addEventListener(type, schedule, { passive: true, capture: true });
  watched.add(new WeakRef(element));
  schedule();
}

function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    for (const reference of watched) {
      const element = reference.deref();
      if (!element) watched.delete(reference);
      else if (element.isConnected) setTop(element.closest<HTMLElement>('[part="base"]')!);
    }
  });
}

function setTop(base: HTMLElement): void {
  if (!base.checkVisibility()) return;
  const { left, right } = base.getBoundingClientRect();
  const top = Math.max(
    ...[left + 1, (left + right) / 2, right - 1].map((x) => bottomOfHeader(x, base)),
  );
  // A new value restyles the whole policy, so the property is not set for 0, its default.
  const value = top ? `${Math.round(top)}px` : '';
  if (base.style.getPropertyValue('--_top') !== value) base.style.setProperty('--_top', value);
}

/**
 * Returns the bottom edge of a sticky or fixed element at the top of the viewport, or 0
 * without one at `x`.
 */
function bottomOfHeader(x: number, base: HTMLElement): number {
  // An element of the page that is named `elementsFromPoint` hides the document's own method.
  for (const hit of Document.prototype.elementsFromPoint.call(document, x, 1)) {
    for (let element: Element | null = hit; element; element = element.parentElement) {
      if (element.contains((base.getRootNode() as ShadowRoot).host)) break;
      const { position } = getComputedStyle(element);
      const { top, bottom } = element.getBoundingClientRect();
      // An element that covers most of the viewport is an overlay, not a header.
      const isHeader = top <= 1 && bottom < innerHeight / 2;
      if (isHeader && (position === 'sticky' || position === 'fixed')) return bottom;
    }
  }
  return 0;
}
