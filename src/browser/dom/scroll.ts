/** Scrolls to a place, and again when late layout moved it away. */

import { focusOnce, partsWithin, rootsOf, type PartsHost } from './query-parts.ts';

/** What a person does to scroll by themselves; after it the page is theirs. */
export const USER_SCROLL_EVENTS = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/** Pixels a place may be off after scrolling before it is scrolled to again. */
const TOLERANCE = 2;

/** Frames without a move after which a place is reached: what one frame reveals moves the next. */
const STILL_FRAMES = 3;

/** Frames after which a page that never comes to rest is left to its reader. */
const MOST_FRAMES = 60;

/** Milliseconds without a move after which none will come, and no end of one be told. */
const PATIENCE = 2000;

/**
 * Scrolls an element to the start of what scrolls it, in a gliding move: unless the reader prefers
 * reduced motion, or the browser does not tell when the move has ended.
 */
export function scrollSmoothly(element: Element): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill || !('onscrollend' in window)) return scrollAndStabilize(element);
  const { signal } = untilUserScrolls();
  // What comes near on the way gets its true height only then, and the way ends beside the place.
  addEventListener('scrollend', () => scrollAndStabilize(element), { signal, once: true });
  element.scrollIntoView({ block: 'start', behavior: 'smooth' });
}

/**
 * Scrolls to an element at once and, when what stands above it got its true height only by that,
 * again, unless the reader has begun to scroll.
 */
export function scrollAndStabilize(element: Element): void {
  const reader = untilUserScrolls();
  let top = jump(element);
  let still = 0;
  let frames = 0;
  const look = (): void => {
    if (reader.signal.aborted || !element.isConnected) return;
    still += 1;
    if (Math.abs(element.getBoundingClientRect().top - top) > TOLERANCE) {
      top = jump(element);
      still = 0;
    }
    if (still < STILL_FRAMES && ++frames < MOST_FRAMES) requestAnimationFrame(look);
    else reader.abort();
  };
  requestAnimationFrame(look);
}

/** Gives where the element is then. */
function jump(element: Element): number {
  element.scrollIntoView({ block: 'start', behavior: 'instant' });
  return element.getBoundingClientRect().top;
}

/** The way to the place that was last asked for. */
let scrollBehavior = new AbortController();

/** Ends when the reader scrolls or goes back, when the next way begins, or nothing moves any more. */
function untilUserScrolls(): AbortController {
  scrollBehavior.abort();
  const reader = (scrollBehavior = new AbortController());
  const { signal } = reader;
  for (const type of [...USER_SCROLL_EVENTS, 'popstate'])
    addEventListener(type, () => reader.abort(), { signal, passive: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moved = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => reader.abort(), PATIENCE);
  };
  addEventListener('scroll', moved, { signal, passive: true });
  moved();
  return reader;
}

/**
 * Scrolls the box around a link of the contents just so far that the link is in it; never the page,
 * and not under a reader who is in there.
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

/** A block as it stands in the text in force: no mark, no note, nothing that was removed. */
const BLOCKS =
  '[part~="heading"], :is(.prose, [data-policy-text]) :is(p, li, tr, pre, dt, dd, h2, h3, h4, h5, h6)';
const NOT_IN_FORCE = '.note, .removed, [part~="removed"]';

/**
 * Lets marks come or go while what the reader looks at stays where it is. When the focus was in
 * something that went, it moves to the text that follows.
 */
export async function keepPlace(host: PartsHost, change: () => Promise<unknown>): Promise<void> {
  const blocks = partsWithin(host, BLOCKS).filter((block) => !block.closest(NOT_IN_FORCE));
  const anchor = blocks.find(
    (block) => block.getClientRects().length && block.getBoundingClientRect().top >= 0,
  );
  const before = anchor?.getBoundingClientRect().top ?? Infinity;
  const focused = focusedIn(host);
  await change();
  if (anchor && before < innerHeight)
    scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
  if (!focused || (focused.isConnected && focused.checkVisibility())) return;
  const next = blocks.find(
    (block) =>
      focused.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING &&
      block.checkVisibility(),
  );
  if (next) focusOnce(next);
}

function focusedIn(host: PartsHost): Element | null {
  for (const tree of rootsOf(host)) {
    const { activeElement } = tree.getRootNode() as ShadowRoot | Document;
    if (activeElement && tree.contains(activeElement)) return activeElement;
  }
  return document.activeElement;
}
