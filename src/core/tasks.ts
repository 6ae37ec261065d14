/** Tasks: long computations as generators, which can pause so that the page stays responsive. */

/** A computation that yields where it may pause, and returns its result. */
export type Task<T> = Generator<void, T, void>;

/** Runs a task to its end without pausing. */
export function runSync<T>(steps: Task<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
