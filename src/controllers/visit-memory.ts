import type { StorageKind } from '../browser/visit-storage.ts';
import { whileConnected, type RenderingHost } from './host.ts';
import type { OpenReading } from './open-reading.ts';
import type { ReadTracker } from './read-tracker.ts';

/** The memory of visits. Its code is loaded with the first policy. */
export class VisitMemory {
  readonly #host: RenderingHost;
  #tracker: ReadTracker | null = null;

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

  /**
   * Opens the reading stored under a key. Returns null if the load was aborted, or if the code
   * could not be loaded. The policy is still shown then, but nothing is remembered.
   */
  async open(key: string, storage: StorageKind, signal: AbortSignal): Promise<OpenReading | null> {
    try {
      if (!this.#tracker) {
        const { ReadTracker } = await import('./read-tracker.ts');
        if (signal.aborted) return null;
        this.#tracker ??= new ReadTracker(this.#host);
      }
      return await this.#tracker.open(key, storage);
    } catch {
      return null;
    }
  }

  /** Closes the reading, because no policy is on screen any more. */
  close(): void {
    void this.#tracker?.open('', 'none');
  }

  /** Notes an action that only a visitor performs: contents, toggles, copying, printing. */
  noteInteraction(): void {
    this.reading?.noteInteraction();
  }
}
