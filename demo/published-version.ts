const KEY = 'demo: published version';

const VERSIONS = ['lantern-2025', 'lantern-2026'] as const;

/** The version of the policy that the small site has published: the name of its file. */
export function publishedVersion(): string {
  return sessionStorage.getItem(KEY) ?? VERSIONS[0];
}

/** Publishes the newer version, or the older one again. */
export function publish(isNew: boolean): void {
  sessionStorage.setItem(KEY, VERSIONS[isNew ? 1 : 0]);
}
