import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { openStored } from '../core/storage/snapshot.ts';
import type { Baseline } from '../core/storage/snapshot.ts';
import { VisitStorage } from '../browser/visit-storage.ts';
import type { StorageArea, StorageKind } from '../browser/visit-storage.ts';
import { browserEnvironment, DwellTimer } from './dwell-timer.ts';
import type { Environment } from './dwell-timer.ts';
import { ReadRecord } from './read-record.ts';
import type { CurrentReading } from './read-record.ts';

/** Why a reading is remembered. */
export type RememberReason = 'first' | 'dwell' | 'explicit';

/** What the element lends to its memory. */
export interface ReadTrackerOptions {
  /** Dispatches `policy-remember`; false when somebody cancelled it. */
  readonly mayRemember: (reason: RememberReason) => boolean;
  /** The storage to use instead of the browser's, for tests. */
  readonly area?: StorageArea;
  /** Time and visibility, for tests. */
  readonly environment?: Environment;
}

const EVENTS = ['visibilitychange', 'pagehide', 'pageshow'];

/**
 * Remembers what this visitor last read, and decides when a reading counts.
 *
 * The element drives it, in this order:
 *
 * 1. `recall(key, storage)` once the policy has been asked for, so that reading the storage costs
 *    no time that the network does not cost anyway. Then `await recalled`.
 * 2. With the text at hand: `matches(text)` says that nothing changed without reading the old
 *    text; otherwise the old `text` of the baseline is compared. When the load
 *    failed, the text of the baseline is what can be shown instead.
 * 3. `observe(shown, changedBlocks)` after the first render. From now on the reading is timed, and
 *    remembered by itself when it counts.
 * 4. `deliberate()` when the visitor uses contents, toggles, copy or print.
 *
 * It asks the host for an update whenever what it says of itself may have changed.
 */
export class ReadTracker implements ReactiveController {
  /** Resolves to the former reading, or to null; never rejects. */
  recalled: Promise<Baseline | null> = Promise.resolve(null);
  /** The former reading once `recalled` has resolved. */
  baseline: Baseline | null = null;
  /** What another tab, or another element with the same key, did meanwhile. */
  externalChange: 'no' | 'read' | 'forgot' = 'no';

  readonly #host: ReactiveControllerHost & Element;
  readonly #options: ReadTrackerOptions;
  readonly #around: Environment;
  readonly #clock: DwellTimer;
  #record: ReadRecord | null = null;
  /** Days of the readings before this page view: what it wrote itself is no former visit. */
  readonly #found = new Map<string | undefined, string | null>();
  #unwatch: (() => void) | undefined;
  #unchanged = false;
  #forgotten = false;
  #isRefused = false;
  /** All changes were seen, and nobody objected: remembered when the visitor leaves. */
  #isDue = false;
  /** Nothing more is remembered by itself. */
  #isOver = true;

  constructor(host: ReactiveControllerHost & Element, options: ReadTrackerOptions) {
    this.#host = host;
    this.#options = options;
    this.#around = options.environment ?? browserEnvironment();
    this.#clock = new DwellTimer(this.#around);
    host.addController(this);
  }

  /** Day of the last reading before this one (ISO 8601), or null. */
  get lastSeen(): string | null {
    return this.#found.get(this.#record?.visits.id) ?? null;
  }

  /** False where the browser does not let the page remember, and for `storage="none"`. */
  get available(): boolean {
    return this.#record?.visits.available ?? false;
  }

  /** Whether anything of this visit may be remembered; null while nobody was asked. */
  get canPersist(): boolean | null {
    if (this.#isRefused || this.#forgotten) return false;
    return this.#record?.stored ? true : null;
  }

  /** What views are told of the memory; null where the browser does not let the page remember. */
  get state(): {
    readonly lastSeen: string | null;
    readonly unchanged: boolean;
    readonly canShowAgain: boolean;
    readonly showAgainSince: string | null;
    readonly forgotten: boolean;
    readonly kept: 'text' | null;
    readonly isTooLong: boolean;
    readonly keptOn: string | null;
    readonly canUndo: boolean;
  } | null {
    if (!this.#record || !this.available) return null;
    const { stored, isStored, undo } = this.#record;
    const prev = isStored ? stored?.prev : undefined;
    return {
      lastSeen: this.lastSeen,
      unchanged: this.#unchanged,
      canShowAgain: prev !== undefined,
      showAgainSince: prev?.seenOn ?? null,
      forgotten: this.#forgotten,
      kept: stored && 'text',
      isTooLong: this.#record.isTooLong,
      keptOn: stored && stored.seenOn,
      canUndo: undo !== null,
    };
  }

  hostConnected(): void {
    const { events } = this.#around;
    for (const type of EVENTS) events.addEventListener(type, this);
    this.#unwatch = this.#record?.visits.watch(() => this.#checkStorage(), events);
    this.#checkStorage();
    this.#clock.resume();
  }

  hostDisconnected(): void {
    for (const type of EVENTS) this.#around.events.removeEventListener(type, this);
    this.#unwatch?.();
    this.#clock.pause();
    // A node that is only moved is connected again by then; one that is gone was left for good.
    queueMicrotask(() => this.#host.isConnected || this.#leave());
  }

  handleEvent(event: Event): void {
    if (event.type === 'pageshow') {
      // Storage events do not reach a page in the back-forward cache.
      if ((event as PageTransitionEvent).persisted) this.#checkStorage();
      return;
    }
    const isPageHidden = event.type === 'pagehide';
    if (isPageHidden || !this.#around.isVisible()) this.#leave();
    if (isPageHidden && this.#record?.undo) {
      this.#record.undo = null;
      this.#host.requestUpdate();
    }
  }

  /** Starts looking up what is remembered under `key`; what was observed before is over. */
  open(key: string, storage: StorageKind): void {
    const { events, today } = this.#around;
    const visits = new VisitStorage(key, storage, this.#options.area);
    if (this.#record?.visits.id !== visits.id) {
      this.#leave();
      this.#forgotten = false;
    }
    this.#end();
    this.#unwatch?.();
    this.#unchanged = false;
    this.baseline = null;
    this.externalChange = 'no';
    const record = new ReadRecord(visits, today);
    this.#record = record;
    if (this.#host.isConnected) this.#unwatch = visits.watch(() => this.#checkStorage(), events);
    this.recalled = record.open().then((baseline) => {
      if (record !== this.#record || this.#forgotten) return null;
      this.baseline = baseline;
      if (!this.#found.has(visits.id)) this.#found.set(visits.id, baseline?.seenOn ?? null);
      this.#host.requestUpdate();
      return baseline;
    });
  }

  /** Tells whether `text` is the very text of the former reading. */
  matches(text: string): boolean {
    return this.baseline?.text === text;
  }

  /**
   * Starts timing a reading.
   *
   * @param changed The elements of all changed blocks, compared with the visitor's own former
   *   reading; empty when nothing changed, on a first visit, and for `previous-src`.
   * @param hasMarks Whether marks are shown; changed blocks are not seen while they are not.
   */
  observe(shown: CurrentReading, changed: readonly Element[], hasMarks?: () => boolean): void {
    const record = this.#record;
    if (!record) return;
    record.show(shown);
    this.#unchanged = record.isUnchanged && this.baseline?.seenOn === this.lastSeen;
    this.#isOver = this.#forgotten;
    this.#checkStorage();
    if (this.#isOver) return;
    const reason = this.baseline ? 'dwell' : 'first';
    const whenRead = async (): Promise<void> => {
      await record.prepare();
      this.#host.requestUpdate();
      if (this.#isOver || record !== this.#record) return;
      if (!changed.length) {
        this.#write(reason);
        return;
      }
      // Asked while the element can be heard: when it is left, it may be out of the page already.
      this.#isDue = this.#mayRemember(reason);
      if (!this.#around.isVisible()) this.#leave();
    };
    this.#clock.start(this.#host, changed, whenRead, hasMarks);
  }

  /** Notes a use that only a reader makes: contents, toggles, copying, printing. */
  deliberate(): void {
    this.#clock.noteInteraction();
  }

  /** Remembers the text on screen at once; false when that was refused or failed. */
  async markAsRead(): Promise<boolean> {
    this.#end();
    const record = this.#record;
    await record?.prepare();
    if (record !== this.#record || !this.#write('explicit')) return false;
    this.#forgotten = false;
    return true;
  }

  /** Takes "Mark as read" back; false when it is too late. */
  undo(): boolean {
    this.#host.requestUpdate();
    return this.#record?.undoWrite() ?? false;
  }

  /** Deletes what is remembered under this key, and remembers nothing more of this page view. */
  forget(): void {
    this.#end();
    this.baseline = null;
    this.#found.clear();
    this.#forgotten = this.#record?.erase() ?? false;
    this.#host.requestUpdate();
  }

  /** Gives the reading before the one remembered, to compare with once more; null when gone. */
  async showAgain(): Promise<Baseline | null> {
    const prev = this.#record?.stored?.prev;
    return prev ? openStored(prev, this.#around.today()) : null;
  }

  #end(): void {
    this.#clock.stop();
    this.#isDue = false;
    this.#isOver = true;
  }

  /** The page goes out of sight: what was read counts from now on. */
  #leave(): void {
    if (this.#isDue) this.#record?.write(false, () => true);
    this.#isDue = false;
  }

  #write(reason: RememberReason): boolean {
    this.#host.requestUpdate();
    return this.#record?.write(reason === 'explicit', () => this.#mayRemember(reason)) ?? false;
  }

  #mayRemember(reason: RememberReason): boolean {
    this.#isRefused = !(this.#host.isConnected && this.#options.mayRemember(reason));
    if (this.#isRefused) this.#end();
    return !this.#isRefused;
  }

  /** Looks at what others made of the value. The text on screen stays as it is. */
  #checkStorage(): void {
    const did = this.#record?.isExternalChange() ?? 'no';
    const hasMarks = this.baseline !== null && !this.#unchanged;
    this.externalChange = did === 'read' && !hasMarks ? 'no' : did;
    if (did !== 'no') this.#end();
    this.#host.requestUpdate();
  }
}
