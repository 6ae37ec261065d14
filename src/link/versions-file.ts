/**
 * Parses the versions file that the command line writes. Loaded only if it is the link's source.
 */

import { parseJson } from './stored-reading.ts';

/** The parts of a versions file that the link needs. */
export interface VersionsFile {
  /** Address of the policy, on the file's own origin. */
  readonly url: URL;
  /** Hash of the newest version's text. */
  readonly hash: string;
  /** Its entries, as `HistoryEntry` in `core/model/policy.ts`. Not validated. */
  readonly history: readonly unknown[];
}

/** Returns the contents of a versions file, or null if the text is not one. */
export function parseVersions(text: string, base: string): VersionsFile | null {
  const { url, hash, history } = Object(parseJson(text)) as Record<string, unknown>;
  if (typeof url !== 'string' || typeof hash !== 'string' || !Array.isArray(history)) return null;
  if (!URL.canParse(url, base)) return null;
  const policy = new URL(url, base);
  return policy.origin === new URL(base).origin ? { url: policy, hash, history } : null;
}
