import type { StorageKind } from '../browser/visit-storage.ts';
import { whileConnected, type RenderingHost } from './host.ts';
import type { OpenReading } from './open-reading.ts';
import type { ReadTracker } from './read-tracker.ts';

/** The memory of visits, whose code is loaded when a policy is first asked for. */
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

  /** The reading of the policy on screen; null until its memory is open. */
  get reading(): OpenReading | null {
    return this.#tracker?.current ?? null;
  }

  /** Whether anything of this visit may be remembered; null while nobody was asked. */
  get canPersist(): boolean | null {
    return this.reading?.canPersist ?? null;
  }

  /**
   * Opens what is remembered under a key. Returns null when that is no longer wanted, or when the
   * code could not be loaded: nothing is remembered then, but the policy is shown all the same.
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

  /** Closes the reading, because there is no policy any more. */
  close(): void {
    void this.#tracker?.open('', 'none');
  }

  /** Notes a use that only a reader makes: contents, toggles, copying, printing. */
  noteInteraction(): void {
    this.reading?.noteInteraction();
  }
}
