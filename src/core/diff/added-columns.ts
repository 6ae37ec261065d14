/** Marks the columns that only the newer of two tables has. */

import type { BlockNode, Table, TableCell, TableRow } from '../model/policy.ts';
import type { DiffContext } from './block-index.ts';
import { diffSequences } from './sequence-diff.ts';

const EMPTY_CELL: TableCell = { type: 'tableCell', header: false, children: [] };

/**
 * Returns the indexes of the columns that were added to a table. Returns null if its columns
 * changed in any other way, or if cells are merged. Columns with equal headings count as the same.
 */
export function addedColumns(
  before: Table,
  after: Table,
  { indexBlock }: DiffContext,
): ReadonlySet<number> | null {
  const [b, a] = [before, after].map(({ children }) => {
    const headings = children[0]?.children ?? [];
    const isRegular = children.every(
      (row) =>
        row.children.length === headings.length &&
        row.children.every(({ columns = 1, rows = 1 }) => columns === 1 && rows === 1),
    );
    const keys = headings.map((cell) => indexBlock(cell).key);
    return isRegular && !keys.includes(-1) ? keys : null;
  });
  if (!b || !a) return null;
  const added = new Set<number>();
  for (const { b0, b1, a0, a1 } of diffSequences(b, a)) {
    if (b0 < b1) return null;
    for (let index = a0; index < a1; index++) added.add(index);
  }
  return added.size ? added : null;
}

/** Returns a table without some of its columns. */
export function withoutColumns(table: Table, left: ReadonlySet<number>): Table {
  const keep = (_: unknown, index: number): boolean => !left.has(index);
  return {
    ...table,
    align: table.align.filter(keep),
    children: table.children.map((row) => ({ ...row, children: row.children.filter(keep) })),
  };
}

/** Marks the added columns of `after`, and inserts them into the table diffed without them. */
export function insertColumns(marked: Table, after: Table, added: ReadonlySet<number>): Table {
  let next = 0;
  const children = marked.children.map((row): TableRow => {
    const newer = row.change?.kind === 'removed' ? null : after.children[next++]!;
    const cells = [...row.children];
    for (const index of added) {
      const cell = newer?.children[index] ?? EMPTY_CELL;
      cells.splice(index, 0, row.change?.kind === 'added' ? cell : markedCell(cell));
    }
    return { ...row, children: cells };
  });
  return {
    ...marked,
    align: after.align,
    children,
    change: { ...marked.change, kind: 'edited', material: true },
  };
}

function markedCell(cell: TableCell): TableCell {
  const children = cell.children.map((block): BlockNode =>
    block.type === 'paragraph'
      ? { ...block, children: [{ type: 'added', children: block.children }] }
      : { ...block, change: { kind: 'added', material: true } },
  );
  return { ...cell, children } as TableCell;
}
