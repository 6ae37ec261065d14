/** Marks added words in the page's own text with the CSS Custom Highlight API, which changes no node. */

import type { BlockNode, Inline } from '../../core/model/policy.ts';

/** Name of the highlight in style sheets: `::highlight(privacy-policy-added)`. */
const HIGHLIGHT = 'privacy-policy-added';

/**
 * Maximum number of characters in the page between two consecutive characters of the policy: icons,
 * anchors, soft hyphens.
 */
const MAX_SKIPPED = 80;

/**
 * Manages the highlighted words of one element. All elements of a page share one registered
 * highlight.
 */
export class AddedHighlight {
  #ranges: readonly Range[] = [];

  /** Highlights the given ranges instead of the previous ones. */
  show(ranges: readonly Range[]): void {
    if (!('highlights' in CSS)) return;
    const shared = CSS.highlights.get(HIGHLIGHT) ?? new Highlight();
    for (const range of this.#ranges) shared.delete(range);
    for (const range of ranges) shared.add(range);
    this.#ranges = ranges;
    if (shared.size) CSS.highlights.set(HIGHLIGHT, shared);
    else CSS.highlights.delete(HIGHLIGHT);
  }
}

/**
 * Finds the added words of marked blocks in the page's text. White space is ignored, because the
 * page's white space may differ from the policy's.
 */
export function addedRanges(element: Element, blocks: readonly BlockNode[]): Range[] {
  const runs = blocks.flatMap((block) => runsOf(block, false));
  if (!runs.some(({ isAdded }) => isAdded)) return [];
  const letters = lettersOf(element);
  const ranges: Range[] = [];
  let at = 0;
  for (const { text, isAdded } of runs) {
    let first = -1;
    let last = -1;
    for (const letter of text.replace(/\s+/g, '')) {
      let found = at;
      while (found < at + MAX_SKIPPED && letters[found] && letters[found]!.letter !== letter)
        found++;
      if (letters[found]?.letter !== letter) continue;
      at = found + 1;
      if (first < 0) first = found;
      last = found;
    }
    if (!isAdded || first < 0) continue;
    const range = element.ownerDocument.createRange();
    range.setStart(letters[first]!.node, letters[first]!.offset);
    range.setEnd(letters[last]!.node, letters[last]!.offset + letters[last]!.letter.length);
    ranges.push(range);
  }
  return ranges;
}

interface Letter {
  readonly letter: string;
  readonly node: Text;
  readonly offset: number;
}

function lettersOf(element: Element): Letter[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const letters: Letter[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    let offset = 0;
    for (const letter of node.data) {
      if (letter.trim()) letters.push({ letter, node, offset });
      offset += letter.length;
    }
  }
  return letters;
}

interface Run {
  readonly text: string;
  readonly isAdded: boolean;
}

/** Splits the current text of a marked tree into runs, each of which was added or not. */
function runsOf(node: BlockNode | Inline, isAdded: boolean): Run[] {
  const kind = 'change' in node ? node.change?.kind : undefined;
  if (kind === 'removed' || node.type === 'removed') return [];
  const isNew = isAdded || kind === 'added' || node.type === 'added';
  if ('text' in node) return [{ text: node.text, isAdded: isNew }];
  const runs: Run[] = [];
  for (const list of [
    'summary' in node ? node.summary : [],
    'children' in node ? node.children : [],
    'caption' in node ? (node.caption ?? []) : [],
  ])
    for (const child of list) runs.push(...runsOf(child, isNew));
  return runs;
}
