const KEY = 'demo: published version';

const VERSIONS = ['lantern-2025', 'lantern-2026'] as const;

/** Returns the file name, without its extension, of the policy that the small site publishes. */
export function publishedVersion(): string {
  return sessionStorage.getItem(KEY) ?? VERSIONS[0];
}

/** Publishes the newer version, or goes back to the older one. */
export function publish(isNew: boolean): void {
  sessionStorage.setItem(KEY, VERSIONS[isNew ? 1 : 0]);
}
