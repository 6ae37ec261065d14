/** Traverses a policy's tree for the rules of `check`. */

import type { Block, BlockNode, Inline, Policy } from '../../core/index.ts';
import { inlineText, isInlineBlock } from '../../core/model/text.ts';

/** Yields every run of inline content in document order, including headings. */
export function* inlineRuns({ intro, sections }: Policy): Generator<readonly Inline[]> {
  yield* runsIn(intro);
  for (const { headingContent, blocks } of sections) {
    yield headingContent;
    yield* runsIn(blocks);
  }
}

function* runsIn(blocks: readonly BlockNode[]): Generator<readonly Inline[]> {
  for (const block of blocks) {
    if ('caption' in block && block.caption) yield block.caption;
    if ('summary' in block) yield block.summary;
    if (isInlineBlock(block)) yield block.children;
    else if ('children' in block) yield* runsIn(block.children);
  }
}

/** Yields every inline node of some content, outermost first. */
export function* inlineNodes(children: readonly Inline[]): Generator<Inline> {
  for (const child of children) {
    yield child;
    if ('children' in child) yield* inlineNodes(child.children);
  }
}

/**
 * Returns the text of inline content without code, in which brackets and braces are meant
 * literally.
 */
export function proseText(children: readonly Inline[]): string {
  return children
    .map((child) =>
      child.type === 'inlineCode'
        ? ' '
        : 'children' in child
          ? proseText(child.children)
          : inlineText([child]),
    )
    .join('');
}

/** Yields the text of every visible heading, including the title. */
export function* headings({ title, intro, sections }: Policy): Generator<string> {
  if (title) yield title;
  yield* innerHeadings(intro);
  for (const { heading, blocks } of sections) {
    yield heading;
    yield* innerHeadings(blocks);
  }
}

function* innerHeadings(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) if (block.type === 'heading') yield inlineText(block.children);
}
