/** Scrolls to elements, and corrects the position when late layout moves them. */

import { USER_SCROLL_EVENTS } from '../page.ts';

/**
 * Maximum pixels between an element and its target position after scrolling. If the distance is
 * larger, the position is corrected.
 */
const TOLERANCE = 2;

/**
 * Number of frames without movement after which scrolling counts as finished. One frame is not
 * enough, because content that is revealed in a frame moves only in the next one.
 */
const STILL_FRAMES = 3;

/** Maximum number of frames in which the position is corrected, for pages that keep moving. */
const MAX_FRAMES = 60;

/**
 * Milliseconds without a scroll event after which scrolling counts as finished, even without
 * `scrollend`.
 */
const IDLE_MS = 2000;

/**
 * Scrolls smoothly to an element. Jumps instead if the visitor prefers reduced motion or the
 * browser has no `scrollend` event.
 */
export function scrollSmoothly(element: Element): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill || !('onscrollend' in window)) return scrollAndStabilize(element);
  const { signal } = untilUserScrolls();
  // Sections get their real height only when they are near the viewport, which moves the target.
  addEventListener('scrollend', () => scrollAndStabilize(element), { signal, once: true });
  element.scrollIntoView({ block: 'start', behavior: 'smooth' });
}

/**
 * Jumps to an element. Jumps again if content above it gets its real height only after the jump.
 * Stops when the visitor scrolls.
 */
export function scrollAndStabilize(element: Element): void {
  const controller = untilUserScrolls();
  let top = jump(element);
  let still = 0;
  let frames = 0;
  const check = (): void => {
    if (controller.signal.aborted || !element.isConnected) return;
    still += 1;
    if (Math.abs(element.getBoundingClientRect().top - top) > TOLERANCE) {
      top = jump(element);
      still = 0;
    }
    if (still < STILL_FRAMES && ++frames < MAX_FRAMES) requestAnimationFrame(check);
    else controller.abort();
  };
  requestAnimationFrame(check);
}

/** Scrolls to an element at once. Returns its position. */
function jump(element: Element): number {
  element.scrollIntoView({ block: 'start', behavior: 'instant' });
  return element.getBoundingClientRect().top;
}

/** Aborts the most recent scrolling. */
let scrollAbort = new AbortController();

/**
 * Returns a controller that aborts when the visitor scrolls or navigates, when other scrolling
 * starts, or when nothing moves any more.
 */
function untilUserScrolls(): AbortController {
  scrollAbort.abort();
  const controller = (scrollAbort = new AbortController());
  const { signal } = controller;
  for (const type of [...USER_SCROLL_EVENTS, 'popstate'])
    addEventListener(type, () => controller.abort(), { signal, passive: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moved = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), IDLE_MS);
  };
  addEventListener('scroll', moved, { signal, passive: true });
  moved();
  return controller;
}

/**
 * Scrolls the table of contents until a link in it is visible. Never scrolls the page. Does nothing
 * if the table of contents has focus.
 */
export function scrollIntoBox(link: HTMLElement): void {
  const box = link.closest<HTMLElement>('nav')!;
  const { activeElement } = box.getRootNode() as ShadowRoot;
  if (box.scrollHeight <= box.clientHeight || box.contains(activeElement)) return;
  const around = box.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  if (top < around.top) box.scrollTop += top - around.top;
  else if (bottom > around.bottom) box.scrollTop += bottom - around.bottom;
}
