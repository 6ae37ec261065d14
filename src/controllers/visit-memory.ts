import { VisitStorage, type StorageKind } from '../browser/visit-storage.ts';
import { whileConnected, type RenderingHost } from './host.ts';
import type { OpenReading } from './open-reading.ts';
import type { ReadTracker } from './read-tracker.ts';

/** The storage for a visit, and the value that was found in it. */
interface FoundVisit {
  readonly visits: VisitStorage;
  readonly value: string | null;
}

/**
 * Remembers visits. If an earlier visit is stored, the code for readings loads along with the
 * policy. Otherwise {@link VisitMemory.load} loads it later: when the text is on screen, or when
 * the visitor asks for something that needs it.
 */
export class VisitMemory {
  readonly #host: RenderingHost;
  #tracker: ReadTracker | null = null;
  #found: FoundVisit | null = null;
  #loading: Promise<OpenReading | null> | null = null;
  /** Whether an action was recorded that only a visitor performs. */
  #wasUsed = false;

  constructor(host: RenderingHost) {
    this.#host = host;
    whileConnected(host, (signal) => {
      const note = (): void => this.noteInteraction();
      host.addEventListener('copy', note, { signal });
      addEventListener('beforeprint', note, { signal });
    });
  }

  /** The reading of the policy on screen, or null until it is open. */
  get reading(): OpenReading | null {
    return this.#tracker?.current ?? null;
  }

  /** Whether anything about this visit may be stored, or null if that is not decided yet. */
  get canPersist(): boolean | null {
    return this.reading?.canPersist ?? null;
  }

  /** Whether the browser allows the page to remember visits. */
  get isAvailable(): boolean {
    return this.reading?.isAvailable ?? this.#found?.visits.available ?? false;
  }

  /**
   * Opens the reading stored under a key. Returns null if nothing is stored, or if the code for
   * readings could not be loaded. The policy is shown in any case.
   */
  async open(key: string, storage: StorageKind): Promise<OpenReading | null> {
    const visits = new VisitStorage(key, storage);
    const value = visits.read();
    this.#found = { visits, value };
    this.#loading = null;
    this.#wasUsed = false;
    return value === null && !this.#tracker ? null : this.load();
  }

  /**
   * Loads the code for readings if necessary. Returns the reading, or null if visits cannot be
   * remembered.
   */
  load(): Promise<OpenReading | null> {
    const loading = (this.#loading ??= this.#load().catch(() => {
      // The next call tries again.
      if (this.#loading === loading) this.#loading = null;
      return null;
    }));
    return loading;
  }

  /** Closes the reading, because no policy is on screen any more. */
  close(): void {
    this.#found = null;
    this.#loading = null;
    void this.#tracker?.open(new VisitStorage('', 'none'), null);
  }

  /**
   * Records an action that only a visitor performs: using the contents or a toggle, copying,
   * printing.
   */
  noteInteraction(): void {
    this.#wasUsed = true;
    this.reading?.noteInteraction();
  }

  /** Records again an action that was performed before the timing of the reading started. */
  noteEarlierInteraction(): void {
    if (this.#wasUsed) this.noteInteraction();
  }

  async #load(): Promise<OpenReading | null> {
    const found = this.#found;
    if (!found || (!this.#tracker && !found.visits.available)) return null;
    if (!this.#tracker) {
      const { ReadTracker } = await import('./read-tracker.ts');
      if (this.#found !== found) return null;
      this.#tracker ??= new ReadTracker(this.#host);
    }
    return this.#tracker.open(found.visits, found.value);
  }
}
