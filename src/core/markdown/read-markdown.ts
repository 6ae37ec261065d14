/** Reads Markdown into a draft. */

import type { Draft } from '../draft.ts';
import type { ReadHints } from '../read.ts';
import { finish, type Steps } from '../steps.ts';
import { readBlocks, type BlockContext } from './blocks.ts';
import { lexMarkdown } from './lexer.ts';

/** Reads a whole Markdown document. */
export function* readMarkdown(source: string, hints: ReadHints): Steps<Draft> {
  const plain = source.replace(/\r\n?/g, '\n');
  const { about, text } = hints.extras?.takeFrontMatter(plain, hints.base) ?? { text: plain };
  return { ...about, kind: 'markdown', content: yield* readMarkdownContent(text, hints) };
}

/** Reads Markdown without front matter, such as a field of a JSON document. */
export function* readMarkdownContent(
  source: string,
  { base, html, extras }: ReadHints,
): Steps<Draft['content']> {
  const plain = source.replace(/\r\n?/g, '\n');
  const tokens = extras
    ? yield* lexMarkdown(extras.dropTemplates(plain), extras.footnoteRule)
    : yield* lexMarkdown(plain);
  const context: BlockContext = { base, html, extras, footnotes: undefined };
  context.footnotes = extras?.gatherFootnotes(tokens, (inner) =>
    finish(readBlocks(inner, context)).filter((block) => block.type !== 'draftHeading'),
  );
  const content = yield* readBlocks(tokens, context);
  const list = context.footnotes?.list();
  return list ? [...content, list] : content;
}
