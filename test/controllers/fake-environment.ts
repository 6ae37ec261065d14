/** Time, visibility and input that a test controls, so that no test has to sleep. */

import type { Environment } from '../../src/controllers/dwell-timer.ts';

/** An environment whose time passes only when a test calls {@link FakeEnvironment.pass}. */
export class FakeEnvironment implements Environment {
  readonly events = new EventTarget();
  day = '2026-11-22';
  #now = 1000;
  #visible = true;
  readonly #actions = new Map<() => void, number>();

  readonly now = () => this.#now;
  readonly today = () => this.day;
  readonly isVisible = () => this.#visible;
  readonly repeat = (action: () => void, milliseconds: number) => {
    this.#actions.set(action, milliseconds);
    return () => void this.#actions.delete(action);
  };

  /** Whether a repeated action is still registered. */
  get hasTimers(): boolean {
    return this.#actions.size > 0;
  }

  /** Advances the time and runs the repeated actions at every tick. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    while (this.#now < end) {
      const step = Math.min(...this.#actions.values(), end - this.#now);
      this.#now += step;
      for (const action of this.#actions.keys()) action();
    }
  }

  /** Advances the time without ticks, as when the computer sleeps. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Shows or hides the page. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.fire('visibilitychange');
  }

  /** Dispatches an event as the window would. */
  fire(type: string, init: object = {}): void {
    this.events.dispatchEvent(Object.assign(new Event(type), init));
  }
}

/** Waits until every IntersectionObserver created before this call has reported. */
export async function waitForIntersections(): Promise<void> {
  // Waits for two frames, because other observers may report after this one in the same frame.
  for (let frame = 0; frame < 2; frame++) {
    await new Promise<void>((resolve) => {
      const observer = new IntersectionObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(document.body);
    });
  }
}
