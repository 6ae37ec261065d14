/** Kinds of storage for a reading. */
export type StorageKind = 'local' | 'session' | 'none';

/** Returns a storage area. May throw or return null, as browsers do if storage is blocked. */
export type StorageArea = (kind: StorageKind) => Storage | null;

/**
 * The instances in this page that watch their value, with their callbacks. A page gets no `storage`
 * events for its own writes.
 */
const watchers = new Map<VisitStorage, () => void>();

const browserArea: StorageArea = (kind) => (kind === 'session' ? sessionStorage : localStorage);

/** Accesses the stored value of one policy. Never throws, and uses no other key. */
export class VisitStorage {
  /** Whether the last access succeeded. */
  available: boolean;

  /** Identifies the value: area and key. */
  readonly id: string;

  readonly #key: string;
  readonly #kind: StorageKind;
  readonly #area: StorageArea;

  constructor(policyKey: string, kind: StorageKind, area: StorageArea = browserArea) {
    this.#key = 'privacy-policy:' + policyKey;
    this.#kind = kind;
    this.id = kind + this.#key;
    this.#area = area;
    this.available = kind !== 'none';
  }

  /** Returns the value, or null if it does not exist or cannot be read. */
  read(): string | null {
    const value = this.#attempt((storage) => storage.getItem(this.#key));
    return typeof value === 'string' ? value : null;
  }

  /**
   * Replaces the value, or deletes it if null. If the browser refuses, the old value stays. Returns
   * whether the write succeeded.
   */
  write(value: string | null): boolean {
    this.#attempt((storage) =>
      value === null ? storage.removeItem(this.#key) : storage.setItem(this.#key, value),
    );
    if (this.available) {
      for (const [other, changed] of watchers) {
        if (other !== this && other.id === this.id) changed();
      }
    }
    return this.available;
  }

  /**
   * Calls `changed` when another tab or element may have changed the value. Returns a function that
   * stops watching.
   */
  watch(changed: () => void, events: EventTarget): () => void {
    const onStorage = (event: Event) => {
      const { key } = event as StorageEvent;
      // A null key means that the whole storage was cleared.
      if (key === this.#key || key === null) changed();
    };
    events.addEventListener('storage', onStorage);
    watchers.set(this, changed);
    return () => {
      events.removeEventListener('storage', onStorage);
      watchers.delete(this);
    };
  }

  #attempt<T>(action: (storage: Storage) => T): T | null {
    if (this.#kind === 'none') return null;
    try {
      const storage = this.#area(this.#kind);
      this.available = Boolean(storage);
      return storage && action(storage);
    } catch {
      // Storage is full, or blocked by a setting or a sandboxed frame.
      this.available = false;
      return null;
    }
  }
}
