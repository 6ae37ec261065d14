import type { HistoryEntry, Policy } from './policy.ts';

/** The versions before the one on screen that can be had, in the order in which they are listed. */
export function earlierVersions({ history, version, updated }: Policy): HistoryEntry[] {
  return history.filter(
    (entry) =>
      entry.url && (version && entry.version ? entry.version !== version : entry.date !== updated),
  );
}
