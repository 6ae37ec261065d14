/**
 * The tree of a policy's text. Nodes are named as in mdast (https://github.com/syntax-tree/mdast).
 * A tree is plain data, readonly by convention. Nodes do not refer to their parents, and text is
 * never markup.
 */

/** Plain text. Character references are decoded. */
export interface Text {
  readonly type: 'text';
  readonly text: string;
}

/**
 * Formatted inline content.
 *
 * `insertion` and `deletion` come from the source's own `<ins>`, `<del>` and `~~`. The marks of a
 * comparison are {@link Marked}.
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

/** Text in another language or direction, or an abbreviation with its expansion. */
export interface Span {
  readonly type: 'span';
  /** BCP 47 tag. */
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl' | 'auto';
  /** The long form of an abbreviation (`<abbr title>`). */
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
   * URL, resolved against the URL of the source and checked by `links.ts`: an absolute http(s),
   * mailto or tel URL, or `#id` for a place in this document. Null if the URL is not allowed; the
   * link's text is kept.
   */
  readonly href: string | null;
  readonly title?: string;
  readonly children: readonly Inline[];
}

/** An image. The view decides whether the image may load. */
export interface Image {
  readonly type: 'image';
  /** Absolute http(s) URL, or null if it is not allowed. */
  readonly src: string | null;
  readonly alt: string;
  readonly title?: string;
}

/** A forced line break. */
export interface Break {
  readonly type: 'break';
}

/** Text that only one of two compared versions has. Added by the diff. */
export interface Marked {
  readonly type: 'added' | 'removed';
  readonly children: readonly Inline[];
}

/** Inline content. */
export type Inline = Text | Phrase | Span | InlineCode | Link | Image | Break | Marked;

/** Fields that every block may have. */
export interface BlockBase {
  /** Id from the source, for links within the document. */
  readonly id?: string;
  /** BCP 47 tag, if it differs from the document's. */
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl' | 'auto';
  /** The change that a comparison found in this block, if any. */
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
  /** Number of levels below the heading of the section, at least 1. */
  readonly depth: number;
  readonly children: readonly Inline[];
}

/** Preformatted text. */
export interface Code extends BlockBase {
  readonly type: 'code';
  readonly text: string;
}

/** A block quotation. */
export interface Blockquote extends BlockBase {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
}

/** A list. */
export interface List extends BlockBase {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list, if it is not 1. */
  readonly start?: number;
  /** CSS counter style, if the source asks for letters or roman numerals. */
  readonly numbering?: 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';
  /** Whether the source has no blank lines between the items. */
  readonly tight: boolean;
  readonly children: readonly ListItem[];
}

/** An item of a list. */
export interface ListItem extends BlockBase {
  readonly type: 'listItem';
  /** State of a task's checkbox. Absent for ordinary items. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
}

/** A table. Rows may have different numbers of cells. */
export interface Table extends BlockBase {
  readonly type: 'table';
  readonly caption?: readonly Inline[];
  /** Alignment of each column, or null for the default of the text direction. */
  readonly align: readonly ('start' | 'center' | 'end' | null)[];
  readonly children: readonly TableRow[];
}

/** A row of a table. */
export interface TableRow extends BlockBase {
  readonly type: 'tableRow';
  /** Whether the row is in `<thead>`, or is the first row of a Markdown table. */
  readonly header: boolean;
  readonly children: readonly TableCell[];
}

/** A cell of a table. */
export interface TableCell extends BlockBase {
  readonly type: 'tableCell';
  /** Whether the cell is a `<th>`. */
  readonly header: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** If there is only one paragraph, it is rendered without `<p>`. */
  readonly children: readonly Block[];
}

/**
 * A horizontal rule. Rules at the start or end of a section are removed, because they only decorate
 * it.
 */
export interface ThematicBreak extends BlockBase {
  readonly type: 'thematicBreak';
}

/** Terms with their descriptions (`<dl>`). */
export interface DescriptionList extends BlockBase {
  readonly type: 'descriptionList';
  readonly children: readonly (DescriptionTerm | DescriptionDetails)[];
}

/** A term (`<dt>`). */
export interface DescriptionTerm extends BlockBase {
  readonly type: 'descriptionTerm';
  readonly children: readonly Inline[];
}

/** The description of the terms before it (`<dd>`). */
export interface DescriptionDetails extends BlockBase {
  readonly type: 'descriptionDetails';
  readonly children: readonly Block[];
}

/** Collapsible text with a summary (`<details>`). */
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

/** A block with its descendants, as opposed to inline content. */
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

/** Every block, including parts of lists and tables. */
export type BlockNode =
  Block | ListItem | TableRow | TableCell | DescriptionTerm | DescriptionDetails;

/** A change of a block that cannot be shown by marks in its text. */
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

/** How a block differs between the two versions of a comparison. */
export interface BlockChange {
  /**
   * - `added`: only the newer version has it.
   * - `removed`: only the older version has it. It is shown at its old place.
   * - `edited`: both have it. Added and removed runs in its text are marked, or `notes` describe
   * the difference.
   * - `rewritten`: both have it, but with too little in common to mark. `previous` is the older
   * block.
   * - `moved`: both have it with the same words, but at another place. If several blocks moved
   * together, only the first one has this change. Nothing is shown at the old place.
   */
  readonly kind: 'added' | 'removed' | 'edited' | 'rewritten' | 'moved';
  /** The older block, for `rewritten` and for tables with another number of columns. */
  readonly previous?: BlockNode;
  /** For `moved`: where the block was. */
  readonly movedFrom?: {
    /** The older blocks that moved together, in order. */
    readonly blocks: readonly BlockNode[];
    /**
     * Start of the text of the block that preceded the moved blocks in the older version. If they
     * came first in another section, the heading of that section. Otherwise null.
     */
    readonly after: string | null;
  };
  readonly notes?: readonly ChangeNote[];
  /** False if only dates, numbering, addresses, formatting or order changed. */
  readonly material: boolean;
}
