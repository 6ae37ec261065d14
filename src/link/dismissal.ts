import { readStorage, writeStorage, type LinkStorage } from './stored-reading.ts';

/**
 * Stores that the visitor dismissed the notice about the version with this hash. The rest of the
 * stored value stays as it is.
 */
export function storeDismissal(kind: LinkStorage, key: string, hash: string): void {
  const value = readStorage(kind, key);
  if (value === null) return;
  const reading = JSON.parse(value) as object;
  writeStorage(kind, key, JSON.stringify({ ...reading, dismissed: hash }));
}
