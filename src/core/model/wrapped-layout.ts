/** The layout of a wrapped page: the names of the slots that show its parts. */

import type { Block } from './policy.ts';

/** A child of the wrapped page, with the blocks that were parsed from it. */
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

/** Sections in one box: the element itself, or a box inside it. */
export interface WrappedBox {
  /** Content before the first section. */
  readonly intro: readonly WrappedPiece[];
  readonly sections: readonly WrappedSection[];
}

/** The pieces of a page in document order. */
export interface WrappedLayout {
  /** Slot of the title's heading, or null if it is outside the element. */
  readonly title: string | null;
  /** Children of the element that are neither the title nor in a section. */
  readonly intro: readonly WrappedPiece[];
  /**
   * One entry for each section of the policy, or null if boxes of the page span section boundaries.
   */
  readonly sections: readonly WrappedSection[] | null;
  /**
   * Boxes inside the element that contain sections. Empty if the element itself contains them all.
   */
  readonly boxes: readonly WrappedBox[];
}
