/** The Markdown extensions in one module, so that they are loaded only when needed. */

import { parseFields } from '../../metadata.ts';
import type { MarkdownExtensions } from '../../types.ts';
import { separateBoxes } from './boxes.ts';
import { calloutRule } from './callouts.ts';
import { compactHeadingRule } from './compact-headings.ts';
import { openTabs } from './content-tabs.ts';
import { abbreviationRule, definitionRule } from './definitions.ts';
import { collectFootnotes, footnoteRule } from './footnotes.ts';
import { takeFrontMatter } from './front-matter.ts';
import { parseHtmlBlock } from './html-blocks.ts';
import { parseInlineTag } from './inline-html.ts';
import { dropTemplates } from './template-tags.ts';

/** All Markdown extensions. */
export const markdownExtensions: MarkdownExtensions = {
  takeFrontMatter(source, base) {
    const { fields, text } = takeFrontMatter(source);
    return { about: parseFields(fields, 'front-matter', base), text };
  },
  preprocess: (text) => separateBoxes(openTabs(dropTemplates(text))),
  parseTag: parseInlineTag,
  parseHtmlBlock,
  rules: [footnoteRule, calloutRule, compactHeadingRule, abbreviationRule, definitionRule],
  collectFootnotes,
};
