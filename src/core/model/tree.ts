/**
 * The tree of a policy's text. Its nodes are named as those of mdast (the CommonMark syntax tree), so
 * that whoever knows one knows the other. A tree is plain data, frozen by convention: no node refers
 * to its parent, and text is text, never markup.
 */

import type { BlockChange } from '../diff/comparison.ts';

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
