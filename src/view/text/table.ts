import { html, nothing, type TemplateResult } from 'lit';
import type { Table, TableCell, TableRow } from '../../core/model/policy.ts';
import { inlineText } from '../../core/model/text.ts';
import { phrasing, decorate, type BlockContext } from './block-context.ts';
import type { Attributes } from '../on-element.ts';
import { scrollBoxView } from './scroll-box.ts';

/** Draws a table in a box that scrolls where the table is wider than the page. */
export function tableView(table: Table, mark: unknown, context: BlockContext): TemplateResult {
  const rows = table.children;
  const { heads, columns } = measure(table);
  const rowsView = (part: readonly TableRow[]): unknown[] =>
    part.map((row) => rowView(row, table.align, columns, context));
  const caption = table.caption?.length ? table.caption : null;
  return scrollBoxView(
    html`<table ${mark}>
      ${
        caption
          ? html`<caption>
              ${phrasing(caption, context)}
            </caption>`
          : nothing
      }${
        heads
          ? html`<thead>
              ${rowsView(rows.slice(0, heads))}
            </thead>`
          : nothing
      }
      <tbody>
        ${rowsView(rows.slice(heads))}
      </tbody>
    </table>`,
    (caption && inlineText(caption)) || context.messages.t('table'),
  );
}

/** How many rows are its head, and how many columns a row without spans should fill. */
export function measure({ children: rows, align }: Table): { heads: number; columns: number } {
  const first = rows.findIndex((row) => !row.header);
  // With cells that span rows, a short row may be complete.
  const spans = rows.some((row) => row.children.some((cell) => (cell.rows ?? 1) > 1));
  return {
    heads: first < 0 ? rows.length : first,
    columns: spans ? 0 : Math.max(align.length, ...rows.map(widthOf)),
  };
}

/** Number of columns that a row takes. */
export function widthOf(row: TableRow): number {
  return row.children.reduce((width, cell) => width + (cell.columns ?? 1), 0);
}

/** What a cell says of itself in its tag. */
export function cellAttributes(
  { header, columns, rows }: TableCell,
  row: TableRow,
  align: Table['align'][number] | undefined,
): Attributes {
  return {
    scope: row.header ? 'col' : header ? 'row' : undefined,
    colspan: columns,
    rowspan: rows,
    'data-align': align ?? undefined,
  };
}

function rowView(
  row: TableRow,
  align: Table['align'],
  columns: number,
  context: BlockContext,
): TemplateResult {
  const { mark, before: opening, after: closing, inner } = decorate(row, context);
  const last = row.children.length - 1;
  const missing = columns - widthOf(row);
  const cells = row.children.map((cell, index) => {
    const isHeader = row.header || cell.header;
    const around = decorate(cell, inner, cellAttributes(cell, row, align[index]));
    const text = inner.flow(cell.children, around.inner);
    const content = html`${index ? nothing : opening}${around.before}${text}${around.after?.()}${index === last ? closing?.() : nothing}`;
    return isHeader
      ? html`<th ${around.mark}>${content}</th>`
      : html`<td ${around.mark}>${content}</td>`;
  });
  return html`<tr ${mark}>
    ${cells}${missing > 0 ? html`<td colspan=${missing}></td>` : nothing}
  </tr>`;
}
