/** Finds the headings of documents that write them as bold lines. */

import type { ParsedDocument } from '../model/parsed-document.ts';
import type { Block } from '../model/policy.ts';
import { collapseWhitespace, inlineText } from '../model/text.ts';

type Content = ParsedDocument['content'];

/** A longer bold line is a sentence that somebody wanted to be read. */
const MAX_LENGTH = 120;

/** Real headings that a document may have beside bold ones, as a share of these. */
const MAX_SHARE = 0.25;

/**
 * Makes headings of bold lines where they clearly are the document's sections: where it has no
 * other headings, or next to none.
 */
export function promoteBoldLines(content: Content): Content {
  const levels = content.map((block) => (block.type === 'draftHeading' ? block.level : 0));
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
          type: 'draftHeading',
          level: Math.min(6, deepest + 1),
          children: block.children.flatMap((child) =>
            child.type === 'strong' ? child.children : child,
          ),
        }
      : block,
  );
}

function isBoldLine(block: Content[number], next: Content[number] | undefined): boolean {
  return block.type === 'paragraph' && !!next && next.type !== 'draftHeading' && isAllStrong(block);
}

function isAllStrong(block: Extract<Block, { type: 'paragraph' }>): boolean {
  const first = block.children[0];
  if (first?.type !== 'strong') return false;
  if (!/^\s*:?\s*$/.test(inlineText(block.children.slice(1)))) return false;
  const text = collapseWhitespace(inlineText(first.children));
  // A date or a sentence in bold is no heading, a question is.
  return (
    text.length <= MAX_LENGTH && /\p{L}/u.test(text) && !/[.!;,]$|\b(?:19|20)\d\d\b/.test(text)
  );
}
