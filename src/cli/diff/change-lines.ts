/** Lists changes as lines of text, for the terminal, Markdown and feeds. */

import type {
  BlockNode,
  ChangeNote,
  Comparison,
  Inline,
  SectionComparison,
} from '../../core/index.ts';
import { isInlineBlock } from '../../core/model/text.ts';

/** A run of text that was added or removed, or that is in both versions if the mark is null. */
export interface Segment {
  readonly text: string;
  readonly mark: 'added' | 'removed' | null;
}

/** Elements of marked text. */
const ELEMENTS = { added: 'ins', removed: 'del' } as const;

/** Returns text as HTML with marks. `escape` escapes the text, which may be for Markdown. */
export function markedHtml(segments: readonly Segment[], escape: (text: string) => string): string {
  return segments
    .map(({ text, mark }) => {
      const escaped = escape(text);
      return mark ? `<${ELEMENTS[mark]}>${escaped}</${ELEMENTS[mark]}>` : escaped;
    })
    .join('');
}

/** A paragraph, list item or table row that changed. */
export interface ChangeLine {
  /** `edited` if parts of the line changed, or else the change of the whole line. */
  readonly kind: 'added' | 'removed' | 'edited';
  readonly segments: readonly Segment[];
  /** Descriptions of changes that marks cannot show, such as a new link address. */
  readonly notes: readonly string[];
}

/** A section that changed, or the introduction if it changed. */
export interface ChangedPart {
  /** The heading of this part, with marks. */
  readonly heading: readonly Segment[];
  /** Changes of the whole part, such as `added` or `moved, was after "Cookies"`. */
  readonly states: readonly string[];
  readonly lines: readonly ChangeLine[];
}

/** Returns the changed parts in document order, followed by the removed sections. */
export function changedParts({ intro, sections, removed }: Comparison): ChangedPart[] {
  const parts: ChangedPart[] = [];
  if (intro.count)
    parts.push({ heading: [plain('Introduction')], states: [], lines: changeLines(intro.blocks) });
  for (const section of [...sections, ...removed])
    if (section.kinds.length) parts.push(describeSection(section));
  return parts;
}

function describeSection(comparison: SectionComparison): ChangedPart {
  const { section, kinds, previousHeading, movedAfter, origins, blocks } = comparison;
  const whole = kinds.includes('added') ? 'added' : kinds.includes('removed') ? 'removed' : null;
  const isRenamed = previousHeading !== null && previousHeading !== section.heading;
  const heading: Segment[] = isRenamed
    ? [
        { text: previousHeading, mark: 'removed' },
        plain(' '),
        { text: section.heading, mark: 'added' },
      ]
    : [{ text: section.heading, mark: whole }];
  const states = kinds.map((kind) => {
    if (kind === 'moved')
      return movedAfter ? `moved, was after "${movedAfter}"` : 'moved, was first';
    const from = origins.map((origin) => `"${origin}"`).join(', ');
    return (kind === 'split' || kind === 'merged') && from ? `${kind} from ${from}` : kind;
  });
  return { heading, states, lines: changeLines(blocks, whole) };
}

/** Returns the changed lines of blocks, or all lines if the section was added or removed. */
function changeLines(
  blocks: readonly BlockNode[],
  whole: 'added' | 'removed' | null = null,
): ChangeLine[] {
  return blocks.flatMap((block) => blockLines(block, whole));
}

function blockLines(block: BlockNode, whole: 'added' | 'removed' | null): ChangeLine[] {
  const { change } = block;
  const notes = (change?.notes ?? []).map(noteText);
  const mark = whole ?? wholeMark(block);
  if (change?.kind === 'rewritten' && change.previous && !whole)
    return [...blockLines(change.previous, 'removed'), ...blockLines(block, 'added')];
  const kind = mark ?? 'edited';
  if (block.type === 'tableRow') {
    if (!mark && !hasChange(block)) return [];
    const cells = block.children.map((cell) => wordsOf(cell, mark));
    const segments = cells.flatMap((cell, at) => (at ? [plain(' | '), ...cell] : cell));
    return [{ kind, segments, notes }];
  }
  if ('text' in block)
    return mark || change ? [{ kind, segments: [{ text: block.text, mark }], notes }] : [];
  const segments = segmentsOf(ownContent(block), mark);
  const isChanged = mark || segments.some((segment) => segment.mark);
  const lines: ChangeLine[] = [];
  if (segments.length && (isChanged || notes.length)) lines.push({ kind, segments, notes });
  else if (notes.length) lines.push({ kind, segments: [], notes });
  if ('children' in block && !isInlineBlock(block))
    lines.push(...changeLines(block.children, mark));
  return lines;
}

function wholeMark({ change }: BlockNode): 'added' | 'removed' | null {
  return change?.kind === 'added' || change?.kind === 'removed' ? change.kind : null;
}

/** Returns a block's own inline content: its text, its summary or its caption. */
function ownContent(block: BlockNode): readonly Inline[] {
  if (isInlineBlock(block)) return block.children;
  if ('summary' in block) return block.summary;
  return ('caption' in block && block.caption) || [];
}

function hasChange(block: BlockNode): boolean {
  if (block.change) return true;
  return 'children' in block && !isInlineBlock(block) && block.children.some(hasChange);
}

/** Returns all text of a block and of the blocks in it. */
function wordsOf(block: BlockNode, whole: Segment['mark']): Segment[] {
  const mark = whole ?? wholeMark(block);
  if ('text' in block) return [{ text: block.text, mark }];
  if (isInlineBlock(block)) return segmentsOf(block.children, mark);
  return 'children' in block ? block.children.flatMap((child) => wordsOf(child, mark)) : [];
}

/** Returns the text of inline content, divided by marks. `whole` overrides the marks in it. */
function segmentsOf(children: readonly Inline[], whole: Segment['mark'] = null): Segment[] {
  const segments: Segment[] = [];
  const add = (text: string, mark: Segment['mark']): void => {
    const last = segments.at(-1);
    if (last?.mark === mark) segments[segments.length - 1] = { text: last.text + text, mark };
    else if (text) segments.push({ text, mark });
  };
  const walk = (nodes: readonly Inline[], mark: Segment['mark']): void => {
    for (const node of nodes) {
      if ('text' in node) add(node.text.replace(/\s+/g, ' '), mark);
      else if (node.type === 'added' || node.type === 'removed')
        walk(node.children, mark ?? node.type);
      else if ('children' in node) walk(node.children, mark);
      else add(node.type === 'image' ? node.alt : ' ', mark);
    }
  };
  walk(children, whole);
  return segments;
}

function noteText(note: ChangeNote): string {
  switch (note.type) {
    case 'link-address':
      return `link "${note.text}": ${note.before ?? 'no address'} → ${note.after ?? 'no address'}`;
    case 'link-added':
      return `"${note.text}" is now a link to ${note.address}`;
    case 'link-removed':
      return `"${note.text}" is no longer a link to ${note.address}`;
    case 'image':
      return `image "${note.alt}": ${note.before ?? 'none'} → ${note.after ?? 'none'}`;
    case 'table-shape':
      return 'the table has other rows or columns';
  }
}

function plain(text: string): Segment {
  return { text, mark: null };
}

/** Sentence for a policy whose words changed while its date did not. */
export const DATE_UNCHANGED = 'The words changed, and the date that the text states did not.';

/** Names of the facts above the text, as in "Only the date changed." */
const HEAD_NAMES = {
  title: 'title',
  updated: 'date',
  effective: 'effective date',
  version: 'version',
} as const;

/**
 * Returns one sentence that names the changed sections and states whether a change is material.
 *
 * @param isMinor Whether the publisher calls the change minor.
 */
export function headline(comparison: Comparison, isMinor = false): string {
  const { summary, head, intro } = comparison;
  const names = summary.sections.map(({ heading, kind }) =>
    kind === 'changed' ? heading : `${heading} (${kind})`,
  );
  if (intro.count) names.unshift('Introduction');
  if (!names.length && !head.length) return 'Visitors will see no change.';
  const what = countOfParts(comparison);
  if (!names.length) return `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
  const weight = isMinor ? 'minor' : summary.material ? 'material' : 'not material';
  return `${what}, ${weight}: ${names.join(', ')}.`;
}

/** Returns a phrase with the number of changed parts, or else with the names of changed facts. */
export function countOfParts({ summary, head, intro }: Comparison): string {
  const count = summary.sections.length + Number(intro.count > 0);
  if (count) return count === 1 ? '1 part changed' : `${count} parts changed`;
  const facts = head.map(({ field }) => HEAD_NAMES[field]).join(', ');
  return facts ? `only the ${facts} changed` : 'no part changed';
}
