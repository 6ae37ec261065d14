/** What the readers of the several forms hand on, before sections are made of it. */

import type {
  Alternate,
  Block,
  BlockBase,
  HistoryEntry,
  Inline,
  Policy,
  PolicyDate,
  PolicyLinks,
} from './policy.ts';

/** A heading of the source, at the source's own level. */
export interface FlatHeading extends BlockBase {
  readonly type: 'draftHeading';
  /** 1 to 6, as in the source. */
  readonly level: number;
  readonly children: readonly Inline[];
  readonly aliases?: readonly string[];
  readonly summary?: string;
  readonly updated?: string;
}

/** A document as a flat run of headings and blocks, with what its form says of it. */
export interface ParsedDocument {
  readonly kind: 'markdown' | 'html' | 'json';
  readonly content: readonly (FlatHeading | Block)[];
  readonly title?: string;
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly version?: string;
  readonly summary?: string;
  /** Dates stated outside the text (front matter, JSON fields). Dates in the text are found later. */
  readonly dates?: readonly PolicyDate[];
  readonly history?: readonly HistoryEntry[];
  readonly alternates?: readonly Alternate[];
  readonly authoritativeLanguage?: string;
  readonly next?: Policy['next'];
  readonly previousUrl?: string;
  readonly links?: Partial<PolicyLinks>;
  readonly warnings?: readonly string[];
  /** True where the form itself says which headings are sections (native JSON `sections`). */
  readonly sectionLevel?: number;
}
