/** Reads Markdown as it is found in the wild into a draft. */

import type { Draft } from '../draft.ts';
import { readFields } from '../fields.ts';
import type { Block } from '../policy.ts';
import type { ReadHints } from '../read.ts';
import { finish, type Steps } from '../steps.ts';
import { readBlocks } from './blocks.ts';
import { Footnotes } from './footnotes.ts';
import { takeFrontMatter } from './front-matter.ts';
import { lexMarkdown, type FootnoteToken } from './lexer.ts';
import { dropTemplates } from './templates.ts';

/** Reads a whole Markdown document. */
export function* readMarkdown(source: string, hints: ReadHints): Steps<Draft> {
  const { fields, text } = takeFrontMatter(source.replace(/\r\n?/g, '\n'));
  const content = yield* readMarkdownContent(text, hints);
  return { ...readFields(fields, 'front-matter', hints.base), kind: 'markdown', content };
}

/** Reads Markdown without front matter, such as a field of a JSON document. */
export function* readMarkdownContent(text: string, hints: ReadHints): Steps<Draft['content']> {
  const tokens = yield* lexMarkdown(dropTemplates(text.replace(/\r\n?/g, '\n')));
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
  const content = yield* readBlocks(tokens, context);
  const list = footnotes.list();
  return list ? [...content, list] : content;
}
