import { VisitStorage, type StorageKind } from '../browser/visit-storage.ts';
import { whileConnected, type RenderingHost } from './host.ts';
import type { OpenReading } from './open-reading.ts';
import type { ReadTracker } from './read-tracker.ts';

/** A place to remember a visit in, and the value that was found there. */
interface FoundVisit {
  readonly visits: VisitStorage;
  readonly value: string | null;
}

/**
 * The memory of visits. Its code is loaded with the policy if something is remembered, and later if
 * not: {@link VisitMemory.load} is called when the text is on screen, or when the visitor asks for
 * something that needs it.
 */
export class VisitMemory {
  readonly #host: RenderingHost;
  #tracker: ReadTracker | null = null;
  #found: FoundVisit | null = null;
  #loading: Promise<OpenReading | null> | null = null;
  /** Whether the visitor did something that only a reader does before there was a reading. */
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

  /** Whether anything of this visit may be stored, or null if the page has not decided yet. */
  get canPersist(): boolean | null {
    return this.reading?.canPersist ?? null;
  }

  /** Whether the browser allows the page to remember visits. */
  get isAvailable(): boolean {
    return this.reading?.isAvailable ?? this.#found?.visits.available ?? false;
  }

  /**
   * Opens the reading stored under a key. Returns null if nothing is stored, or if the code could
   * not be loaded. The policy is shown anyway.
   */
  async open(key: string, storage: StorageKind): Promise<OpenReading | null> {
    const visits = new VisitStorage(key, storage);
    const value = visits.read();
    this.#found = { visits, value };
    this.#loading = null;
    this.#wasUsed = false;
    return value === null && !this.#tracker ? null : this.load();
  }

  /** Loads the code if necessary, and returns the reading or null if there can be none. */
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

  /** Notes an action that only a visitor performs: contents, toggles, copying, printing. */
  noteInteraction(): void {
    this.#wasUsed = true;
    this.reading?.noteInteraction();
  }

  /** Notes again what the visitor did before the reading was timed. */
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
