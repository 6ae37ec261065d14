/** Long work cut into steps, so that whoever drives it can let the page breathe in between. */

/** Work that yields wherever it may be interrupted, and returns its result. */
export type Task<T> = Generator<void, T, void>;

/** Runs all steps at once. */
export function runSync<T>(steps: Task<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
