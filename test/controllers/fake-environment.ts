/** A page whose time, visibility and input are passed by the test, so that nothing has to sleep. */

import type { Environment } from '../../src/controllers/dwell-timer.ts';

/** Surroundings that stand still until they are told otherwise. */
export class PassingTime implements Environment {
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

  /** Whether anything still waits for time to pass. */
  get isWatched(): boolean {
    return this.#actions.size > 0;
  }

  /** Lets time pass, tick by tick. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    while (this.#now < end) {
      const step = Math.min(...this.#actions.values(), end - this.#now);
      this.#now += step;
      for (const action of this.#actions.keys()) action();
    }
  }

  /** Lets time pass without a tick, as when the computer sleeps. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Shows or hides the page. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.fire('visibilitychange');
  }

  /** Fires an event as the window would. */
  fire(type: string, init: object = {}): void {
    this.events.dispatchEvent(Object.assign(new Event(type), init));
  }
}

/** Waits until the browser has told every observer made before this what is in view. */
export async function placed(): Promise<void> {
  // In the frame in which one observer is told, others may be told after it; in the next they were.
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
