/** The result of parsing one format, before the policy is assembled. */

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
  readonly type: 'flatHeading';
  /** 1 to 6, as in the source. */
  readonly level: number;
  readonly children: readonly Inline[];
  readonly aliases?: readonly string[];
  readonly summary?: string;
  readonly updated?: string;
}

/** A node of a document that is not divided into sections yet. */
export type FlatNode = FlatHeading | Block;

/** A date in metadata. Its kind is `saved` if it only states when a record was stored. */
export interface StatedDate extends Omit<PolicyDate, 'kind'> {
  readonly kind: PolicyDate['kind'] | 'saved';
}

/** A document as a flat list of headings and blocks, with its metadata. */
export interface ParsedDocument {
  readonly kind: 'markdown' | 'html' | 'json';
  readonly content: readonly FlatNode[];
  readonly title?: string;
  /** The parts of a web page's title, best first. One of them may be the title of the policy. */
  readonly pageTitles?: readonly string[];
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly version?: string;
  readonly summary?: string;
  /** Dates in metadata (front matter, JSON fields). Dates in the text are found later. */
  readonly dates?: readonly StatedDate[];
  readonly history?: readonly HistoryEntry[];
  readonly alternates?: readonly Alternate[];
  readonly authoritativeLanguage?: string;
  readonly next?: Policy['next'];
  readonly previousUrl?: string;
  readonly links?: Partial<PolicyLinks>;
  readonly warnings?: readonly string[];
  /**
   * Level of the headings that start sections, if the format marks them (`sections` in native
   * JSON).
   */
  readonly sectionLevel?: number;
}
