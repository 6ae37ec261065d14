/** Reads tables of data, and tells those that only lay out a page. */

import { MAX_TABLE_CELLS } from '../../core/model/limits.ts';
import type { Table, TableCell, TableRow } from '../../core/model/policy.ts';
import { partOf } from './lists.ts';
import type { ParseChildren } from './lists.ts';
import { parseInlines } from './inlines.ts';
import type { NodeContext } from './inlines.ts';

/** Columns or rows that one cell may cover: more than any table that can be read. */
const MAX_SPAN = 100;

/** Tells a table that only places things: its cells are read as if they stood in the page. */
export function isLayoutTable(table: Element): boolean {
  return (
    /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') ||
    !!table.querySelector('h1,h2,h3,h4,h5,h6,table,form,nav') ||
    !table.querySelector('td~td,td~th,th~td,th~th')
  );
}

/** Reads a table of data. */
export function parseTable(
  element: Element,
  context: NodeContext,
  inside: ParseChildren,
): Table | null {
  const children: TableRow[] = [];
  const spanning = [...element.querySelectorAll(':is(td,th):is([colspan],[rowspan])')];
  const covered = spanning.reduce(
    (sum, cell) => sum + spanOf(cell, 'colspan') * spanOf(cell, 'rowspan'),
    0,
  );
  // Laying out a few rows of cells that cover each other could hold a page for seconds.
  const hasSpans = covered <= MAX_TABLE_CELLS;
  let caption: Table['caption'];
  for (const part of element.children) {
    if (part.localName === 'caption') caption = parseInlines(part.childNodes, context);
    const rows = part.localName === 'tr' ? [part] : part.querySelectorAll(':scope>tr');
    for (const row of rows) {
      if (context.skips(row)) continue;
      const cells = parseCells(row, context, inside, hasSpans);
      if (!cells.some((cell) => cell.children.length)) continue;
      const header =
        part.localName === 'thead' || (!children.length && cells.every((cell) => cell.header));
      children.push({ type: 'tableRow', header, ...partOf(row), children: cells });
      context.notes?.(children.at(-1)!, [row]);
    }
  }
  if (!children.length) return null;
  return { type: 'table', ...(caption?.length && { caption }), align: [], children };
}

function parseCells(
  row: Element,
  context: NodeContext,
  inside: ParseChildren,
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
      ...partOf(cell),
      children: inside(cell.childNodes),
    });
    context.notes?.(cells.at(-1)!, [cell]);
  }
  return cells;
}

function spanOf(cell: Element, attribute: string): number {
  const span = Math.trunc(Number(cell.getAttribute(attribute)));
  return span > 1 ? Math.min(span, MAX_SPAN) : 1;
}
