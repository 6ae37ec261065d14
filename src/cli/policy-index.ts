/**
 * The format of `policy.json`. The command `history` writes this file. The element, the footer link
 * and the command `feed` read it.
 */

import type { SectionChange } from '../core/index.ts';

/** Name of the index file, which is in the same folder as the versions. */
export const INDEX_FILE = 'policy.json';

/** An entry for one version. The fields have the same names as in our JSON format for policies. */
export interface IndexEntry {
  readonly version: string | null;
  /** Date of the version (ISO 8601 day or month). */
  readonly date: string;
  readonly note: string | null;
  readonly minor: boolean;
  /** Address of the version's text, relative to the index file. */
  readonly url: string;
  /** The sections that changed since the previous version. Empty for the first version. */
  readonly sections: readonly Pick<SectionChange, 'heading' | 'kind'>[];
}

/** The content of the index file. */
export interface PolicyIndex {
  readonly title: string | null;
  readonly lang: string | null;
  /** Address of the current text, relative to the index file. */
  readonly url: string;
  readonly version: string | null;
  /** Date of the newest version. */
  readonly updated: string;
  /** Hash that identifies the current text in the element's storage. */
  readonly hash: string;
  /** SHA-256 of the current file, in hexadecimal. */
  readonly sha256: string;
  /** The versions, newest first. */
  readonly history: readonly IndexEntry[];
}
