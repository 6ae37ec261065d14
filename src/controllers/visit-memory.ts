import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Baseline, Reading } from '../core/snapshot.ts';
import type { Surroundings } from './reading-clock.ts';

/** Why a reading is remembered. */
export type RememberReason = 'first' | 'dwell' | 'explicit';

/** What the element lends to its memory. */
export interface MemoryOptions {
  /** Dispatches `policy-remember`; false when somebody cancelled it. */
  readonly mayRemember: (reason: RememberReason) => boolean;
  /** The storage to use instead of the browser's, for tests. */
  readonly area?: (kind: 'local' | 'session') => Storage;
  /** Time and visibility, for tests. */
  readonly surroundings?: Surroundings;
}

/** What the element saw the visitor being shown. */
export interface Shown extends Reading {
  /** Makes the fingerprints of the text; asked only when the text is too large to keep. */
  readonly fingerprints: () => string | Promise<string>;
}

/**
 * Remembers what this visitor last read, and decides when a reading counts.
 *
 * The element drives it, in this order:
 *
 * 1. `recall(key, storage)` once the policy has been asked for, so that reading the storage costs
 *    no time that the network does not cost anyway. Then `await recalled`.
 * 2. With the text at hand: `matches(text)` says that nothing changed without reading the old
 *    text; otherwise the old `text` (or `fingerprints`) of the baseline is compared. When the load
 *    failed, `savedCopy()` is what can be shown instead.
 * 3. `observe(shown, changedBlocks)` after the first render. From now on the reading is timed, and
 *    remembered by itself when it counts.
 * 4. `deliberate()` when the visitor uses contents, toggles, copy or print.
 *
 * It asks the host for an update whenever `state`, `elsewhere`, `canUndo` or `available` changed.
 */
export class VisitMemory implements ReactiveController {
  /** Resolves to the former reading, or to null; never rejects. */
  recalled: Promise<Baseline | null> = Promise.resolve(null);
  /** The former reading once `recalled` has resolved. */
  baseline: Baseline | null = null;
  /** Whether marks are shown; changed blocks are not seen while they are not. */
  marksVisible = true;
  /** What another tab, or another element with the same key, did meanwhile. */
  elsewhere: 'no' | 'read' | 'forgot' = 'no';

  constructor(_host: ReactiveControllerHost & Element, _options: MemoryOptions) {}

  /** Day of the last reading before this one (ISO 8601), or null. */
  get lastSeen(): string | null {
    return this.baseline?.seenOn ?? null;
  }

  /** False where the browser does not let the page remember, and for `storage="none"`. */
  get available(): boolean {
    return false;
  }

  /** Whether "Mark as read" of this page view can be taken back. */
  get canUndo(): boolean {
    return false;
  }

  /** What views are told of the memory; null where the browser does not let the page remember. */
  get state(): {
    lastSeen: string | null;
    unchanged: boolean;
    canShowAgain: boolean;
    forgotten: boolean;
    kept: 'text' | 'fingerprints' | null;
  } | null {
    return null;
  }

  hostConnected(): void {}

  hostDisconnected(): void {}

  /** Starts looking up what is remembered under `key`; what was observed before is over. */
  recall(_key: string, _storage: 'local' | 'session' | 'none'): Promise<Baseline | null> {
    return this.recalled;
  }

  /** Tells whether `text` is the very text of the former reading. */
  matches(_text: string): boolean {
    return false;
  }

  /** Gives the day on which what was announced at the former reading took effect meanwhile. */
  tookEffect(_effective: string | null): string | null {
    return null;
  }

  /** Gives the kept text, for when the policy cannot be loaded. */
  savedCopy(): Baseline | null {
    return null;
  }

  /**
   * Starts timing a reading.
   *
   * @param changed The elements of all changed blocks, compared with the visitor's own former
   *   reading; empty when nothing changed, on a first visit, and for `previous-src`.
   */
  observe(_shown: Shown, _changed: readonly Element[]): void {}

  /** Notes a use that only a reader makes: contents, toggles, copying, printing. */
  deliberate(): void {}

  /** Remembers the text on screen at once. Resolves to false when that was refused or failed. */
  async markAsRead(): Promise<boolean> {
    return false;
  }

  /** Takes "Mark as read" back; false when it is too late. */
  undo(): boolean {
    return false;
  }

  /** Deletes what is remembered under this key, and remembers nothing more of this page view. */
  forget(): void {}

  /** Gives the reading before the one remembered, to compare with once more; null when gone. */
  async showAgain(): Promise<Baseline | null> {
    return null;
  }
}
