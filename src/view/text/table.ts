import type { Table, TableCell, TableRow } from '../../core/model/policy.ts';
import { inlineText } from '../../core/model/text.ts';
import type { Messages } from '../../i18n/index.ts';
import type { Attributes } from './text-document.ts';

/**
 * Returns the number of header rows, and the number of columns. The number of columns is 0 if cells
 * span several rows, because a short row can then be complete.
 */
export function measureTable({ children: rows, align }: Table): { heads: number; columns: number } {
  const first = rows.findIndex((row) => !row.header);
  const spans = rows.some((row) => row.children.some((cell) => (cell.rows ?? 1) > 1));
  return {
    heads: first < 0 ? rows.length : first,
    columns: spans ? 0 : Math.max(align.length, ...rows.map(widthOf)),
  };
}

/** Returns the name of a table: its caption, or "Table". */
export function tableLabel({ caption = [] }: Table, messages: Messages): string {
  return inlineText(caption) || messages.t('table');
}

/** Returns the number of columns that a row fills. */
export function widthOf(row: TableRow): number {
  return row.children.reduce((width, cell) => width + (cell.columns ?? 1), 0);
}

/** Returns the attributes of a cell. */
export function cellAttributes(
  { header, columns, rows }: TableCell,
  row: TableRow,
  align: Table['align'][number] | undefined,
): Attributes {
  return {
    scope: row.header ? 'col' : header ? 'row' : null,
    colspan: columns,
    rowspan: rows,
    'data-align': align,
  };
}
