/** Controls the time of the page, so that a test of the whole element does not have to wait. */

/** Interval of the dwell timer, in milliseconds. Timers with other intervals run as usual. */
const TICK_MS = 250;

/** The time and the visibility of this page, controlled by a test. */
export class FakePageTime {
  readonly #interval = setInterval.bind(globalThis);
  readonly #clear = clearInterval.bind(globalThis);
  readonly #ticks = new Map<number, () => void>();
  #now = performance.now();
  #visibility: DocumentVisibilityState = 'visible';
  #whenStarted = (): void => {};

  /** Stops time until {@link restore} is called. */
  constructor() {
    performance.now = () => this.#now;
    const set = (action: () => void, delay?: number): number => {
      if (delay !== TICK_MS) return this.#interval(action, delay) as unknown as number;
      const id = -1 - this.#ticks.size - Math.round(this.#now);
      this.#ticks.set(id, action);
      this.#whenStarted();
      return id;
    };
    const clear = (id?: number): void => {
      if (!this.#ticks.delete(id ?? 0)) this.#clear(id);
    };
    Object.assign(globalThis, { setInterval: set, clearInterval: clear });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => this.#visibility,
    });
  }

  /** Restores the real time and visibility. */
  restore(): void {
    Reflect.deleteProperty(performance, 'now');
    Reflect.deleteProperty(document, 'visibilityState');
    Object.assign(globalThis, { setInterval: this.#interval, clearInterval: this.#clear });
  }

  /** Waits until the dwell timer has started. On a first visit, that is when the page is idle. */
  async timerStarted(): Promise<void> {
    if (!this.#ticks.size) await new Promise<void>((resolve) => (this.#whenStarted = resolve));
  }

  /** Moves the pointer, then advances the time tick by tick. */
  pass(milliseconds: number): void {
    dispatchEvent(new Event('pointermove'));
    for (const end = this.#now + milliseconds; this.#now < end;) {
      this.#now += TICK_MS;
      for (const tick of this.#ticks.values()) tick();
    }
  }

  /** Shows or hides the page. */
  show(visible: boolean): void {
    this.#visibility = visible ? 'visible' : 'hidden';
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }

  /** Fires the events that leaving the page causes, then makes the page visible again. */
  leave(): void {
    this.show(false);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    this.#visibility = 'visible';
  }
}
