/** Milliseconds after which work that waits for an idle page is done all the same. */
const MAX_WAIT_MS = 2000;

/** Wait in milliseconds in browsers that can't tell when a page is idle (Safari). */
const FIXED_WAIT_MS = 200;

/** Resolves when the page is idle, for code that nobody needs before the text can be read. */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: MAX_WAIT_MS });
    else setTimeout(resolve, FIXED_WAIT_MS);
  });
}
