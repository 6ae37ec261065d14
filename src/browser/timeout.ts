/** Timeouts for requests and lazy chunks. */

/**
 * Maximum milliseconds for a whole load. If nothing appears for longer, visitors think that the
 * page is broken.
 */
const TIMEOUT_MS = 15_000;

/**
 * Returns a signal that aborts with `signal`, or with a `TimeoutError` after the maximum time of a
 * load.
 */
export function withTimeout(signal?: AbortSignal): AbortSignal {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

/** Whether a signal was aborted by a timeout. */
export function isTimeout({ reason }: AbortSignal): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

/**
 * Settles like the promise, or rejects with the reason of `signal` if that aborts first. A promise
 * that has already settled wins.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) setTimeout(abort);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject);
  });
}

/** Like `untilAborted`, but resolves to null on failure or abort. For optional work. */
export function orNull<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return untilAborted(promise, signal).catch(() => null);
}
