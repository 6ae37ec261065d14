/** A document as the lines a reader sees, which is where dates are stated. */

import type { DraftHeading } from '../draft.ts';
import type { Block, BlockNode, Inline } from '../policy.ts';

/** One line of a document. Cells of a table row are parted by tabs. */
export interface Line {
  readonly text: string;
  /** Level of a heading, 0 for any other line. */
  readonly level: number;
  readonly links: readonly {
    readonly start: number;
    readonly end: number;
    readonly href: string;
  }[];
}

/** Longer lines are cut: what states a date does so within its first and its last sentences. */
const MAX_LINE = 2000;

/** The lines of blocks, in order, empty ones left out. */
export function linesOf(content: readonly (DraftHeading | BlockNode)[]): Line[] {
  const lines: Line[] = [];
  for (const block of content) addBlock(block, lines);
  return lines;
}

function addBlock(block: DraftHeading | BlockNode, lines: Line[]): void {
  switch (block.type) {
    case 'paragraph':
    case 'descriptionTerm':
      return addInlines([block.children], 0, lines);
    case 'heading':
      return addInlines([block.children], block.depth + 1, lines);
    case 'draftHeading':
      return addInlines([block.children], block.level, lines);
    case 'code':
      for (const text of block.text.split('\n')) addLine({ text, level: 0, links: [] }, lines);
      return;
    case 'tableRow':
      return addInlines(
        block.children.map((cell) => cell.children.flatMap(phrasing)),
        0,
        lines,
      );
    case 'thematicBreak':
      return;
    case 'details':
      addInlines([block.summary], 6, lines);
      break;
    case 'figure':
      addInlines([block.caption], 0, lines);
      break;
    case 'table':
      if (block.caption) addInlines([block.caption], 0, lines);
  }
  for (const child of block.children as readonly Block[]) addBlock(child, lines);
}

/** The phrasing of a cell, whatever blocks it is in. */
function phrasing(block: BlockNode): readonly Inline[] {
  if (block.type === 'code') return [{ type: 'text', text: block.text }];
  if (block.type === 'paragraph' || block.type === 'heading') {
    return [...block.children, { type: 'text', text: ' ' }];
  }
  return 'children' in block ? (block.children as readonly BlockNode[]).flatMap(phrasing) : [];
}

function addInlines(cells: readonly (readonly Inline[])[], level: number, lines: Line[]): void {
  let text = '';
  let links: { start: number; end: number; href: string }[] = [];
  const add = (children: readonly Inline[]): void => {
    for (const child of children) {
      if (child.type === 'break') end();
      else if (child.type === 'image') text += child.alt;
      else if ('text' in child) text += child.text;
      else {
        const start = text.length;
        add(child.children);
        if (child.type === 'link' && child.href) {
          links.push({ start, end: text.length, href: child.href });
        }
      }
    }
  };
  const end = (): void => {
    addLine({ text, level, links }, lines);
    text = '';
    links = [];
  };
  cells.forEach((cell, index) => {
    if (index) text += '\t';
    add(cell);
  });
  end();
}

function addLine(line: Line, lines: Line[]): void {
  if (!line.text.trim()) return;
  const { text } = line;
  lines.push(
    text.length > 2 * MAX_LINE
      ? { ...line, text: `${text.slice(0, MAX_LINE)}\n${text.slice(-MAX_LINE)}` }
      : line,
  );
}
