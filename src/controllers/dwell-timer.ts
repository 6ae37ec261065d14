import { countWords } from '../core/model/reading-time.ts';
import { today } from '../browser/page.ts';

/** What the clock needs of the world around it, so that tests can pass the time themselves. */
export interface Environment {
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
  /** The visitor's calendar day (ISO 8601). */
  readonly today: () => string;
  /** Calls `action` over and over; the result ends it. */
  readonly repeat: (action: () => void, milliseconds: number) => () => void;
  /** Whether the page is in front of the visitor. */
  readonly isVisible: () => boolean;
  /** Where input, `scroll`, `pagehide`, `pageshow`, `storage` and `visibilitychange` arrive. */
  readonly events: EventTarget;
}

/** How often the time is looked at; a fraction of the shortest time that counts. */
const TICK_MS = 250;

/** A tick that comes later than this was held up, and nobody knows who was looking meanwhile. */
const MAX_STEP_MS = 1000;

/** Without input for this long, nobody may be there. */
const IDLE_MS = 60_000;

/** A text that did not change is read after this long, or once so much of it was scrolled by. */
const DWELL_MS = 5000;
const SCROLLED_SHARE = 0.25;

/** A changed block is seen after the time to skim its words, within these limits. */
const MS_PER_WORD = 1000 / 8;
const MIN_BLOCK_MS = 1000;
const MAX_BLOCK_MS = 8000;

/** Steps of a twentieth tell when half a window is filled by a block of up to ten windows. */
const THRESHOLDS = Array.from({ length: 21 }, (_, step) => step / 20);

/** Scrolling shows that somebody is there, yet a link into the page scrolls it without a hand. */
const INPUTS = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'];

/** The real surroundings of a page. */
export function browserEnvironment(): Environment {
  return {
    now: () => performance.now(),
    today,
    repeat(action, milliseconds) {
      const timer = setInterval(action, milliseconds);
      return () => clearInterval(timer);
    },
    isVisible: () =>
      document.visibilityState === 'visible' &&
      !(document as Document & { prerendering?: boolean }).prerendering,
    events: window,
  };
}

/** Measures how long a policy was really looked at, and says when it has been read. */
export class DwellTimer {
  readonly #environment: Environment;
  #policy: Element | null = null;
  /** What was not yet looked at for long enough, with the milliseconds that are missing. */
  #unseen = new Map<Element, number>();
  #whenRead = () => {};
  #hasMarks = () => true;
  #inView = new Set<Element>();
  #observer: IntersectionObserver | null = null;
  #stopTicking = () => {};
  #hadInput = false;
  #lastInput = 0;
  #lastTick = 0;

  constructor(surroundings: Environment) {
    this.#environment = surroundings;
  }

  /**
   * Starts anew. `whenRead` is called once: when all of `changed` was seen, or after a while. Nothing
   * of it is seen while `hasMarks` says that marks are not shown.
   */
  start(
    policy: Element,
    changed: readonly Element[],
    whenRead: () => void,
    hasMarks = () => true,
  ): void {
    this.stop();
    this.#hasMarks = hasMarks;
    this.#policy = policy;
    this.#whenRead = whenRead;
    this.#hadInput = false;
    this.#unseen = new Map(changed.map((block) => [block, minDwellTime(block)]));
    if (!changed.length) this.#unseen.set(policy, DWELL_MS);
    this.resume();
  }

  /** Ends the measuring. */
  stop(): void {
    this.pause();
    this.#policy = null;
  }

  /** Stands still, as while the policy is out of the document. */
  pause(): void {
    this.#stopTicking();
    this.#observer?.disconnect();
    this.#observer = null;
    for (const type of INPUTS) this.#environment.events.removeEventListener(type, this);
  }

  /** Goes on after {@link pause}. */
  resume(): void {
    if (!this.#policy || this.#observer) return;
    const { events, now, repeat } = this.#environment;
    for (const type of INPUTS) events.addEventListener(type, this, { passive: true });
    this.#observer = new IntersectionObserver((entries) => this.#place(entries), {
      threshold: THRESHOLDS,
    });
    for (const target of this.#unseen.keys()) this.#observer.observe(target);
    this.#inView.clear();
    this.#lastInput = this.#lastTick = now();
    this.#stopTicking = repeat(() => this.#tick(), TICK_MS);
  }

  /** Notes a use that only a reader makes; it does not prove that changes were seen. */
  noteInteraction(): void {
    if (this.#policy && this.#unseen.has(this.#policy)) this.#finish();
  }

  handleEvent({ type }: Event): void {
    this.#lastInput = this.#environment.now();
    this.#hadInput ||= type !== 'scroll';
  }

  /** Of a changed block half must be in view, or half a window of it. */
  #place(entries: readonly IntersectionObserverEntry[]): void {
    for (const {
      target,
      isIntersecting,
      intersectionRect,
      boundingClientRect,
      rootBounds,
    } of entries) {
      const whole = Math.min(boundingClientRect.height, rootBounds?.height ?? Infinity);
      const isEnough = target === this.#policy || intersectionRect.height >= whole / 2;
      if (isIntersecting && isEnough) this.#inView.add(target);
      else this.#inView.delete(target);
    }
  }

  #tick(): void {
    const now = this.#environment.now();
    const step = Math.min(now - this.#lastTick, MAX_STEP_MS);
    this.#lastTick = now;
    if (!this.#environment.isVisible() || now - this.#lastInput >= IDLE_MS) return;
    for (const target of this.#inView) {
      const isPolicy = target === this.#policy;
      // Engines differ in whether text hidden by `hidden="until-found"` is in view; those that do
      // not know it cannot be asked either.
      const isShown = isPolicy || (this.#hasMarks() && (target.checkVisibility?.() ?? true));
      if (!isShown) continue;
      const missing = (this.#unseen.get(target) ?? 0) - step;
      this.#unseen.set(target, missing);
      if (missing > 0 && !(isPolicy && this.#isScrolledBy(target))) continue;
      this.#unseen.delete(target);
      this.#inView.delete(target);
      this.#observer?.unobserve(target);
    }
    if (!this.#unseen.size) this.#finish();
  }

  #isScrolledBy(policy: Element): boolean {
    const { top, height } = policy.getBoundingClientRect();
    return this.#hadInput && -top > height * SCROLLED_SHARE;
  }

  #finish(): void {
    this.stop();
    this.#whenRead();
  }
}

function minDwellTime({ textContent }: Element): number {
  const time = countWords(textContent ?? '') * MS_PER_WORD;
  return Math.min(Math.max(time, MIN_BLOCK_MS), MAX_BLOCK_MS);
}
