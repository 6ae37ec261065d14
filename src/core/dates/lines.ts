/** Splits a document into the lines that a visitor sees, because dates are stated line by line. */

import type { FlatHeading } from '../model/parsed-document.ts';
import type { Block, BlockNode, Inline } from '../model/policy.ts';

/** One line of a document. The cells of a table row are separated by tabs. */
export interface Line {
  readonly text: string;
  /** Level of a heading, or 0 for any other line. */
  readonly level: number;
  readonly links: readonly {
    readonly start: number;
    readonly end: number;
    readonly href: string;
  }[];
}

/** Maximum length of a line in characters. Longer lines are cut to their start and end, where dates are stated. */
const MAX_LINE = 4000;

/** Lines by content. Cached because the same lines are searched for dates, change log and links. */
const lineCache = new WeakMap<object, Line[]>();

type TextNode = FlatHeading | BlockNode | Inline;

/** Returns the lines of a document in order, without empty ones. */
export function linesOf(content: readonly (FlatHeading | Block)[]): Line[] {
  const seen = lineCache.get(content);
  if (seen) return seen;
  const lines: Line[] = [];
  lineCache.set(content, lines);
  let text = '';
  let links: { start: number; end: number; href: string }[] = [];

  const endLine = (level = 0): void => {
    if (text.trim()) {
      if (text.length > MAX_LINE)
        text = text.slice(0, MAX_LINE / 2) + '\n' + text.slice(-MAX_LINE / 2);
      lines.push({ text, level, links });
    }
    text = '';
    links = [];
  };

  const visitAll = (nodes: readonly TextNode[], inRow: boolean): void => {
    for (const node of nodes) visit(node, inRow);
  };

  const visit = (node: TextNode, inRow: boolean): void => {
    if (node.type === 'text') return void (text += node.text);
    if (node.type === 'code') {
      for (const line of node.text.split('\n')) {
        text += line;
        endLine();
      }
    } else if (node.type === 'image') text += node.alt;
    else if ('text' in node) text += node.text;
    if ('summary' in node && typeof node.summary !== 'string')
      visitInside(node, node.summary, inRow);
    if ('caption' in node) visitInside(node, node.caption, inRow);
    if ('children' in node) visitInside(node, node.children, inRow);
    if (node.type === 'tableCell') text += '\t';
    else if (node.type === 'break' && !inRow) endLine();
  };

  const visitInside = (
    node: TextNode,
    nodes: readonly TextNode[] | undefined,
    inRow: boolean,
  ): void => {
    if (!nodes) return;
    const start = text.length;
    visitAll(nodes, inRow || node.type === 'tableCell');
    if (node.type === 'link') {
      if (node.href) links.push({ start, end: text.length, href: node.href });
    } else if (LINES.has(node.type)) {
      if (inRow) text += ' ';
      else endLine(levelOf(node));
    }
  };

  visitAll(content, false);
  return lines;
}

/** Node types that end a line. Containers of such nodes need not be listed. */
const LINES = new Set(
  'paragraph flatHeading heading tableRow descriptionTerm details figure table'.split(' '),
);

function levelOf(node: TextNode): number {
  return node.type === 'flatHeading' ? node.level : node.type === 'heading' ? node.depth + 1 : 0;
}
