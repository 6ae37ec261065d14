/** The model of a policy: parsers produce it, the diff compares it, and views render it. */

import type { Block, Inline } from './tree.ts';

export type * from './tree.ts';

/** A date that a document states, and where it was found. */
export interface PolicyDate {
  /** The event that the date marks. `file` is a change of the file, not of the policy. */
  readonly kind: 'updated' | 'effective' | 'published' | 'change-log' | 'file';
  /**
   * ISO 8601 with the stated precision: `2026-03-04`, `2026-03`, or a full date and time with a
   * zone. Null if the text is ambiguous.
   */
  readonly iso: string | null;
  /** The date as written. */
  readonly text: string;
  /** Where the date was found. */
  readonly from: 'attribute' | 'json' | 'front-matter' | 'text' | 'change-log' | 'header';
  /** URL that the date links to, such as the commit with the change. */
  readonly url?: string;
  /**
   * Whether the date is near the start or the end of the text. Set only for a date on a short line
   * of its own.
   */
  readonly place?: 'start' | 'end';
}

/** An entry in a document's own list of versions. The newest entry is the first of the list. */
export interface HistoryEntry {
  readonly version: string | null;
  /** ISO 8601 day, month or instant, or null if none is stated. */
  readonly date: string | null;
  /** The publisher's note on the change, as plain text. */
  readonly note: string | null;
  /** Whether the publisher calls the change minor. */
  readonly minor: boolean;
  /** URL of that version's text. */
  readonly url: string | null;
}

/** A link to the same policy in another language. */
export interface Alternate {
  /** BCP 47 tag. */
  readonly language: string;
  readonly url: string;
  readonly version: string | null;
}

/** A section: a heading, and the blocks up to the next heading of the same level. */
export interface Section {
  /** Unique in the document and stable across versions. Used as the hash in URLs. */
  readonly id: string;
  /** Other ids of the section: aliases set by the publisher, and ids from former headings. */
  readonly aliases: readonly string[];
  /** The heading as plain text with collapsed whitespace. */
  readonly heading: string;
  /** The heading as inline content. */
  readonly headingContent: readonly Inline[];
  /** The publisher's plain-language summary, as plain text. */
  readonly summary: string | null;
  /** When this section was last changed (ISO 8601), or null if the document does not state it. */
  readonly updated: string | null;
  readonly blocks: readonly Block[];
}

/** A policy, parsed from any format. */
export interface Policy {
  /** Title as plain text, or null if the document has none. */
  readonly title: string | null;
  /** BCP 47 tag, or null if the language is neither stated nor clear from the text. */
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl' | null;
  /** The stated date of the last update (ISO 8601 day, month or instant), or null. */
  readonly updated: string | null;
  /** The stated day on which the text takes effect (ISO 8601), or null. */
  readonly effective: string | null;
  readonly version: string | null;
  /**
   * All dates found, best first within each kind. `updated` and `effective` are taken from these.
   */
  readonly dates: readonly PolicyDate[];
  /** The publisher's summary of the policy or of its newest change, as plain text. */
  readonly summary: string | null;
  /** Blocks before the first section. */
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
  readonly history: readonly HistoryEntry[];
  readonly alternates: readonly Alternate[];
  /** Language (BCP 47) of the text that prevails over its translations, or null. */
  readonly authoritativeLanguage: string | null;
  /** A version that is announced but not yet in force, or null. */
  readonly next: { readonly effective: string; readonly url: string | null } | null;
  /** URL of the previous version, or null. */
  readonly previousUrl: string | null;
  readonly links: PolicyLinks;
  /** Number of words, or of characters in scripts without spaces. See `reading-time.ts`. */
  readonly words: number;
  /** Warnings for the publisher, in English, one sentence each. Never shown to visitors. */
  readonly warnings: readonly string[];
}

/**
 * Links that a document contains about itself. Each link was checked against the allow-list of
 * `links.ts`.
 */
export interface PolicyLinks {
  /** URL of the policy's own page. */
  readonly canonical: string | null;
  /** URL of the policy's source, or of the history of that source. */
  readonly source: string | null;
  readonly changeLog: string | null;
  readonly licence: { readonly name: string; readonly url: string | null } | null;
  readonly contact: string | null;
}

/**
 * Returns the entry of the history that is the policy itself, or undefined.
 *
 * @param isNewest Whether the policy is the current version, and not an older one from its history.
 */
export function ownEntry(
  { history, version, updated, effective, next }: Policy,
  isNewest = true,
): HistoryEntry | undefined {
  // A page can set a date that is not a string. `exec` converts it.
  const [day] = /^.{0,10}/.exec(updated ?? effective ?? '')!;
  return history.find((entry) => {
    if (version && entry.version) return entry.version === version;
    const date = entry.date ?? '';
    // A text without a date could be any of the versions.
    if (!day) return false;
    // An edit that kept the date in the text is listed under the day of the edit.
    const isEdit = isNewest && !entry.version && date > day && date !== next?.effective;
    return date === day || isEdit;
  });
}

/** Creates the entry of a version whose number and note are unknown. */
export function unnamedVersion(url: string | null, date: string | null = null): HistoryEntry {
  return { version: null, date, note: null, minor: false, url };
}

/** Returns the other versions in a policy's history that have a URL, in the order of the history. */
export function earlierVersions(policy: Policy): HistoryEntry[] {
  const own = ownEntry(policy);
  return policy.history.filter((entry) => entry.url && entry !== own);
}
