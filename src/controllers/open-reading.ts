import { openStored, type Baseline, type Reading } from '../core/storage/snapshot.ts';
import type { VisitStorage } from '../browser/visit-storage.ts';
import type { RememberReason } from '../events.ts';
import type { DwellTimer, Environment } from './dwell-timer.ts';
import type { RenderingHost } from './host.ts';
import { ReadRecord } from './read-record.ts';

/** What the views say about the memory of visits. */
export interface ReadingState {
  readonly lastSeen: string | null;
  readonly unchanged: boolean;
  readonly canShowAgain: boolean;
  readonly showAgainSince: string | null;
  readonly forgotten: boolean;
  readonly kept: 'text' | null;
  readonly isTooLong: boolean;
  readonly keptOn: string | null;
  readonly canUndo: boolean;
}

/** What a reading needs of the tracker that opened it. */
export interface ReadingContext {
  readonly host: RenderingHost;
  readonly environment: Environment;
  readonly timer: DwellTimer;
  /** Days of the readings found under each key before this page view wrote anything. */
  readonly lastSeen: Map<string, string | null>;
  /** Dispatches `policy-remember`; false when it was cancelled. */
  readonly mayRemember: (reason: RememberReason) => boolean;
}

/**
 * The memory of one policy while it is on screen: the earlier reading under its key, and the reading
 * of this visit, which is stored once it counts.
 */
export class OpenReading {
  /** The earlier reading; null on a first visit. */
  baseline: Baseline | null = null;
  /** What another tab, or another element with the same key, did meanwhile. */
  externalChange: 'no' | 'read' | 'forgot' = 'no';

  readonly #context: ReadingContext;
  readonly #record: ReadRecord;
  #isUnchanged = false;
  #isForgotten: boolean;
  #isRefused = false;
  /** All changes were seen and nobody objected: stored when the visitor leaves. */
  #isDue = false;
  /** Nothing more is stored unless the visitor asks for it. */
  #isClosed = true;
  #unwatch: (() => void) | undefined;

  constructor(context: ReadingContext, visits: VisitStorage, isForgotten: boolean) {
    this.#context = context;
    this.#record = new ReadRecord(visits, context.environment.today);
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

  /** The storage and key of this reading. */
  get id(): string {
    return this.#record.visits.id;
  }

  /** Day of the last reading before this page view (ISO 8601), or null. */
  get lastSeen(): string | null {
    return this.#context.lastSeen.get(this.id) ?? null;
  }

  /** False where the browser does not let the page remember, and for `storage="none"`. */
  get isAvailable(): boolean {
    return this.#record.visits.available;
  }

  /** Whether anything of this visit may be remembered; null while nobody was asked. */
  get canPersist(): boolean | null {
    if (this.#isRefused || this.#isForgotten) return false;
    return this.#record.stored ? true : null;
  }

  /** Whether the visitor had it forgotten. */
  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  /** What the views say; null where the browser does not let the page remember. */
  get state(): ReadingState | null {
    if (!this.isAvailable) return null;
    const { stored, isStored, isTooLong, undo } = this.#record;
    const prev = isStored ? stored?.prev : undefined;
    return {
      lastSeen: this.lastSeen,
      unchanged: this.#isUnchanged,
      canShowAgain: prev !== undefined,
      showAgainSince: prev?.seenOn ?? null,
      forgotten: this.#isForgotten,
      kept: stored && 'text',
      isTooLong,
      keptOn: stored && stored.seenOn,
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
   * @param isUnchanged Whether comparing with the earlier reading found nothing.
   * @param changed The elements of all changed blocks, compared with the visitor's own earlier
   *   reading; empty when nothing changed, on a first visit, and for `previous-src`.
   * @param areMarksShown Whether marks are shown; changed blocks are not seen while they are not.
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
      // Asked while the element can be heard: when it is left, it may be out of the page already.
      this.#isDue = this.#mayRemember(reason);
      if (!environment.isVisible()) this.leave();
    };
    timer.start(boxOf(host), changed, whenRead, areMarksShown);
  }

  /** Notes a use that only a reader makes: contents, toggles, copying, printing. */
  noteInteraction(): void {
    this.#context.timer.noteInteraction();
  }

  /**
   * Stores the text on screen, and compresses it afterwards: what was asked for holds even when the
   * page is left in the same moment. Returns false when that was refused or failed.
   */
  async markAsRead(): Promise<boolean> {
    this.close();
    if (this.#write('explicit')) {
      this.#isForgotten = false;
      void this.#record.compressStored().then(() => this.#context.host.requestUpdate());
      return true;
    }
    if (this.#isRefused) return false;
    // A text that only fits when it is compressed.
    await this.#record.compress();
    if (!this.#write('explicit')) return false;
    this.#isForgotten = false;
    return true;
  }

  /** Takes "Mark as read" back; false when it is too late. */
  undo(): boolean {
    this.#context.host.requestUpdate();
    return this.#record.undoWrite();
  }

  /** Deletes what is remembered, and remembers nothing more of this page view. */
  forget(): void {
    this.close();
    this.baseline = null;
    this.#context.lastSeen.clear();
    this.#isForgotten = this.#record.erase();
    this.#context.host.requestUpdate();
  }

  /** Returns the reading before the one remembered, to compare with it again; null without one. */
  async readingBefore(): Promise<Baseline | null> {
    const prev = this.#record.stored?.prev;
    return prev ? openStored(prev, this.#context.environment.today()) : null;
  }

  /** Follows what other tabs and elements do to the stored value. */
  watch(): void {
    const { events } = this.#context.environment;
    this.#unwatch?.();
    this.#unwatch = this.#record.visits.watch(() => this.checkStorage(), events);
  }

  /** Ends {@link watch}. */
  unwatch(): void {
    this.#unwatch?.();
  }

  /** Ends the timing of this reading. */
  close(): void {
    this.#context.timer.stop();
    this.#isDue = false;
    this.#isClosed = true;
  }

  /** Stores what was read when the page goes out of sight. */
  leave(): void {
    if (this.#isDue) this.#record.write(false, () => true);
    this.#isDue = false;
  }

  /** Makes "Mark as read" final: the page is being left. */
  dropUndo(): void {
    if (!this.#record.undo) return;
    this.#record.undo = null;
    this.#context.host.requestUpdate();
  }

  /** Looks at what others did to the stored value. The text on screen stays as it is. */
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

/** Returns the element, or what it renders where `display: contents` leaves it without a box. */
function boxOf(host: RenderingHost): Element {
  const hasBox = getComputedStyle(host).display !== 'contents';
  return (!hasBox && host.sectionRoot.querySelector('[part~="base"]')) || host;
}
