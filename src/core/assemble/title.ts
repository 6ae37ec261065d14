/** Finds the title of a document. */

import type { ParsedDocument, FlatNode } from '../model/parsed-document.ts';
import { blockText, collapseWhitespace, headingText, comparisonKey } from '../model/text.ts';
import type { Vocabulary } from '../vocabulary/index.ts';

/** A title and its position in the content. */
export interface FoundTitle {
  readonly title: string | null;
  /** Index of the block that is the title, or -1 if no block is. */
  readonly at: number;
}

/** Matches the number of a part of the document, such as `II.`, `B)` or `Part 1:`. */
const PART = /^(?:(?:part|teil|partie|parte|часть)\s+)?(?:[IVX]{1,4}|\d{1,2}|[A-H])\s?[.):–—-]\s/i;

/** Maximum length of a title in characters. A longer line is a sentence. */
const MAX_TITLE_LENGTH = 80;

/**
 * Finds the title: the heading that is clearly the title, else the title in the metadata, else the
 * first line if it names a policy.
 */
export function findTitle(
  content: readonly FlatNode[],
  stated: string | undefined,
  vocabulary: Vocabulary,
): FoundTitle {
  const isPolicyName = (text: string): boolean => namesPolicy(text, vocabulary);
  const headings = content.flatMap((block, at) =>
    block.type === 'flatHeading'
      ? { at, level: block.level, text: headingText(block.children) }
      : [],
  );
  const [first] = headings;
  const shallowest = Math.min(...headings.map(({ level }) => level));
  const top = headings.filter(({ level }) => level === shallowest);
  const alone = top.length === 1 ? top[0] : undefined;
  const leads = (at: number) => !content.slice(0, at).some(isSentence);
  const title = [first, alone].find(
    (heading) =>
      heading?.text &&
      (stated && comparisonKey(heading.text) === comparisonKey(stated)
        ? true
        : heading === alone
          ? heading.level === 1 ||
            (!stated && leads(heading.at) && (heading === first || isPolicyName(heading.text)))
          : !stated &&
            leads(heading.at) &&
            isPolicyName(heading.text) &&
            !top.every(({ text }) => PART.test(text))),
  );
  if (title) return { title: title.text, at: title.at };
  const line = content[0];
  const text = line?.type === 'paragraph' ? collapseWhitespace(blockText(line)) : '';
  if (!stated && isPolicyName(text) && !/[.:;,!?]$/.test(text)) return { title: text, at: 0 };
  return { title: stated ?? null, at: -1 };
}

/**
 * Returns the title in the metadata. If the first heading of the text does not name a policy, but a
 * part of the web page's title does, returns that part instead.
 */
export function findStatedTitle(
  { content, title, pageTitles = [] }: ParsedDocument,
  vocabulary: Vocabulary,
): string | undefined {
  const first = content.find((block) => block.type === 'flatHeading');
  if (first && namesPolicy(headingText(first.children), vocabulary)) return title;
  return pageTitles.find((one) => namesPolicy(one, vocabulary)) ?? title;
}

/** Whether a line names a policy, such as "Privacy Policy". */
function namesPolicy(text: string, vocabulary: Vocabulary): boolean {
  return text.length <= MAX_TITLE_LENGTH && vocabulary.title.test(text);
}

function isSentence(block: FlatNode): boolean {
  return (
    block.type === 'paragraph' &&
    blockText(block).length > MAX_TITLE_LENGTH &&
    /[.!?。]\s*$/.test(blockText(block))
  );
}
