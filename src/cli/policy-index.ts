/**
 * The file `policy.json`, which `history` writes and which the element, the footer link and `feed`
 * read.
 */

import type { SectionChange } from '../core/index.ts';

/** Name of the file in the folder of versions. */
export const INDEX_FILE = 'policy.json';

/** One version. Its fields are named as in the native JSON format. */
export interface IndexEntry {
  readonly version: string | null;
  /** ISO 8601 day or month. */
  readonly date: string;
  readonly note: string | null;
  readonly minor: boolean;
  /** Address of the version's text, relative to the file. */
  readonly url: string;
  /** The sections that changed since the previous version. Empty for the first. */
  readonly sections: readonly Pick<SectionChange, 'heading' | 'kind'>[];
}

/** The content of the file. */
export interface PolicyIndex {
  readonly title: string | null;
  readonly lang: string | null;
  /** Address of the policy's own text, relative to the file. */
  readonly url: string;
  readonly version: string | null;
  /** Date of the newest version. */
  readonly updated: string;
  /** Hash under which the element stores the current text. */
  readonly hash: string;
  /** SHA-256 of the current file, in hexadecimal. */
  readonly sha256: string;
  /** The versions, newest first. */
  readonly history: readonly IndexEntry[];
}
