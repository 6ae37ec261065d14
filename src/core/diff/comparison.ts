/** The result of comparing two versions of a policy, as plain data. */

import type { Block, Section } from '../model/policy.ts';

/** A kind of change to a section. A section can have several. */
export type SectionChangeKind =
  'added' | 'removed' | 'changed' | 'moved' | 'renamed' | 'renumbered' | 'split' | 'merged';

/**
 * A section and its changes. `blocks` is the newer text with marks, and with removed text at its
 * old place.
 */
export interface SectionComparison {
  /** The section of the newer version, or of the older version if the section was removed. */
  readonly section: Section;
  /** Empty if nothing changed. */
  readonly kinds: readonly SectionChangeKind[];
  /** Id in the older version, or null if the section was added. */
  readonly previousId: string | null;
  /** Heading in the older version, or null if it did not change. */
  readonly previousHeading: string | null;
  /**
   * If moved, the heading of the section that preceded it in the older version, or null if it was
   * the first.
   */
  readonly movedAfter: string | null;
  /**
   * If removed, the id of the current section that it used to follow, or null if it was at the
   * start.
   */
  readonly removedAfter?: string | null;
  /** If split or merged, the headings of the older sections that it came from. */
  readonly origins: readonly string[];
  /** The blocks with marks. The same array as `section.blocks` if nothing in them changed. */
  readonly blocks: readonly Block[];
  /** Number of changed blocks. A changed heading counts as one. */
  readonly count: number;
  /** False if only dates, numbering, formatting, addresses or order changed. */
  readonly material: boolean;
}

/** A change of the title, a date or another fact shown above the text. */
export interface HeadChange {
  readonly field: 'title' | 'updated' | 'effective' | 'version';
  readonly before: string | null;
  readonly after: string | null;
}

/** The comparison of two versions of a policy. */
export interface Comparison {
  /**
   * - `words`: blocks and words are marked.
   * - `sections`: only the changed sections are listed, because there are too many changes to mark.
   */
  readonly detail: 'words' | 'sections';
  readonly head: readonly HeadChange[];
  /** The text before the first section, with marks. */
  readonly intro: {
    readonly blocks: readonly Block[];
    readonly count: number;
    readonly material: boolean;
  };
  /** The sections of the newer version, in its order. */
  readonly sections: readonly SectionComparison[];
  /** The sections that only the older version has, in its order. */
  readonly removed: readonly SectionComparison[];
  readonly summary: Omit<ChangeSummary, 'since' | 'baseline'>;
  /** Whether words changed although both versions state the same date of the last update. */
  readonly dateUnchanged: boolean;
}

/** A changed section in the public summary. */
export interface SectionChange {
  readonly id: string;
  readonly previousId: string | null;
  /** The most significant of the section's change kinds. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'renamed';
  readonly kinds: readonly SectionChangeKind[];
  readonly heading: string;
  readonly previousHeading: string | null;
}

/**
 * A summary of the changes. Public as the property `changeSummary` and in the event
 * `policy-changes`.
 */
export interface ChangeSummary {
  /** Day of the visit or version that the text is compared with (ISO 8601), or null if unknown. */
  readonly since: string | null;
  /** Whether the text is compared with the visitor's last visit or with an earlier version. */
  readonly baseline: 'visit' | 'previous';
  /**
   * Numbers of sections with each kind of change. A section with several kinds is counted in each.
   */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly moved: number;
  readonly renamed: number;
  /**
   * Number of changes that a visitor can step through: changed blocks, and sections that were
   * added, removed, moved or renamed.
   */
  readonly total: number;
  /** False if only dates, numbering, formatting, addresses or order changed. */
  readonly material: boolean;
  /** Changed sections in document order, removed ones last. */
  readonly sections: readonly SectionChange[];
}

/**
 * Returns a key for a removed section, because another section may have its id by now. The key
 * contains a space, which no id can contain.
 */
export function removedKey(id: string): string {
  return `removed ${id}`;
}
