/** Maximum milliseconds to wait for an idle page. */
const MAX_WAIT_MS = 2000;

/** Milliseconds to wait in browsers without `requestIdleCallback` (Safari). */
const FIXED_WAIT_MS = 200;

/** Resolves when the page is idle. Use it for work that can wait until the text is on screen. */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: MAX_WAIT_MS });
    else setTimeout(resolve, FIXED_WAIT_MS);
  });
}
