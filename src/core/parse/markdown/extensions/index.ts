/** All that Markdown of the wild has besides Markdown, in one piece that can be loaded apart. */

import { parseFields } from '../../metadata.ts';
import type { MarkdownExtensions } from '../extensions.ts';
import { footnoteRule, collectFootnotes } from './footnotes.ts';
import { takeFrontMatter } from './front-matter.ts';
import { parseInlineTag } from './inline-html.ts';
import { parseHtmlBlock } from './html-blocks.ts';
import { dropTemplates } from './template-tags.ts';

/** The extras that readers of Markdown are lent. */
export const markdownExtensions: MarkdownExtensions = {
  takeFrontMatter(source, base) {
    const { fields, text } = takeFrontMatter(source);
    return { about: parseFields(fields, 'front-matter', base), text };
  },
  dropTemplates,
  parseTag: parseInlineTag,
  parseHtmlBlock: parseHtmlBlock,
  footnoteRule,
  collectFootnotes: collectFootnotes,
};
