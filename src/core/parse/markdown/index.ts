/** Parses Markdown with marked's lexer. */

import type { ParsedDocument, FlatNode } from '../../model/parsed-document.ts';
import { runSync, type Task } from '../../tasks.ts';
import type { HtmlFragmentParser, MarkdownExtensions, MarkdownParser } from '../types.ts';
import { parseBlocks, type BlockContext } from './blocks.ts';
import { lexMarkdown } from './lexer.ts';

/**
 * Parses a Markdown document.
 *
 * @param html Parses HTML in the text. Without it, tags are dropped.
 * @param extensions Needed if `needsMarkdownExtensions` returns true.
 * @throws PolicyError with code `too-complex`.
 */
export function* parseMarkdown(
  source: string,
  base: string,
  html?: HtmlFragmentParser,
  extensions?: MarkdownExtensions,
): Task<ParsedDocument> {
  const plain = withPlainLineEnds(source);
  const { about, text } = extensions?.takeFrontMatter(plain, base) ?? { text: plain };
  const content = yield* parseMarkdownContent(text, base, html, extensions);
  return { ...about, kind: 'markdown', content };
}

/** Parses Markdown without front matter. */
export function* parseMarkdownContent(
  source: string,
  base: string,
  html?: HtmlFragmentParser,
  extensions?: MarkdownExtensions,
): Task<readonly FlatNode[]> {
  const plain = withPlainLineEnds(source);
  const tokens = extensions
    ? yield* lexMarkdown(extensions.preprocess(plain), ...extensions.rules)
    : yield* lexMarkdown(plain);
  const context: BlockContext = { base, html, extensions, footnotes: undefined };
  context.footnotes = extensions?.collectFootnotes(tokens, (inner) =>
    runSync(parseBlocks(inner, context)).filter((block) => block.type !== 'flatHeading'),
  );
  const content = yield* parseBlocks(tokens, context);
  const list = context.footnotes?.list();
  return list ? [...content, list] : content;
}

/** Creates the parser for Markdown inside JSON. The parameters are those of {@link parseMarkdown}. */
export function createMarkdownParser(
  html?: HtmlFragmentParser,
  extensions?: MarkdownExtensions,
): MarkdownParser {
  return {
    document: (source, base) => parseMarkdown(source, base, html, extensions),
    content: (source, base) => parseMarkdownContent(source, base, html, extensions),
  };
}

function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
