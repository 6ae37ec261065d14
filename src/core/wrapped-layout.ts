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

/** The pieces of a page in its own order. */
export interface WrappedLayout {
  /** Slot of the heading that is the title; null where the page has it outside. */
  readonly title: string | null;
  readonly intro: readonly WrappedPiece[];
  /** One for each section; null where the page's boxes cut across sections, which then stay whole. */
  readonly sections: readonly WrappedSection[] | null;
}
