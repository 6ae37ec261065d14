/** Reads Markdown as it is found in the wild into a draft. */

import type { Draft } from '../draft.ts';
import type { Block } from '../policy.ts';
import type { ReadHints } from '../read.ts';
import { finish, type Steps } from '../steps.ts';
import { readBlocks } from './blocks.ts';
import { Footnotes } from './footnotes.ts';
import { lexMarkdown, type FootnoteToken } from './lexer.ts';

/** Reads a text without front matter into headings and blocks. */
export function* readMarkdownContent(text: string, hints: ReadHints): Steps<Draft['content']> {
  const tokens = yield* lexMarkdown(text);
  const notes = new Map<string, () => Block[]>();
  const footnotes = new Footnotes(notes);
  const context = { base: hints.base, html: hints.html, footnotes };
  for (const token of tokens) {
    if (token.type !== 'footnote') continue;
    const { label, tokens: body } = token as FootnoteToken;
    notes.set(label, () =>
      finish(readBlocks(body, context)).filter((block) => block.type !== 'draftHeading'),
    );
  }
  const content: Draft['content'][number][] = yield* readBlocks(tokens, context);
  const list = footnotes.list();
  if (list) content.push(list);
  return content;
}

/** Reads a whole Markdown document. */
export function* readMarkdown(text: string, hints: ReadHints): Steps<Draft> {
  const content = yield* readMarkdownContent(text, hints);
  return { kind: 'markdown', content };
}
