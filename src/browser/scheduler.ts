/** Runs long work in slices, so that the page stays responsive. */

import type { Task } from '../core/tasks.ts';

/**
 * Maximum length of a slice in milliseconds: short enough not to delay scrolling and typing
 * noticeably. Much shorter slices would add too many pauses: each takes a quarter of a millisecond,
 * and the largest policies already need dozens.
 */
const SLICE_MS = 15;

/**
 * Milliseconds after which work counts as the start of another task. Work that begins sooner after
 * other work shares its slice, because promises let both run in the same task.
 */
const SAME_TASK_MS = 1;

let sliceStart = 0;
let lastStep = -Infinity;

/**
 * Runs a task to its end with pauses between slices. The first slice runs synchronously, so that
 * short work is done before the next paint.
 *
 * @throws The reason of `signal` once it is aborted, or any error of the task.
 */
export async function runInSlices<T>(steps: Task<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const now = performance.now();
    if (now - lastStep > SAME_TASK_MS) sliceStart = now;
    do {
      const step = steps.next();
      lastStep = performance.now();
      if (step.done) return step.value;
    } while (lastStep < sliceStart + SLICE_MS);
    await pause();
  }
}

/**
 * Ends the current slice if it has already taken a while, so that work which cannot pause gets a
 * task of its own.
 */
export async function startSlice(): Promise<void> {
  if (performance.now() - sliceStart > SLICE_MS / 4) await pause();
}

/** Ends the current slice. Resolves in a new task, after input and other tasks that are waiting. */
export async function pause(): Promise<void> {
  await yieldToMain();
  lastStep = -Infinity;
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
