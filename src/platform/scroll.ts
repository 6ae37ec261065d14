/** Scrolls to a place, and again when late layout moved it away. */

/** What a person does to scroll by themselves; after it the page is theirs. */
const BY_HAND = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/** Pixels a place may be off after scrolling before it is scrolled to again. */
const TOLERANCE = 2;

/**
 * Scrolls an element to the start of what scrolls it.
 *
 * @param smooth Asks for a gliding move; refused to people who prefer reduced motion.
 */
export function scrollToStart(element: Element, smooth = false): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'start', behavior: smooth && !still ? 'smooth' : 'instant' });
}

/**
 * Scrolls to an element at once and, when what stands above it got its true height only by that,
 * once more, unless the reader has begun to scroll.
 */
export function settleAtStart(element: Element): void {
  scrollToStart(element);
  const before = element.getBoundingClientRect().top;
  const reader = new AbortController();
  const options = { signal: reader.signal, passive: true, once: true } as const;
  for (const type of BY_HAND) addEventListener(type, () => reader.abort(), options);
  // The second frame is the first that has laid out what the first one revealed.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const moved = Math.abs(element.getBoundingClientRect().top - before) > TOLERANCE;
      if (moved && !reader.signal.aborted && element.isConnected) scrollToStart(element);
      reader.abort();
    }),
  );
}
