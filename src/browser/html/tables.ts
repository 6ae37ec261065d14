/** Parses data tables, and recognizes tables that are only used for layout. */

import { MAX_TABLE_CELLS } from '../../core/model/limits.ts';
import type { Table, TableCell, TableRow } from '../../core/model/policy.ts';
import { HEADINGS } from './elements.ts';
import { parseInlines } from './inlines.ts';
import type { NodeContext } from './inlines.ts';
import { partAttributes } from './lists.ts';
import type { ParseChildren } from './lists.ts';

/** Maximum number of columns or rows that one cell may span. No readable table has wider cells. */
const MAX_SPAN = 100;

/** Whether a table is only used for layout. Its cells are then parsed as if there were no table. */
export function isLayoutTable(table: Element): boolean {
  return (
    /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') ||
    !!table.querySelector(`${HEADINGS},table,form,nav`) ||
    !table.querySelector('td~td,td~th,th~td,th~th')
  );
}

/** Parses a data table. */
export function parseTable(
  element: Element,
  context: NodeContext,
  parseChildren: ParseChildren,
): Table | null {
  const children: TableRow[] = [];
  const spanning = [...element.querySelectorAll(':is(td,th):is([colspan],[rowspan])')];
  const covered = spanning.reduce(
    (sum, cell) => sum + spanOf(cell, 'colspan') * spanOf(cell, 'rowspan'),
    0,
  );
  // Laying out a few rows of overlapping cells could block a page for seconds.
  const hasSpans = covered <= MAX_TABLE_CELLS;
  let caption: Table['caption'];
  for (const part of element.children) {
    if (part.localName === 'caption') caption = parseInlines(part.childNodes, context);
    const rows = part.localName === 'tr' ? [part] : part.children;
    for (const row of rows) {
      if (row.localName !== 'tr' || context.skips(row)) continue;
      const cells = parseCells(row, context, parseChildren, hasSpans);
      if (!cells.some((cell) => cell.children.length)) continue;
      const header =
        part.localName === 'thead' || (!children.length && cells.every((cell) => cell.header));
      children.push({ type: 'tableRow', header, ...partAttributes(row), children: cells });
    }
  }
  if (!children.length) return null;
  return { type: 'table', ...(caption?.length && { caption }), align: [], children };
}

function parseCells(
  row: Element,
  context: NodeContext,
  parseChildren: ParseChildren,
  hasSpans: boolean,
): TableCell[] {
  const cells: TableCell[] = [];
  for (const cell of row.children) {
    if (context.skips(cell)) continue;
    const columns = spanOf(cell, 'colspan');
    const rows = spanOf(cell, 'rowspan');
    cells.push({
      type: 'tableCell',
      header: cell.localName === 'th',
      ...(hasSpans && columns > 1 && { columns }),
      ...(hasSpans && rows > 1 && { rows }),
      ...partAttributes(cell),
      children: parseChildren(cell.childNodes),
    });
  }
  return cells;
}

function spanOf(cell: Element, attribute: string): number {
  const span = Math.trunc(Number(cell.getAttribute(attribute)));
  return span > 1 ? Math.min(span, MAX_SPAN) : 1;
}
