import type { ReactiveController } from 'lit';
import type { VisitStorage } from '../browser/visit-storage.ts';
import { PolicyRememberEvent } from '../events.ts';
import { browserEnvironment, DwellTimer, type Environment } from './dwell-timer.ts';
import type { RenderingHost } from './host.ts';
import { OpenReading } from './open-reading.ts';

const EVENTS = ['visibilitychange', 'pagehide', 'pageshow'];

/** Opens stored readings, and notifies them when the page is hidden or another tab changes them. */
export class ReadTracker implements ReactiveController {
  /** The reading that was opened last, or null. */
  current: OpenReading | null = null;

  readonly #host: RenderingHost;
  readonly #environment: Environment;
  readonly #timer: DwellTimer;
  /**
   * Maps each storage key to the day of the last reading before this page view. Readings that this
   * page view stores don't count.
   */
  readonly #lastSeen = new Map<string, string | null>();

  constructor(host: RenderingHost, environment: Environment = browserEnvironment()) {
    this.#host = host;
    this.#environment = environment;
    this.#timer = new DwellTimer(this.#environment);
    host.addController(this);
  }

  /**
   * Opens the reading in a value that was found in storage, and closes the one that was open
   * before. Never rejects.
   */
  async open(visits: VisitStorage, found: string | null): Promise<OpenReading> {
    const { current } = this;
    const isSame = current?.id === visits.id;
    if (!isSame) current?.leave();
    current?.close();
    current?.unwatch();
    const context = {
      host: this.#host,
      environment: this.#environment,
      timer: this.#timer,
      lastSeen: this.#lastSeen,
      mayRemember: (reason: PolicyRememberEvent['reason']) =>
        this.#host.dispatchEvent(new PolicyRememberEvent(reason)),
    };
    const reading = new OpenReading(context, visits, found, isSame && current.isForgotten);
    this.current = reading;
    if (this.#host.isConnected) reading.watch();
    await reading.openBaseline();
    return reading;
  }

  hostConnected(): void {
    for (const type of EVENTS) this.#environment.events.addEventListener(type, this);
    this.current?.watch();
    this.current?.checkStorage();
    this.#timer.resume();
  }

  hostDisconnected(): void {
    for (const type of EVENTS) this.#environment.events.removeEventListener(type, this);
    this.current?.unwatch();
    this.#timer.pause();
    // If the element was only moved, it is connected again by then.
    queueMicrotask(() => this.#host.isConnected || this.current?.leave());
  }

  handleEvent(event: Event): void {
    if (event.type === 'pageshow') {
      // Storage events do not reach pages in the back-forward cache.
      if ((event as PageTransitionEvent).persisted) this.current?.checkStorage();
      return;
    }
    const isPageHidden = event.type === 'pagehide';
    if (isPageHidden || !this.#environment.isVisible()) this.current?.leave();
    if (isPageHidden) this.current?.dropUndo();
  }
}
