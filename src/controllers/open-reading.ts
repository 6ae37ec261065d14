import type { ReadingState } from '../core/storage/reading-state.ts';
import { openStored, type Baseline, type Reading } from '../core/storage/snapshot.ts';
import type { VisitStorage } from '../browser/visit-storage.ts';
import type { RememberReason } from '../events.ts';
import type { DwellTimer, Environment } from './dwell-timer.ts';
import type { RenderingHost } from './host.ts';
import { ReadRecord } from './read-record.ts';

/** The objects that an open reading uses. */
export interface ReadingContext {
  readonly host: RenderingHost;
  readonly environment: Environment;
  readonly timer: DwellTimer;
  /**
   * Maps each storage key to the day of the reading that was stored before this page view, or null.
   */
  readonly lastSeen: Map<string, string | null>;
  /** Dispatches `policy-remember`. Returns false if it was cancelled. */
  readonly mayRemember: (reason: RememberReason) => boolean;
}

/**
 * The memory of one policy while the policy is on screen: the reading of an earlier visit, and the
 * reading of this visit, which is stored once the policy counts as read.
 */
export class OpenReading {
  /** The earlier reading, or null on a first visit. */
  baseline: Baseline | null = null;
  /**
   * The change that another tab, or another element with the same key, made to the stored reading.
   */
  externalChange: 'no' | 'read' | 'forgot' = 'no';

  readonly #context: ReadingContext;
  readonly #record: ReadRecord;
  #isUnchanged = false;
  #isForgotten: boolean;
  #isRefused = false;
  /** Whether the policy counts as read, so that the reading is stored when the visitor leaves. */
  #isDue = false;
  /** Whether nothing more is stored unless the visitor asks for it. */
  #isClosed = true;
  #unwatch: (() => void) | undefined;

  constructor(
    context: ReadingContext,
    visits: VisitStorage,
    found: string | null,
    isForgotten: boolean,
  ) {
    this.#context = context;
    this.#record = new ReadRecord(visits, found, context.environment.today);
    this.#isForgotten = isForgotten;
  }

  /** Decompresses the earlier reading. Never rejects. */
  async openBaseline(): Promise<void> {
    const { lastSeen, host } = this.#context;
    const baseline = await this.#record.open().catch(() => null);
    if (this.#isForgotten) return;
    this.baseline = baseline;
    if (!lastSeen.has(this.id)) lastSeen.set(this.id, baseline?.seenOn ?? null);
    host.requestUpdate();
  }

  /** Identifies the storage and key of this reading. */
  get id(): string {
    return this.#record.visits.id;
  }

  /** Day of the last reading before this page view (ISO 8601), or null. */
  get lastSeen(): string | null {
    return this.#context.lastSeen.get(this.id) ?? null;
  }

  /**
   * Whether storage is available: neither blocked by the browser nor turned off by
   * `storage="none"`.
   */
  get isAvailable(): boolean {
    return this.#record.visits.available;
  }

  /** Whether anything about this visit may be stored, or null if that is not decided yet. */
  get canPersist(): boolean | null {
    if (this.#isRefused || this.#isForgotten) return false;
    return this.#record.stored ? true : null;
  }

  /** Whether the visitor deleted the reading. */
  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  /** State for the views, or null if storage is not available. */
  get state(): ReadingState | null {
    if (!this.isAvailable) return null;
    const { stored, isStored, isTooLong, undo } = this.#record;
    const prev = isStored ? stored?.prev : undefined;
    return {
      lastSeen: this.lastSeen,
      isUnchanged: this.#isUnchanged,
      canShowAgain: prev !== undefined,
      showAgainSince: prev?.seenOn ?? null,
      isForgotten: this.#isForgotten,
      isTooLong,
      storedOn: stored && stored.seenOn,
      canUndo: undo !== null,
    };
  }

  /** Whether `text` is exactly the text of the earlier reading. */
  matches(text: string): boolean {
    return this.baseline?.text === text;
  }

  /**
   * Sets the text on screen and starts timing its reading.
   *
   * @param isUnchanged Whether comparing with the earlier reading found no changes.
   * @param changed The elements of all changed blocks. Empty if nothing changed, on a first visit,
   * and when comparing with `previous-src`.
   * @param areMarksShown Whether marks are shown. Changed blocks don't count as seen while they are
   * hidden.
   */
  observe(
    shown: Reading,
    isUnchanged: boolean,
    changed: readonly Element[],
    areMarksShown: () => boolean = () => true,
  ): void {
    this.#record.show(shown, isUnchanged);
    this.#isUnchanged = isUnchanged && this.baseline?.seenOn === this.lastSeen;
    this.#isClosed = this.#isForgotten;
    this.checkStorage();
    if (this.#isClosed) return;
    const { host, timer, environment } = this.#context;
    const reason = this.baseline ? 'dwell' : 'first';
    const whenRead = async (): Promise<void> => {
      await this.#record.compress();
      host.requestUpdate();
      if (this.#isClosed) return;
      if (!changed.length) {
        this.#write(reason);
        return;
      }
      // Dispatch `policy-remember` now, because the element may no longer be in the page when the
      // visitor leaves.
      this.#isDue = this.#mayRemember(reason);
      if (!environment.isVisible()) this.leave();
    };
    timer.start(boxOf(host), changed, whenRead, areMarksShown);
  }

  /**
   * Records an action that only a visitor performs: using the contents or a toggle, copying,
   * printing.
   */
  noteInteraction(): void {
    this.#context.timer.noteInteraction();
  }

  /**
   * Stores the text on screen. Stores it uncompressed at once, in case the visitor leaves right
   * away, and compresses it afterwards. Returns false if storing was cancelled or failed.
   */
  async markAsRead(): Promise<boolean> {
    this.close();
    if (this.#write('explicit')) {
      this.#isForgotten = false;
      void this.#record.compressStored().then(() => this.#context.host.requestUpdate());
      return true;
    }
    if (this.#isRefused) return false;
    // A long text may fit only in compressed form.
    await this.#record.compress();
    if (!this.#write('explicit')) return false;
    this.#isForgotten = false;
    return true;
  }

  /** Undoes "Mark as read". Returns false if that is no longer possible. */
  undo(): boolean {
    this.#context.host.requestUpdate();
    return this.#record.undoWrite();
  }

  /** Deletes the stored reading, and stores nothing more in this page view. */
  forget(): void {
    this.close();
    this.baseline = null;
    this.#context.lastSeen.clear();
    this.#isForgotten = this.#record.erase();
    this.#context.host.requestUpdate();
  }

  /**
   * Returns the reading before the stored one, or null. The policy can be compared with it again.
   */
  async readingBefore(): Promise<Baseline | null> {
    const prev = this.#record.stored?.prev;
    return prev ? openStored(prev, this.#context.environment.today()) : null;
  }

  /** Watches for changes that other tabs and elements make to the stored value. */
  watch(): void {
    const { events } = this.#context.environment;
    this.#unwatch?.();
    this.#unwatch = this.#record.visits.watch(() => this.checkStorage(), events);
  }

  /** Ends {@link watch}. */
  unwatch(): void {
    this.#unwatch?.();
  }

  /** Stops timing this reading. */
  close(): void {
    this.#context.timer.stop();
    this.#isDue = false;
    this.#isClosed = true;
  }

  /** Stores the reading if the policy counts as read. Called when the page is hidden. */
  leave(): void {
    if (this.#isDue) this.#record.write(false, () => true);
    this.#isDue = false;
  }

  /** Makes "Mark as read" final. Called when the visitor leaves the page. */
  dropUndo(): void {
    if (!this.#record.undo) return;
    this.#record.undo = null;
    this.#context.host.requestUpdate();
  }

  /**
   * Checks whether another tab or element changed the stored value. The text on screen stays as it
   * is.
   */
  checkStorage(): void {
    const change = this.#record.externalChange();
    const hasMarks = this.baseline !== null && !this.#isUnchanged;
    this.externalChange = change === 'read' && !hasMarks ? 'no' : change;
    if (change !== 'no') this.close();
    this.#context.host.requestUpdate();
  }

  #write(reason: RememberReason): boolean {
    this.#context.host.requestUpdate();
    return this.#record.write(reason === 'explicit', () => this.#mayRemember(reason));
  }

  #mayRemember(reason: RememberReason): boolean {
    const { host, mayRemember } = this.#context;
    this.#isRefused = !(host.isConnected && mayRemember(reason));
    if (this.#isRefused) this.close();
    return !this.#isRefused;
  }
}

/**
 * Returns the rendered base of the element. Unlike the element itself, it has a box even if the
 * element has `display: contents`. Returns the element before the base is rendered.
 */
function boxOf(host: RenderingHost): Element {
  return host.sectionRoot.querySelector('[part~="base"]') ?? host;
}
