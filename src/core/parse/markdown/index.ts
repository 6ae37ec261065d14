/** Reads Markdown into a draft. */

import type { ParsedDocument } from '../../model/parsed-document.ts';
import type { ParseOptions } from '../../parse-policy.ts';
import { runSync, type Task } from '../../tasks.ts';
import { parseBlocks, type BlockContext } from './blocks.ts';
import { lexMarkdown } from './lexer.ts';

/** Reads a whole Markdown document. */
export function* parseMarkdown(source: string, hints: ParseOptions): Task<ParsedDocument> {
  const plain = source.replace(/\r\n?/g, '\n');
  const { about, text } = hints.extensions?.takeFrontMatter(plain, hints.base) ?? { text: plain };
  return { ...about, kind: 'markdown', content: yield* parseMarkdownContent(text, hints) };
}

/** Reads Markdown without front matter, such as a field of a JSON document. */
export function* parseMarkdownContent(
  source: string,
  { base, html, extensions: extras }: ParseOptions,
): Task<ParsedDocument['content']> {
  const plain = source.replace(/\r\n?/g, '\n');
  const tokens = extras
    ? yield* lexMarkdown(extras.dropTemplates(plain), extras.footnoteRule)
    : yield* lexMarkdown(plain);
  const context: BlockContext = { base, html, extensions: extras, footnotes: undefined };
  context.footnotes = extras?.collectFootnotes(tokens, (inner) =>
    runSync(parseBlocks(inner, context)).filter((block) => block.type !== 'draftHeading'),
  );
  const content = yield* parseBlocks(tokens, context);
  const list = context.footnotes?.list();
  return list ? [...content, list] : content;
}
