import { html, nothing, type TemplateResult } from 'lit';
import type { Table, TableCell, TableRow } from '../core/policy.ts';
import { phrasingText } from '../core/text.ts';
import { flowView, phrasing, surroundings, type BlockContext } from './blocks.ts';
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
  const missing = columns - widthOf(row);
  const last = row.children.length - 1;
  return html`<tr ${mark}>
    ${row.children.map((cell, index) =>
      cellView(
        cell,
        row.header,
        align[index] ?? null,
        inner,
        index === 0 ? opening : nothing,
        index === last ? closing : null,
      ),
    )}${missing > 0 ? html`<td colspan=${missing}></td>` : nothing}
  </tr>`;
}

function cellView(
  cell: TableCell,
  inHeader: boolean,
  align: Table['align'][number],
  context: BlockContext,
  rowOpening: unknown,
  rowClosing: (() => unknown) | null,
): TemplateResult {
  const { mark, opening, closing, inner } = surroundings(cell, context);
  const content = html`${rowOpening}${opening}${flowView(cell.children, inner)}${closing()}${rowClosing?.() ?? nothing}`;
  const columns = cell.columns ?? nothing;
  const rows = cell.rows ?? nothing;
  const aligned = align ?? nothing;
  return inHeader || cell.header
    ? html`<th
        scope=${inHeader ? 'col' : 'row'}
        colspan=${columns}
        rowspan=${rows}
        data-align=${aligned}
        ${mark}
      >
        ${content}
      </th>`
    : html`<td colspan=${columns} rowspan=${rows} data-align=${aligned} ${mark}>${content}</td>`;
}
