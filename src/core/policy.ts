/**
 * The model of a policy: what every reader produces, what is compared, and what the views draw.
 *
 * The names of nodes are those of mdast (the CommonMark syntax tree), so that whoever knows one
 * knows the other. A tree is plain, frozen-by-convention data: no node refers to its parent, and
 * text is text, never markup.
 */

import type { BlockChange } from './diff/changes.ts';

/** A run of plain text. Character references are already decoded. */
export interface Text {
  readonly type: 'text';
  readonly text: string;
}

/**
 * Phrasing that changes how words are said or drawn, never what they are.
 *
 * `insertion` and `deletion` come from the source's own `<ins>`, `<del>` and `~~`; marks made by
 * comparing are {@link Marked}.
 */
export interface Phrase {
  readonly type:
    | 'emphasis'
    | 'strong'
    | 'deletion'
    | 'insertion'
    | 'subscript'
    | 'superscript'
    | 'highlight'
    | 'small'
    | 'quotation';
  readonly children: readonly Inline[];
}

/** Words in another language or direction than those around them, or an abbreviation's expansion. */
export interface Span {
  readonly type: 'span';
  /** BCP 47 tag. */
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl' | 'auto';
  /** What an abbreviation stands for (`<abbr title>`). */
  readonly expansion?: string;
  readonly children: readonly Inline[];
}

/** Code or a fixed string, such as an address to copy. */
export interface InlineCode {
  readonly type: 'inlineCode';
  readonly text: string;
}

/** A link. */
export interface Link {
  readonly type: 'link';
  /**
   * Where it leads, resolved against the address of the source and allowed by `links.ts`: an
   * absolute http(s), mailto or tel address, or `#id` for a place in this document. Null where the
   * source's address is not allowed; the words stay.
   */
  readonly href: string | null;
  readonly title?: string;
  readonly children: readonly Inline[];
}

/** An image, known by its words and its address; whether it may load is the view's decision. */
export interface Image {
  readonly type: 'image';
  /** Absolute http(s) address, or null where it is not allowed. */
  readonly src: string | null;
  readonly alt: string;
  readonly title?: string;
}

/** A forced line break. */
export interface Break {
  readonly type: 'break';
}

/** A run that one of two compared versions has and the other has not. Only comparing makes it. */
export interface Marked {
  readonly type: 'added' | 'removed';
  readonly children: readonly Inline[];
}

/** Phrasing content. */
export type Inline = Text | Phrase | Span | InlineCode | Link | Image | Break | Marked;

/** What every block may carry. */
export interface BlockBase {
  /** An id that the source gave this block, for links within the document. */
  readonly id?: string;
  /** BCP 47 tag, where it differs from the document's. */
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl' | 'auto';
  /** What comparing says of it; absent in a policy that was only read. */
  readonly change?: BlockChange;
}

/** A paragraph. */
export interface Paragraph extends BlockBase {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}

/** A heading inside a section's body. */
export interface Heading extends BlockBase {
  readonly type: 'heading';
  /** Levels below the heading of its section: 1 is the next level down. */
  readonly depth: number;
  readonly children: readonly Inline[];
}

/** Preformatted text. */
export interface Code extends BlockBase {
  readonly type: 'code';
  readonly text: string;
}

/** A quotation that stands by itself. */
export interface Blockquote extends BlockBase {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
}

/** A list. */
export interface List extends BlockBase {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list, when it is not 1. */
  readonly start?: number;
  /** CSS counter style name where the source asks for letters or roman numerals. */
  readonly numbering?: 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';
  /** True when the source puts no blank lines between the items. */
  readonly tight: boolean;
  readonly children: readonly ListItem[];
}

/** An item of a list. */
export interface ListItem extends BlockBase {
  readonly type: 'listItem';
  /** State of a task list's box; absent for ordinary items. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
}

/** A table. Its rows need not be of one length; the views fill what is missing. */
export interface Table extends BlockBase {
  readonly type: 'table';
  readonly caption?: readonly Inline[];
  /** Alignment of each column; null is the language's own. */
  readonly align: readonly ('start' | 'center' | 'end' | null)[];
  readonly children: readonly TableRow[];
}

/** A row of a table. */
export interface TableRow extends BlockBase {
  readonly type: 'tableRow';
  /** True for rows of `<thead>` and for the first row of a Markdown table. */
  readonly header: boolean;
  readonly children: readonly TableCell[];
}

/** A cell of a table. */
export interface TableCell extends BlockBase {
  readonly type: 'tableCell';
  /** True for `<th>`. */
  readonly header: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** Text of one line is a single paragraph, drawn without `<p>`. */
  readonly children: readonly Block[];
}

/** A line between parts. Purely decorative ones are left out by the readers. */
export interface ThematicBreak extends BlockBase {
  readonly type: 'thematicBreak';
}

/** Terms and what is said of them (`<dl>`). */
export interface DescriptionList extends BlockBase {
  readonly type: 'descriptionList';
  readonly children: readonly (DescriptionTerm | DescriptionDetails)[];
}

/** A term (`<dt>`). */
export interface DescriptionTerm extends BlockBase {
  readonly type: 'descriptionTerm';
  readonly children: readonly Inline[];
}

/** What is said of the terms before it (`<dd>`). */
export interface DescriptionDetails extends BlockBase {
  readonly type: 'descriptionDetails';
  readonly children: readonly Block[];
}

/** Text that the source itself keeps behind a summary (`<details>`). */
export interface Details extends BlockBase {
  readonly type: 'details';
  readonly summary: readonly Inline[];
  readonly children: readonly Block[];
}

/** Content with a caption (`<figure>`). */
export interface Figure extends BlockBase {
  readonly type: 'figure';
  readonly caption: readonly Inline[];
  readonly children: readonly Block[];
}

/** Flow content. */
export type Block =
  | Paragraph
  | Heading
  | Code
  | Blockquote
  | List
  | Table
  | ThematicBreak
  | DescriptionList
  | Details
  | Figure;

/** Every node that stands on lines of its own, parts of lists and tables included. */
export type BlockNode =
  Block | ListItem | TableRow | TableCell | DescriptionTerm | DescriptionDetails;

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
