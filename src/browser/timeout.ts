/** Timeouts for requests and lazy chunks. */

/**
 * Maximum milliseconds for a whole load. If nothing appears for longer, visitors think that the
 * page is broken.
 */
const TIMEOUT_MS = 15_000;

/** Maximum milliseconds for which a policy waits for a chunk that it can be shown without. */
const OPTIONAL_TIMEOUT_MS = 5000;

/**
 * Returns a signal that aborts with `signal`, or with a `TimeoutError` after some time, by default
 * the maximum time of a load.
 */
export function withTimeout(signal?: AbortSignal, milliseconds = TIMEOUT_MS): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

/**
 * Returns a signal that aborts with `signal`, or after the maximum time for which a policy waits
 * for a chunk that it can be shown without.
 */
export function withOptionalTimeout(signal?: AbortSignal): AbortSignal {
  return withTimeout(signal, OPTIONAL_TIMEOUT_MS);
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
