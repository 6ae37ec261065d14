/** Loads the list of versions that the command-line tool writes (`policy.json`). */

import type { HistoryEntry } from '../core/model/policy.ts';
import { parseHistoryList } from '../core/parse/history-list.ts';
import { parseBoundedJson } from '../core/parse/json/bounded-json.ts';
import { fetchableAddress, fetchPolicy } from './fetch-policy.ts';

/**
 * Loads a history, newest version first. Relative addresses are resolved against the URL of the
 * file.
 *
 * @throws PolicyError if it cannot be loaded or is too complex, and SyntaxError if it is not JSON.
 */
export async function loadHistory(
  address: string,
  base: string,
  signal: AbortSignal,
): Promise<HistoryEntry[]> {
  const { text, url } = await fetchPolicy(address, { base, signal });
  const { history }: { history?: unknown } = Object(parseBoundedJson(text));
  if (!Array.isArray(history)) return [];
  return parseHistoryList(history, (file) => fetchableAddress(file, url)?.href ?? null);
}
