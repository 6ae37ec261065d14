/**
 * Parses the versions file that the command line writes. This chunk is loaded only if the link's
 * source is such a file.
 */

import { parseJson } from './stored-reading.ts';

/** The parts of a versions file that the link needs. */
export interface VersionsFile {
  /** Address of the policy, on the file's own origin. */
  readonly url: URL;
  /** Hash of the newest version's text. */
  readonly hash: string;
  /**
   * The entries of the history, in the form of `HistoryEntry` in `core/model/policy.ts`. Not
   * validated.
   */
  readonly history: readonly unknown[];
}

/** Returns the contents of a versions file, or null if the text is not a valid versions file. */
export function parseVersions(text: string, base: string): VersionsFile | null {
  const { url, hash, history } = Object(parseJson(text)) as Record<string, unknown>;
  if (typeof url !== 'string' || typeof hash !== 'string' || !Array.isArray(history)) return null;
  if (!URL.canParse(url, base)) return null;
  const policy = new URL(url, base);
  return policy.origin === new URL(base).origin ? { url: policy, hash, history } : null;
}
