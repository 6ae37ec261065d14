/** Loads the list of versions that the command-line tool writes (`policy.json`). */

import type { HistoryEntry } from '../core/model/policy.ts';
import { fetchableAddress, fetchPolicy } from './fetch-policy.ts';

/** Maximum number of versions in the list: one a week for twenty years. */
const MAX_VERSIONS = 1000;

/**
 * Loads a history, newest version first. Relative addresses are resolved against the URL of the
 * file.
 *
 * @throws PolicyError if it cannot be loaded, and SyntaxError if it is not JSON.
 */
export async function loadHistory(
  address: string,
  base: string,
  signal: AbortSignal,
): Promise<HistoryEntry[]> {
  const { text, url } = await fetchPolicy(address, { base, signal });
  const { history }: { history?: unknown } = Object(JSON.parse(text));
  if (!Array.isArray(history)) return [];
  return history.slice(0, MAX_VERSIONS).map((item: unknown) => {
    const { version, date, note, minor, url: file } = Object(item) as Record<string, unknown>;
    const textOf = (value: unknown): string | null =>
      typeof value === 'string' && value.trim() ? value.trim() : null;
    const named = textOf(file);
    return {
      version: textOf(version),
      date: textOf(date),
      note: textOf(note),
      minor: minor === true,
      url: named && (fetchableAddress(named, url)?.href ?? null),
    };
  });
}
