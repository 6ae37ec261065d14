/** How long is waited, for whatever it is that does not come. */

/** Milliseconds for the whole load: what people wait at most before they take a page for broken. */
export const TIMEOUT_MS = 15_000;

/**
 * What a promise gives, or the reason of `signal` as soon as that is aborted. What is there already
 * is still taken.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    if (signal.aborted) setTimeout(giveUp);
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject);
  });
}

/** The same, or null where it fails or does not come: for what can be done without. */
export function orNull<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return untilAborted(promise, signal).catch(() => null);
}
