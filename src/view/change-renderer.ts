/**
 * The interface through which other views use the change views. The change views are a separate
 * chunk that is loaded with the comparison, so other views must not import them statically.
 */

import type { CSSResult } from 'lit';
import type { ChangeSummary, Comparison, SectionComparison } from '../core/diff/comparison.ts';
import type { BlockChange, Policy } from '../core/model/policy.ts';
import type { Messages } from '../i18n/index.ts';
import type { Mount, ScreenState, ViewActions } from './screen-state.ts';
import type { Direction } from './text/direction.ts';
import type { InlineContext } from './text/inlines.ts';
import type { Attributes, TextNode } from './text/text-document.ts';

/** The comparison on screen, and how far the visitor has stepped through it. */
export interface ChangesState {
  readonly comparison: Comparison;
  readonly summary: ChangeSummary;
  /** Whether marks are shown. */
  readonly visible: boolean;
  /** Number of the change last navigated to, from 1, or 0 before the first. */
  readonly position: number;
  /**
   * Whether the changes were marked as read, and where: on this page or in another tab. With
   * `here`, the banner offers to undo "Mark as read".
   */
  readonly read: 'no' | 'here' | 'elsewhere';
  readonly renderer: ChangeRenderer;
}

/** Numbers the changes while a run of blocks is rendered. */
export interface ChangeCounter {
  /** Number of the change rendered last. */
  last: number;
  readonly total: number;
  readonly renderer: ChangeRenderer;
}

/** Number of changes before each section of a compared policy, and in total. */
export interface ChangeCounts {
  readonly sections: readonly number[];
  readonly removed: readonly number[];
  readonly total: number;
}

/** Context for rendering blocks. */
export interface BlockContext extends InlineContext {
  /** Where these blocks are rendered. */
  readonly mount: Mount;
  /** Level of the heading above these blocks. */
  readonly level: number;
  /** Direction of the text around these blocks. */
  readonly direction: Direction;
  /** Numbers the changes. Null if changes are not marked. */
  readonly counter: ChangeCounter | null;
  /** Set inside a block that is added or removed as a whole. */
  readonly whole?: 'added' | 'removed';
}

/** The attributes of a changed block, and the nodes around its content. */
export interface Decoration {
  readonly attributes: Attributes;
  /** The tag before the block's content, or null. */
  readonly before: TextNode | null;
  /** Creates the node after the block. Called once the block's content is rendered. */
  readonly after: () => TextNode;
  /** Context of the block's content. */
  readonly context: BlockContext;
}

/** The nodes around the text of a changed section. */
export interface SectionDetails {
  /**
   * Number of the section among the changes, or null if the section itself does not count as a
   * change.
   */
  readonly position: number | null;
  /** Accessible name of the section while it has focus as a change. */
  readonly label: string | null;
  /** Number of the last change before the section's text. */
  readonly last: number;
  readonly notes: readonly TextNode[];
  /** Tags next to the section's heading. */
  readonly tags: readonly TextNode[];
}

/** The content of the banner. */
export interface BannerContent {
  /** The policy on screen, with the history that was known when its changes were first shown. */
  readonly policy: Policy;
  readonly changes: ChangesState;
  /** Number of changes that the buttons step through. */
  readonly total: number;
  /** The rendered sentence about what is about to take effect, or null. */
  readonly upcoming: unknown;
}

/** The views of changes. They are a chunk of their own, which is loaded only for a comparison. */
export interface ChangeRenderer {
  /** Counts a changed block, and returns its attributes and the nodes around its content. */
  decorate(change: BlockChange, context: BlockContext): Decoration;
  /**
   * Returns the tags and notes of a changed section. Its changes are numbered from `before` + 1.
   */
  sectionDetails(
    comparison: SectionComparison,
    before: number,
    total: number,
    state: ScreenState,
    actions: ViewActions,
  ): SectionDetails;
  /** Returns the sentence about the changes that screen readers announce, or an empty string. */
  sentence(changes: ChangesState, title: string, messages: Messages): string;
  /** Renders the banner: what changed, the publisher's notes, and what is about to take effect. */
  banner(content: BannerContent, state: ScreenState, actions: ViewActions): unknown;
  /** Renders the bar with the buttons for the previous and next change. */
  toolbar(changes: ChangesState, total: number, state: ScreenState, actions: ViewActions): unknown;
  /**
   * Renders links to the removed sections that used to follow the section with this id. If the id
   * is null, renders links to those that used to come first.
   */
  removedHere(
    changes: ChangesState,
    id: string | null,
    state: ScreenState,
    actions: ViewActions,
  ): unknown;
  /** Renders the sections that are no longer in the policy. */
  removed(
    changes: ChangesState,
    counts: ChangeCounts,
    level: number,
    state: ScreenState,
    actions: ViewActions,
  ): unknown;
  /** Counts the changes before each section. */
  count(comparison: Comparison): ChangeCounts;
  /** Returns the label of a changed section in the contents, or null if it did not change. */
  label(comparison: SectionComparison, messages: Messages): string | null;
  /** Creates the tag that names the change of a section or block. */
  tag(kind: TagKey, context: Pick<ScreenState, 'messages' | 'textDocument'>): TextNode;
  /** Sets the roles of marked runs for screen readers, depending on whether marks are shown. */
  exposeMarks(root: ParentNode, visible: boolean): void;
  /**
   * Style sheets for the shadow root, for text that is rendered into the page (`light`), and for a
   * wrapped page (`page`).
   */
  readonly styles: {
    readonly shadow: readonly CSSResult[];
    readonly light: readonly CSSResult[];
    readonly page: readonly CSSResult[];
  };
}

/** Names of the messages that are used as tags. */
export type TagKey =
  | 'added'
  | 'changed'
  | 'removed'
  | 'moved'
  | 'renamed'
  | 'renumbered'
  | 'split'
  | 'merged'
  | 'rewritten';
