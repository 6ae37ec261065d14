/** Passes the time of the real page, so that a test of the whole element need not wait for it. */

/** How often the element looks at its clock; other timers of the page are left alone. */
const TICK_MS = 250;

/** The time and the visibility of this page, in the hands of a test. */
export class PageTime {
  readonly #interval = setInterval.bind(globalThis);
  readonly #clear = clearInterval.bind(globalThis);
  readonly #ticks = new Map<number, () => void>();
  #now = performance.now();
  #visibility: DocumentVisibilityState = 'visible';

  /** Stops the time until {@link restore}. */
  constructor() {
    performance.now = () => this.#now;
    const set = (action: () => void, delay?: number): number => {
      if (delay !== TICK_MS) return this.#interval(action, delay) as unknown as number;
      const id = -1 - this.#ticks.size - Math.round(this.#now);
      this.#ticks.set(id, action);
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

  /** Lets the page's own time run again. */
  restore(): void {
    Reflect.deleteProperty(performance, 'now');
    Reflect.deleteProperty(document, 'visibilityState');
    Object.assign(globalThis, { setInterval: this.#interval, clearInterval: this.#clear });
  }

  /** Lets time pass, tick by tick, with a reader who moves a hand now and then. */
  pass(milliseconds: number): void {
    dispatchEvent(new Event('pointermove'));
    for (const end = this.#now + milliseconds; this.#now < end;) {
      this.#now += TICK_MS;
      for (const tick of this.#ticks.values()) tick();
    }
  }

  /** Puts the page out of sight, or back into it. */
  show(visible: boolean): void {
    this.#visibility = visible ? 'visible' : 'hidden';
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }

  /** Does to the page what leaving it does, and comes back to it as if anew. */
  leave(): void {
    this.show(false);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    this.#visibility = 'visible';
  }
}
