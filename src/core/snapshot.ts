/**
 * What is remembered of a visit, as a value and as the string that is stored.
 *
 * The text of the source is kept, not our reading of it: whoever reads it again reads both texts
 * alike, so a newer version of the element never finds a difference that it made itself.
 */

import type { ReadHints } from './read.ts';

/** How a text is to be read again. */
export type KeptHints = Pick<ReadHints, 'base' | 'format' | 'contentType' | 'language'>;

/** A text as it was on screen, with what it says of itself. */
export interface Reading {
  readonly text: string;
  readonly hints: KeptHints;
  readonly updated: string | null;
  readonly effective: string | null;
  readonly version: string | null;
}

/** What is known of a former reading. */
export interface Baseline {
  /** Day of that reading (ISO 8601); null where the stored one cannot be true. */
  readonly seenOn: string | null;
  readonly hash: string;
  /** The text of the source; null where only fingerprints were kept. */
  readonly text: string | null;
  /** What `fingerprintPolicy` made of it, where the text was too large to keep. */
  readonly fingerprints: string | null;
  readonly hints: KeptHints;
  readonly updated: string | null;
  readonly effective: string | null;
  readonly version: string | null;
}
