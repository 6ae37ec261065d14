/** Traverses a policy's tree for the rules of `check`. */

import type { Block, BlockNode, Inline, Policy } from '../../core/index.ts';
import { inlineText, isInlineBlock } from '../../core/model/text.ts';

/** Yields all inline content in document order, run by run: headings, paragraphs, captions. */
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

/** Yields every inline node at any depth. A parent comes before its children. */
export function* inlineNodes(children: readonly Inline[]): Generator<Inline> {
  for (const child of children) {
    yield child;
    if ('children' in child) yield* inlineNodes(child.children);
  }
}

/**
 * Returns the text of inline content. Code is left out, because its brackets and braces are not
 * placeholders.
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

/** Yields the title, and the text of every heading that is not inside another block. */
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
