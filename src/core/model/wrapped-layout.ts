/** Where the parts of a page's own policy stand, as names of the slots that show them. */

import type { Block } from './policy.ts';

/** A child of the page, and the blocks that were read from it. */
export interface WrappedPiece {
  readonly slot: string;
  readonly blocks: readonly Block[];
}

/** A section of the page. */
export interface WrappedSection {
  /** Slot of its heading. */
  readonly heading: string;
  readonly pieces: readonly WrappedPiece[];
}

/** Sections that stand in one box: the element itself, or one that the page has inside it. */
export interface WrappedBox {
  /** What stands before the first section. */
  readonly intro: readonly WrappedPiece[];
  readonly sections: readonly WrappedSection[];
}

/** The pieces of a page in its own order. */
export interface WrappedLayout {
  /** Slot of the heading that is the title; null where the page has it outside. */
  readonly title: string | null;
  /** The element's own children, but for the title and for what is in sections. */
  readonly intro: readonly WrappedPiece[];
  /** One for each section; null where the page's boxes cut across sections, which then stay whole. */
  readonly sections: readonly WrappedSection[] | null;
  /** The boxes that hold the sections, where that is not the element itself. */
  readonly boxes: readonly WrappedBox[];
}
