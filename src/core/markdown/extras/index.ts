/** All that Markdown of the wild has besides Markdown, in one piece that can be loaded apart. */

import { readFields } from '../../fields.ts';
import type { MarkdownExtras } from '../extras.ts';
import { footnoteRule, gatherFootnotes } from './footnotes.ts';
import { takeFrontMatter } from './front-matter.ts';
import { readTag } from './inline-html.ts';
import { readIsland } from './islands.ts';
import { dropTemplates } from './templates.ts';

/** The extras that readers of Markdown are lent. */
export const markdownExtras: MarkdownExtras = {
  takeFrontMatter(source, base) {
    const { fields, text } = takeFrontMatter(source);
    return { about: readFields(fields, 'front-matter', base), text };
  },
  dropTemplates,
  readTag,
  readIsland,
  footnoteRule,
  gatherFootnotes,
};
