/** The extensions of Markdown in one module, so that it can be loaded only when needed. */

import { parseFields } from '../../metadata.ts';
import type { MarkdownExtensions } from '../../types.ts';
import { collectFootnotes, footnoteRule } from './footnotes.ts';
import { takeFrontMatter } from './front-matter.ts';
import { parseHtmlBlock } from './html-blocks.ts';
import { parseInlineTag } from './inline-html.ts';
import { dropTemplates } from './template-tags.ts';

/** All extensions of Markdown. */
export const markdownExtensions: MarkdownExtensions = {
  takeFrontMatter(source, base) {
    const { fields, text } = takeFrontMatter(source);
    return { about: parseFields(fields, 'front-matter', base), text };
  },
  dropTemplates,
  parseTag: parseInlineTag,
  parseHtmlBlock,
  footnoteRule,
  collectFootnotes,
};
