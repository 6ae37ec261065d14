/** Parses the entries of a versions file (`policy.json`), which the command line writes. */

import { isStatedDate } from '../dates/calendar.ts';
import type { HistoryEntry } from '../model/policy.ts';
import { plainLine } from '../model/text.ts';

/** Maximum number of versions in the list: one a week for twenty years. */
const MAX_VERSIONS = 1000;

/**
 * Parses the entries of a history.
 *
 * @param resolve Returns the absolute URL of a version, or null if it must not be loaded.
 */
export function parseHistoryList(
  items: readonly unknown[],
  resolve: (address: string) => string | null,
): HistoryEntry[] {
  return items.slice(0, MAX_VERSIONS).map((item) => {
    const { version, date, note, minor, url } = Object(item) as Record<string, unknown>;
    const day = lineOf(date);
    const address = lineOf(url);
    return {
      version: lineOf(version),
      date: day && isStatedDate(day) ? day : null,
      note: lineOf(note),
      minor: minor === true,
      url: address && resolve(address),
    };
  });
}

function lineOf(value: unknown): string | null {
  return (typeof value === 'string' && plainLine(value).trim()) || null;
}
