/** Runs long work in slices, so that the page stays responsive. */

import type { Task } from '../core/tasks.ts';

/**
 * Length of a slice in milliseconds: short enough not to delay scrolling and typing noticeably.
 * Much shorter slices would add too many pauses: each takes a quarter of a millisecond, and the
 * largest policies already need dozens.
 */
const SLICE_MS = 20;

/**
 * Runs a task to its end with pauses between slices. The first slice runs synchronously, so that
 * short work is done before the next paint.
 *
 * @throws The reason of `signal` once it is aborted, or any error of the task.
 */
export async function runInSlices<T>(steps: Task<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const end = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await yieldToMain();
  }
}

function yieldToMain(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  // A nested `setTimeout` is delayed by at least 4 ms, but a message is not.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
