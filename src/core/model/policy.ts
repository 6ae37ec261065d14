/** The model of a policy: what every reader produces, what is compared, and what the views draw. */

import type { Block, Inline } from './tree.ts';

export type * from './tree.ts';

/** A date that a document states, with what is known about where it says so. */
export interface PolicyDate {
  /** What the date is the date of. `file` is the file's, never the policy's own word. */
  readonly kind: 'updated' | 'effective' | 'published' | 'change-log' | 'file';
  /**
   * ISO 8601 at the precision that is stated: `2026-03-04`, `2026-03`, or a full date and time with
   * a zone. Null where the words cannot be read as one date without guessing.
   */
  readonly iso: string | null;
  /** The words as written. */
  readonly text: string;
  /** Where it was found. */
  readonly from: 'attribute' | 'json' | 'front-matter' | 'text' | 'change-log' | 'header';
  /** Where the date leads, such as the commit that made the change. */
  readonly url?: string;
}

/** One entry of a document's own history, newest first. */
export interface HistoryEntry {
  readonly version: string | null;
  /** ISO 8601 day, month or instant; null when none is stated. */
  readonly date: string | null;
  /** What the publisher says of the change, as plain text. */
  readonly note: string | null;
  /** True when the publisher calls the change minor. */
  readonly minor: boolean;
  /** Address of that version's text. */
  readonly url: string | null;
}

/** The same policy in another language. */
export interface Alternate {
  /** BCP 47 tag. */
  readonly language: string;
  readonly url: string;
  readonly version: string | null;
}

/** A section: one heading of the document's own level, and all that follows it. */
export interface Section {
  /** Stable and unique in the document; what stands behind `#` in an address. */
  readonly id: string;
  /** Other ids that lead here: the publisher's aliases and ids of former headings. */
  readonly aliases: readonly string[];
  /** The heading as plain text, with white space folded. */
  readonly heading: string;
  /** The heading with its phrasing. */
  readonly headingContent: readonly Inline[];
  /** The publisher's plain-language summary, as plain text. */
  readonly summary: string | null;
  /** When this section was last changed, as the publisher says (ISO 8601). */
  readonly updated: string | null;
  readonly blocks: readonly Block[];
}

/** A policy: what was read from a source, whatever its form was. */
export interface Policy {
  /** Plain text; null when the document has no title. */
  readonly title: string | null;
  /** BCP 47 tag; null when the document neither says nor shows it beyond doubt. */
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl' | null;
  /** The stated date of the last update (ISO 8601 day, month or instant), or null. */
  readonly updated: string | null;
  /** The stated day from which the text applies (ISO 8601), or null. */
  readonly effective: string | null;
  readonly version: string | null;
  /** Every date found, best first within its kind; `updated` and `effective` come from these. */
  readonly dates: readonly PolicyDate[];
  /** The publisher's summary of the whole, or of the newest change, as plain text. */
  readonly summary: string | null;
  /** What stands before the first section. */
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
  readonly history: readonly HistoryEntry[];
  readonly alternates: readonly Alternate[];
  /** Language of the text that prevails over its translations. */
  readonly authoritativeLanguage: string | null;
  /** A version to come. */
  readonly next: { readonly effective: string; readonly url: string | null } | null;
  /** Where the text in force before this one can be read. */
  readonly previousUrl: string | null;
  readonly links: PolicyLinks;
  /** Number of words, or of characters in scripts written without spaces; see `reading-time.ts`. */
  readonly words: number;
  /** Things a publisher may want to know; never shown to visitors. English, one sentence each. */
  readonly warnings: readonly string[];
}

/** Addresses a document gives about itself; each allowed by `links.ts`. */
export interface PolicyLinks {
  /** The policy's own page. */
  readonly canonical: string | null;
  /** Its source, or the history of its source. */
  readonly source: string | null;
  readonly changeLog: string | null;
  readonly licence: { readonly name: string; readonly url: string | null } | null;
  readonly contact: string | null;
}
