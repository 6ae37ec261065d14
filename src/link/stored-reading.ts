/** Reads the parts of a stored reading that the link needs. */

/** Where a reading is stored. */
export type LinkStorage = 'local' | 'session' | 'none';

/** A stored reading of a policy. */
export interface StoredVisit {
  /** Day of the reading (ISO 8601). */
  readonly seenOn: string;
  /** Hash of the text that was read. See `hashText` in `core/storage/hash-text.ts`. */
  readonly hash: string;
  /** Hash of the version whose notice was dismissed, or undefined. */
  readonly dismissed?: string;
}

/** Prefix of the storage keys of `<privacy-policy>`. */
const PREFIX = 'privacy-policy:';

/**
 * Returns the storage key that `<privacy-policy>` uses for an address: the address without query
 * and hash.
 */
export function keyOf({ origin, protocol, pathname }: URL): string {
  return (origin === 'null' ? protocol : origin) + pathname;
}

/** Returns the value under a policy's key, or null. Never throws, never writes. */
export function readStorage(kind: LinkStorage, key: string): string | null {
  try {
    return kind === 'none' ? null : areaOf(kind).getItem(PREFIX + key);
  } catch {
    // The browser does not allow the page to use storage.
    return null;
  }
}

/** Replaces the value under a policy's key, if the browser allows it. */
export function writeStorage(kind: LinkStorage, key: string, value: string): void {
  try {
    areaOf(kind).setItem(PREFIX + key, value);
  } catch {
    // Storage is full or blocked. The notice comes back on the next page.
  }
}

/** Parses JSON from an untrusted source. Returns null if it is not valid. */
export function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Returns the valid reading under a key, or null. */
export function findReading(kind: LinkStorage, key: string): StoredVisit | null {
  const reading = parseJson(readStorage(kind, key)) as
    (StoredVisit & { readonly v: number }) | null;
  return reading?.v === 1 && /^\d{4}-\d\d-\d\d$/.test(reading.seenOn) ? reading : null;
}

/** Whether a reading of any policy is stored for this origin. */
export function hasAnyReading(kind: LinkStorage): boolean {
  try {
    return Object.keys(areaOf(kind)).some((key) => key.startsWith(PREFIX));
  } catch {
    return false;
  }
}

function areaOf(kind: LinkStorage): Storage {
  return kind === 'session' ? sessionStorage : localStorage;
}
