import { countWords } from '../core/model/reading-time.ts';
import { isPageVisible } from '../browser/dom/unclobbered.ts';
import { today } from '../browser/page.ts';

/** The parts of the browser that this module uses. Tests replace them to control the time. */
export interface Environment {
  /** Returns a monotonic time in milliseconds. */
  readonly now: () => number;
  /** Returns today's date in the visitor's time zone (ISO 8601). */
  readonly today: () => string;
  /**
   * Calls `action` repeatedly, at an interval in milliseconds. Returns a function that stops it.
   */
  readonly repeat: (action: () => void, milliseconds: number) => () => void;
  /** Whether the page is visible. */
  readonly isVisible: () => boolean;
  /** Target of input, `scroll`, `pagehide`, `pageshow`, `storage` and `visibilitychange` events. */
  readonly events: EventTarget;
}

/** Milliseconds between two measurements, well below {@link MIN_BLOCK_MS}. */
const TICK_MS = 250;

/**
 * Maximum milliseconds that count for one tick. If more time has passed, the tick was delayed, and
 * the visitor may have been away.
 */
const MAX_STEP_MS = 1000;

/** Milliseconds without input after which the visitor is assumed to be away. */
const IDLE_MS = 60_000;

/**
 * An unchanged text counts as read after it was visible for this many milliseconds, or earlier if
 * the visitor scrolled through {@link SCROLLED_SHARE} of it.
 */
const DWELL_MS = 5000;
const SCROLLED_SHARE = 0.25;

/**
 * Milliseconds to skim one word of a changed block. The time for a block is limited by the next two
 * constants.
 */
const MS_PER_WORD = 1000 / 8;
const MIN_BLOCK_MS = 1000;
const MAX_BLOCK_MS = 8000;

/**
 * Intersection thresholds in steps of 5 %. They are fine enough that even a block ten times as high
 * as the viewport is reported once it fills half of the viewport.
 */
const THRESHOLDS = Array.from({ length: 21 }, (_, step) => step / 20);

/**
 * Events that show that a visitor is present. `scroll` is included, although a link into the page
 * also causes it.
 */
const INPUTS = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'];

/** Returns the environment of a real page. */
export function browserEnvironment(): Environment {
  return {
    now: () => performance.now(),
    today,
    repeat(action, milliseconds) {
      const timer = setInterval(action, milliseconds);
      return () => clearInterval(timer);
    },
    isVisible: () =>
      isPageVisible() && !(document as Document & { prerendering?: boolean }).prerendering,
    events: window,
  };
}

/**
 * Measures how long a policy was visible to an active visitor, and reports when it counts as read.
 */
export class DwellTimer {
  readonly #environment: Environment;
  #policy: Element | null = null;
  /** The blocks that have not been visible for long enough, each with the milliseconds left. */
  #unseen = new Map<Element, number>();
  #whenRead = () => {};
  #hasMarks = () => true;
  #inView = new Set<Element>();
  #observer: IntersectionObserver | null = null;
  #stopTicking = () => {};
  #hadInput = false;
  #lastInput = 0;
  #lastTick = 0;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /**
   * Starts measuring a text. Calls `whenRead` once: when all blocks in `changed` were seen or, if
   * there are none, when the whole text counts as read. While `hasMarks` returns false, blocks do
   * not count as seen.
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

  /** Stops measuring. */
  stop(): void {
    this.pause();
    this.#policy = null;
  }

  /** Pauses the measurement, for example while the policy is out of the document. */
  pause(): void {
    this.#stopTicking();
    this.#observer?.disconnect();
    this.#observer = null;
    for (const type of INPUTS) this.#environment.events.removeEventListener(type, this);
  }

  /** Resumes after {@link pause}. */
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

  /**
   * Records an action that only a visitor performs. An unchanged text then counts as read at once.
   * Changed blocks do not, because the action does not prove that they were seen.
   */
  noteInteraction(): void {
    if (this.#policy && this.#unseen.has(this.#policy)) this.#finish();
  }

  handleEvent({ type }: Event): void {
    this.#lastInput = this.#environment.now();
    this.#hadInput ||= type !== 'scroll';
  }

  /**
   * Updates which elements are in view. A changed block is in view if at least half of it is
   * visible, or if it fills half of the viewport.
   */
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
      // Check visibility, because engines disagree on whether text hidden by `hidden="until-found"`
      // intersects. Browsers without `checkVisibility` do not support `until-found` either.
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
