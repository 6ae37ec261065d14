import { html, nothing, type TemplateResult } from 'lit';
import type { Table, TableRow } from '../core/policy.ts';
import { phrasingText } from '../core/text.ts';
import { phrasing, surroundings, type BlockContext } from './block-parts.ts';
import { scrollBoxView } from './scroll-box.ts';

/** Draws a table in a box that scrolls where the table is wider than the page. */
export function tableView(table: Table, mark: unknown, context: BlockContext): TemplateResult {
  const rows = table.children;
  const first = rows.findIndex((row) => !row.header);
  const heads = first < 0 ? rows.length : first;
  // With cells that span rows, a short row may be complete.
  const columns = rows.some((row) => row.children.some((cell) => (cell.rows ?? 1) > 1))
    ? 0
    : Math.max(table.align.length, ...rows.map(widthOf));
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
    (caption && phrasingText(caption)) || context.words.say('table'),
  );
}

function widthOf(row: TableRow): number {
  return row.children.reduce((width, cell) => width + (cell.columns ?? 1), 0);
}

function rowView(
  row: TableRow,
  align: Table['align'],
  columns: number,
  context: BlockContext,
): TemplateResult {
  const { mark, opening, closing, inner } = surroundings(row, context);
  const last = row.children.length - 1;
  const missing = columns - widthOf(row);
  const cells = row.children.map((cell, index) => {
    const isHeader = row.header || cell.header;
    const around = surroundings(cell, inner, {
      scope: isHeader ? (row.header ? 'col' : 'row') : undefined,
      colspan: cell.columns,
      rowspan: cell.rows,
      'data-align': align[index] ?? undefined,
    });
    const text = inner.flow(cell.children, around.inner);
    const content = html`${index ? nothing : opening}${around.opening}${text}${around.closing?.()}${index === last ? closing?.() : nothing}`;
    return isHeader
      ? html`<th ${around.mark}>${content}</th>`
      : html`<td ${around.mark}>${content}</td>`;
  });
  return html`<tr ${mark}>
    ${cells}${missing > 0 ? html`<td colspan=${missing}></td>` : nothing}
  </tr>`;
}
