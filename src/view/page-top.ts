/** Measures a sticky or fixed page header at the top of the window. */

/** The watched elements. The property is set on the base around each. */
const watched = new Set<WeakRef<Element>>();

/** Whether a measurement is scheduled for the next frame. */
let isScheduled = false;

/** Keeps the height of the page's header in the property `--_top` on the base around an element. */
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
  // Nothing is written for 0, the default, because a new value restyles the whole policy.
  const value = top ? `${Math.round(top)}px` : '';
  if (base.style.getPropertyValue('--_top') !== value) base.style.setProperty('--_top', value);
}

/** Returns the bottom of a sticky or fixed element of the page at the window's top, or 0. */
function bottomOfHeader(x: number, base: HTMLElement): number {
  for (const hit of document.elementsFromPoint(x, 1)) {
    for (let element: Element | null = hit; element; element = element.parentElement) {
      if (element.contains((base.getRootNode() as ShadowRoot).host)) break;
      const { position } = getComputedStyle(element);
      const { top, bottom } = element.getBoundingClientRect();
      // An element that covers most of the window is an overlay, not a header.
      const isHeader = top <= 1 && bottom < innerHeight / 2;
      if (isHeader && (position === 'sticky' || position === 'fixed')) return bottom;
    }
  }
  return 0;
}
