/** Where a visit may be remembered. */
export type StorageKind = 'local' | 'session' | 'none';

/** Gives a storage; may throw or give null, as browsers do when they are told to keep nothing. */
export type StorageArea = (kind: StorageKind) => Storage | null;

/** Elements of one page are told of each other's writes here: browsers tell other tabs only. */
const neighbours = new Map<VisitStorage, () => void>();

const browserArea: StorageArea = (kind) => (kind === 'session' ? sessionStorage : localStorage);

/** The one value stored for a policy. Never throws, and touches no other key. */
export class VisitStorage {
  /** False once the browser refused the last thing asked of it. */
  available: boolean;

  /** What tells this value from any other. */
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

  /** Reads the value; null when there is none or it may not be read. */
  read(): string | null {
    const value = this.#attempt((storage) => storage.getItem(this.#key));
    return typeof value === 'string' ? value : null;
  }

  /** Replaces the value, or deletes it for null. Where that is refused, what was there stays. */
  write(value: string | null): boolean {
    this.#attempt((storage) =>
      value === null ? storage.removeItem(this.#key) : storage.setItem(this.#key, value),
    );
    if (this.available) {
      for (const [other, changed] of neighbours) {
        if (other !== this && other.id === this.id) changed();
      }
    }
    return this.available;
  }

  /** Calls `changed` when another tab or element may have changed the value, until told to stop. */
  watch(changed: () => void, events: EventTarget): () => void {
    const onStorage = (event: Event) => {
      const { key } = event as StorageEvent;
      // Without a key the whole storage was cleared.
      if (key === this.#key || key === null) changed();
    };
    events.addEventListener('storage', onStorage);
    neighbours.set(this, changed);
    return () => {
      events.removeEventListener('storage', onStorage);
      neighbours.delete(this);
    };
  }

  #attempt<T>(action: (storage: Storage) => T): T | null {
    if (this.#kind === 'none') return null;
    try {
      const storage = this.#area(this.#kind);
      this.available = Boolean(storage);
      return storage && action(storage);
    } catch {
      // Blocked by a setting, by a sandboxed frame, or full: for a visitor it is all the same.
      this.available = false;
      return null;
    }
  }
}
