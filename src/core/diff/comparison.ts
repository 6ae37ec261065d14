/** What comparing two versions of a policy says, as values. Nothing here knows how it is shown. */

import type { Block, BlockNode, Inline, Section } from '../model/policy.ts';

/** What happened to a section. Several may be true at once. */
export type SectionChangeKind =
  'added' | 'removed' | 'changed' | 'moved' | 'renamed' | 'renumbered' | 'split' | 'merged';

/** Something that happened to a block and cannot be told by marking its words. */
export type ChangeNote =
  | {
      readonly type: 'link-address';
      readonly before: string | null;
      readonly after: string | null;
      readonly text: string;
    }
  | {
      readonly type: 'link-added' | 'link-removed';
      readonly address: string;
      readonly text: string;
    }
  | {
      readonly type: 'image';
      readonly before: string | null;
      readonly after: string | null;
      readonly alt: string;
    }
  | { readonly type: 'table-shape' };

/** What comparing says of one block of the shown tree. */
export interface BlockChange {
  /**
   * - `added`: only the newer version has it, wholly.
   * - `removed`: only the older version has it; it stands where it stood.
   * - `edited`: both have it; `added` and `removed` runs inside say how they differ, or `notes` do.
   * - `rewritten`: both have it, with too little in common to mark; `previous` is the older one.
   */
  readonly kind: 'added' | 'removed' | 'edited' | 'rewritten';
  /** The older block, for `rewritten` and for tables of another shape. */
  readonly previous?: BlockNode;
  readonly notes?: readonly ChangeNote[];
  /** False when only dates, numbering, addresses or formatting differ. */
  readonly material: boolean;
}

/** One section as it is shown: the newer text with the older one's marked in it. */
export interface SectionComparison {
  /** The section of the newer version, or of the older one when it was removed. */
  readonly section: Section;
  /** Empty when nothing changed. */
  readonly kinds: readonly SectionChangeKind[];
  /** Id in the older version; null when added. */
  readonly previousId: string | null;
  /** Heading in the older version, when it was another. */
  readonly previousHeading: string | null;
  /** When moved: heading of the section it stood after in the older version; null for the first. */
  readonly movedAfter: string | null;
  /** When split or merged: headings of the older sections it came from. */
  readonly origins: readonly string[];
  /** The body, marked. The very same array as the section's own when nothing in it changed. */
  readonly blocks: readonly Block[];
  /** Number of changed blocks, a changed heading counted as one. */
  readonly count: number;
  readonly material: boolean;
}

/** A value of the document's head that differs. */
export interface HeadChange {
  readonly field: 'title' | 'updated' | 'effective' | 'version';
  readonly before: string | null;
  readonly after: string | null;
}

/** The comparison of two versions of a policy. */
export interface Comparison {
  /**
   * - `words`: blocks and words are marked.
   * - `sections`: only whole sections are, because the older text is gone or the change too large.
   */
  readonly detail: 'words' | 'sections';
  readonly head: readonly HeadChange[];
  /** The text before the first section, marked. */
  readonly intro: {
    readonly blocks: readonly Block[];
    readonly count: number;
    readonly material: boolean;
  };
  /** One for each section of the newer version, in its order. */
  readonly sections: readonly SectionComparison[];
  /** The sections that are gone, in the older version's order. */
  readonly removed: readonly SectionComparison[];
  readonly summary: Omit<ChangeSummary, 'since' | 'baseline'>;
  /** True when words changed while both versions state the same date. */
  readonly dateUnchanged: boolean;
}

/** One section in the public summary. */
export interface SectionChange {
  readonly id: string;
  readonly previousId: string | null;
  /** The most telling of `kinds`. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'renamed';
  readonly kinds: readonly SectionChangeKind[];
  readonly heading: string;
  readonly previousHeading: string | null;
}

/** What changed, in numbers and names: public as `changeSummary` and in `policy-changes`. */
export interface ChangeSummary {
  /** Day of the reading that the text is compared with (ISO 8601); null when it is not known. */
  readonly since: string | null;
  /** What the text is compared with: the visitor's own last reading, or an earlier version. */
  readonly baseline: 'visit' | 'previous';
  /** Number of sections of each kind. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly moved: number;
  readonly renamed: number;
  /** Number of changed blocks, section additions, removals, moves and renames: what a reader can step through. */
  readonly total: number;
  /** False when only dates, numbering, formatting, addresses or order differ. */
  readonly material: boolean;
  /** Changed sections in document order, removed ones last. */
  readonly sections: readonly SectionChange[];
}

/** Phrasing with marks, and what could not be marked. */
export interface MarkedInlines {
  readonly children: readonly Inline[];
  readonly notes: readonly ChangeNote[];
  readonly material: boolean;
}

/** The former title where nothing but that can be gone to, or null. */
export function formerTitle({ head, summary }: Comparison): string | null {
  return summary.total ? null : (head.find(({ field }) => field === 'title')?.before ?? null);
}

/**
 * How much there is to say: `details` is said of a reader's own last visit alone, and not where words
 * changed that their publisher calls minor; null where the values of the head say it all.
 */
export function weightOf({
  summary,
  comparison,
}: {
  readonly summary: ChangeSummary;
  readonly comparison: Comparison;
}): 'details' | 'changes' | null {
  const { since, baseline, material, total } = summary;
  const { intro, sections, removed } = comparison;
  const isMinor = material || [intro, ...sections, ...removed].some((part) => part.material);
  if (baseline === 'visit' && since && !isMinor) return 'details';
  return total || formerTitle(comparison) ? 'changes' : null;
}

/**
 * What a removed section is called among those on screen: its id may by now be another's. No
 * section's own id has a space in it.
 */
export function removedKey(id: string): string {
  return `removed ${id}`;
}
