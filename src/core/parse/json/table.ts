/** Parses tables in JSON: lists of rows, which are lists of cells or objects. */

import { tooComplex } from '../../model/errors.ts';
import { MAX_TABLE_CELLS } from '../../model/limits.ts';
import type { Block, Table, TableRow } from '../../model/policy.ts';
import type { Task } from '../../tasks.ts';
import { fieldName } from '../metadata.ts';
import type { JsonObject } from './format.ts';
import { isObject, roleOf, textOf } from './text-fields.ts';

/** Matches the names of fields with the header cells of a table. */
const HEADERS = /^(?:table)?(?:headers?|heads?|headings?|columns?|cols)$/;

/** Matches the names of fields with the rows of a table. */
const ROWS = /^(?:(?:table)?rows|body|data|cells|values|content)$/;

/** A column: its header cell, and the key of its values if the rows are objects. */
interface Column {
  readonly key?: string | undefined;
  readonly label: unknown;
}

type CellParser = (cell: unknown) => Task<readonly Block[]>;

/** Returns the field with the header cells of an object with rows, or undefined. */
export function headersKey(section: JsonObject): string | undefined {
  return Object.keys(section).find(
    (key) => HEADERS.test(fieldName(key)) && Array.isArray(section[key]),
  );
}

/**
 * Parses a table: a list of rows, or an object with rows and headers.
 *
 * @throws PolicyError with code `unsupported` if there is text elsewhere, and `too-complex`.
 */
export function* parseTable(
  value: unknown,
  headers: unknown,
  parseCell: CellParser,
): Task<Table | null> {
  const rows = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const isKeyed = rows.some(isObject);
  const listed = Array.isArray(headers) ? headers.map(columnOf) : [];
  const columns = isKeyed ? keyedColumns(rows, listed) : listed;
  const widest = rows.reduce<number>(
    (most, row) => Math.max(most, Array.isArray(row) ? row.length : 1),
    columns.length,
  );
  if (rows.length * widest > MAX_TABLE_CELLS) tooComplex();
  const children: TableRow[] = [];
  const labels = columns.map(({ label }) => label);
  if (labels.some(textOf)) children.push(yield* parseRow(labels, true, parseCell));
  for (const row of rows) {
    const cells = isObject(row)
      ? columns.map(({ key }) => row[key!])
      : ((Array.isArray(row) ? row : [row]) as unknown[]);
    children.push(yield* parseRow(cells, false, parseCell));
  }
  return children.length ? { type: 'table', align: [], children } : null;
}

/** Returns the rows of an object that is a table, or undefined. */
export function rowsOf(table: JsonObject): readonly unknown[] | undefined {
  const key = Object.keys(table).find(
    (name) => ROWS.test(fieldName(name)) && Array.isArray(table[name]),
  );
  return key === undefined ? undefined : (table[key] as unknown[]);
}

function columnOf(header: unknown): Column {
  if (!isObject(header)) return { label: header };
  const { key, field, accessor, id, label, title, header: text, name, text: words } = header;
  const stated = textOf(label) ?? textOf(title) ?? textOf(text) ?? textOf(words) ?? textOf(name);
  return {
    key: textOf(key) ?? textOf(field) ?? textOf(accessor) ?? textOf(id) ?? textOf(name),
    label: stated,
  };
}

/** Returns a column for every key of the rows, with the headers that belong to them. */
function keyedColumns(rows: readonly unknown[], listed: readonly Column[]): readonly Column[] {
  const keys = new Set<string>();
  for (const { key } of listed) if (key !== undefined) keys.add(key);
  for (const row of rows) {
    if (!isObject(row)) continue;
    for (const key of Object.keys(row)) if (roleOf(key) !== 'metadata') keys.add(key);
  }
  const names = [...keys];
  const labels = new Map(
    listed.map(({ key, label }) => [fieldName(key ?? textOf(label) ?? ''), label]),
  );
  const isNamed = names.some((key) => labels.has(fieldName(key)));
  return names.map((key, at) => ({
    key,
    label: (isNamed ? labels.get(fieldName(key)) : listed[at]?.label) ?? key,
  }));
}

function* parseRow(
  cells: readonly unknown[],
  header: boolean,
  parseCell: CellParser,
): Task<TableRow> {
  const row: TableRow['children'][number][] = [];
  for (const cell of cells) {
    row.push({ type: 'tableCell', header, children: yield* parseCell(cell) });
  }
  return { type: 'tableRow', header, children: row };
}
