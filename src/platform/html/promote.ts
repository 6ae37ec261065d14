/** Makes headings of what only looks like headings, in documents that have no real ones. */

import type { Draft, DraftHeading } from '../../core/draft.ts';
import type { Inline } from '../../core/policy.ts';
import { phrasingText } from '../../core/text.ts';

type Content = Draft['content'];

/** Characters of a bold line that is still a heading. */
const MAX_HEADING = 120;

/** Promotes lines that are bold as a whole, when a document has at most its title as a heading. */
export function promoteHeadings(content: Content): Content {
  const headings = content.filter(({ type }) => type === 'draftHeading');
  if (headings.length > 1) return content;
  const level = ((headings[0] as DraftHeading | undefined)?.level ?? 1) + 1;
  const promoted = content.map((block): Content[number] => {
    const children = block.type === 'paragraph' && boldLine(block.children);
    return children ? { ...block, type: 'draftHeading', level, children } : block;
  });
  // Where everything is bold, nothing is a heading.
  const found = promoted.filter(({ type }) => type === 'draftHeading').length;
  return found * 2 > content.length + 1 ? content : promoted;
}

function boldLine(children: readonly Inline[]): readonly Inline[] | null {
  const said = children.filter((child) => child.type !== 'text' || child.text.trim());
  const [only] = said;
  if (said.length !== 1 || !only || !('children' in only)) return null;
  if (only.type !== 'strong') return only.type === 'emphasis' ? boldLine(only.children) : null;
  const text = phrasingText(only.children).trim();
  return text.length <= MAX_HEADING && !/[.;,]$/.test(text) ? only.children : null;
}
