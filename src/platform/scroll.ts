/** Scrolls to a place, and again when late layout moved it away. */

import { focusOnce, partsWithin, rootsOf, type PartsHost } from './parts.ts';

/** What a person does to scroll by themselves; after it the page is theirs. */
export const BY_HAND = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/** Pixels a place may be off after scrolling before it is scrolled to again. */
const TOLERANCE = 2;

/** Milliseconds after which scrolling is over for sure; without a move its end is never told. */
const PATIENCE = 2000;

/**
 * Scrolls an element to the start of what scrolls it, in a gliding move: unless the reader prefers
 * reduced motion, or the browser does not tell when the move has ended.
 */
export function glideToStart(element: Element): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill || !('onscrollend' in window)) return settleAtStart(element);
  element.scrollIntoView({ block: 'start', behavior: 'smooth' });
  // What comes near on the way gets its true height only then, and the way ends beside the place.
  again(element, (act) => addEventListener('scrollend', act, { once: true }));
}

/**
 * Scrolls to an element at once and, when what stands above it got its true height only by that,
 * once more, unless the reader has begun to scroll.
 */
export function settleAtStart(element: Element): void {
  jump(element);
  const before = element.getBoundingClientRect().top;
  // The second frame is the first that has laid out what the first one revealed.
  again(element, (act) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (Math.abs(element.getBoundingClientRect().top - before) > TOLERANCE) act();
      }),
    ),
  );
}

function jump(element: Element): void {
  element.scrollIntoView({ block: 'start', behavior: 'instant' });
}

function again(element: Element, wait: (act: () => void) => void): void {
  const reader = new AbortController();
  const options = { signal: reader.signal, passive: true, once: true } as const;
  for (const type of [...BY_HAND, 'popstate'])
    addEventListener(type, () => reader.abort(), options);
  setTimeout(() => reader.abort(), PATIENCE);
  wait(() => {
    if (!reader.signal.aborted && element.isConnected) jump(element);
    reader.abort();
  });
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
const BLOCKS = '[part~="heading"], .prose :is(p, li, tr, pre, dt, dd, h2, h3, h4, h5, h6)';
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
