import { html, nothing } from 'lit';
import { idInPage } from '../../core/model/ids.ts';
import type { Block, BlockNode, Inline } from '../../core/model/policy.ts';
import { inlinesView, type InlineContext } from './inlines.ts';
import { attributes, type Attributes } from '../on-element.ts';
import type { ChangeCounter } from '../changes/numbering.ts';
import type { Mount } from '../view-state.ts';

/** What blocks need to know of their surroundings. */
export interface BlockContext extends InlineContext {
  /** Where these blocks are mounted. */
  readonly mount: Mount;
  /** Level of the heading that these blocks stand under. */
  readonly level: number;
  /** Counts the changes while drawing; null where changes are not marked. */
  readonly stops: ChangeCounter | null;
  /** Set inside a block that is added or removed as a whole. */
  readonly whole?: 'added' | 'removed';
  /** Draws what is in a list item or a cell. Blocks hold blocks: parts of them draw by this. */
  readonly flow: (blocks: readonly Block[], context: BlockContext, isTight?: boolean) => unknown;
  /** Draws the older form of a block. */
  readonly previous: (node: BlockNode, context: BlockContext) => unknown;
}

/** What goes around a block's own words. */
export interface Decoration {
  /** Its attributes, bound in its tag. */
  readonly mark: unknown;
  /** The tag of one that is wholly new. */
  readonly before: unknown;
  /** Draws what follows a changed one; null where it did not change. To be called after `inner` is drawn. */
  readonly after: (() => unknown) | null;
  readonly inner: BlockContext;
}

/** The id of a block where it is mounted. */
export function idOf(
  { id }: BlockNode,
  { mount }: Pick<BlockContext, 'mount'>,
): string | undefined {
  return id && mount !== 'shadow' ? idInPage(id) : id;
}

/** Tells what goes around a block, and counts it if it changed. */
export function decorate(
  block: BlockNode,
  context: BlockContext,
  own: Attributes = {},
): Decoration {
  const { change, language: lang, direction: dir } = block;
  const { stops } = context;
  const all: Attributes = { ...own, id: idOf(block, context), lang, dir };
  return change && stops
    ? stops.views.around(change, stops, all, context)
    : { mark: attributes(all), before: nothing, after: null, inner: context };
}

/** Draws the text of a block that has nothing but phrasing in it. */
export function phrasing(inlines: readonly Inline[], context: BlockContext): unknown {
  return whole(inlinesView(inlines, context), context);
}

/** Draws text as part of a block that was added or removed, if it is. */
export function whole(content: unknown, context: BlockContext): unknown {
  switch (context.whole) {
    case 'added':
      return html`<ins part="added">${content}</ins>`;
    case 'removed':
      return html`<del part="deleted">${content}</del>`;
    default:
      return content;
  }
}

/** Tells whether a block needs nothing around its words. */
export function isStatic({ change, id, language, direction }: BlockNode): boolean {
  return !change && !id && !language && !direction;
}
