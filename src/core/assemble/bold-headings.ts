/** Finds headings that are written as bold lines. */

import type { ParsedDocument } from '../model/parsed-document.ts';
import type { Block } from '../model/policy.ts';
import { collapseWhitespace, inlineText } from '../model/text.ts';

type Content = ParsedDocument['content'];

/** Characters of a heading. A longer bold line is an emphasized sentence. */
const MAX_LENGTH = 120;

/** Real headings that a document may have, as a share of its bold lines. */
const MAX_SHARE = 0.25;

/** Turns bold lines into headings if the document has no other headings, or nearly none. */
export function promoteBoldLines(content: Content): Content {
  const levels = content.map((block) => (block.type === 'flatHeading' ? block.level : 0));
  const deepest = Math.max(0, ...levels);
  const real = levels.filter(Boolean).length;
  const bold = content.filter((block, index) => isBoldLine(block, content[index + 1]));
  // One real heading is the title.
  if (bold.length < 2 || real - 1 > bold.length * MAX_SHARE) return content;
  const chosen = new Set<unknown>(bold);
  return content.map((block) =>
    block.type === 'paragraph' && chosen.has(block)
      ? {
          ...block,
          type: 'flatHeading',
          level: Math.min(6, deepest + 1),
          children: block.children.flatMap((child) =>
            child.type === 'strong' ? child.children : child,
          ),
        }
      : block,
  );
}

function isBoldLine(block: Content[number], next: Content[number] | undefined): boolean {
  return block.type === 'paragraph' && !!next && next.type !== 'flatHeading' && isAllStrong(block);
}

function isAllStrong(block: Extract<Block, { type: 'paragraph' }>): boolean {
  const first = block.children[0];
  if (first?.type !== 'strong') return false;
  if (!/^\s*:?\s*$/.test(inlineText(block.children.slice(1)))) return false;
  const text = collapseWhitespace(inlineText(first.children));
  // Dates and sentences are not headings, questions are.
  return (
    text.length <= MAX_LENGTH && /\p{L}/u.test(text) && !/[.!;,]$|\b(?:19|20)\d\d\b/.test(text)
  );
}
