import { expect } from 'chai';
import type { Table, TableCell, TableRow } from '../../../src/core/model/policy.ts';
import { cellAttributes, measureTable, tableLabel } from '../../../src/view/text/table.ts';
import { messages } from '../render-html.ts';

const cell = (more: Partial<TableCell> = {}): TableCell => ({
  type: 'tableCell',
  header: false,
  children: [],
  ...more,
});
const row = (header: boolean, ...children: TableCell[]): TableRow => ({
  type: 'tableRow',
  header,
  children,
});
const table = (...children: TableRow[]): Table => ({ type: 'table', align: [], children });

describe('measureTable', () => {
  for (const [what, measured, heads, columns] of [
    ['one header row', table(row(true, cell(), cell()), row(false, cell())), 1, 2],
    ['header rows alone', table(row(true, cell()), row(true, cell())), 2, 1],
    ['no header row', table(row(false, cell())), 0, 1],
    ['a cell over two columns', table(row(false, cell({ columns: 2 }), cell())), 0, 3],
    [
      'a cell over two rows',
      table(row(false, cell({ rows: 2 }), cell()), row(false, cell())),
      0,
      0,
    ],
  ] as const) {
    it(`A table with ${what} has ${heads} header rows and ${columns} known columns`, () =>
      expect(measureTable(measured)).to.deep.equal({ heads, columns }));
  }
});

describe('tableLabel', () => {
  it('A table is named by its caption, or else “Table”', () => {
    expect(
      tableLabel({ ...table(), caption: [{ type: 'text', text: 'Cookies' }] }, messages),
    ).to.equal('Cookies');
    expect(tableLabel(table(), messages)).to.equal('Table');
  });
});

describe('cellAttributes', () => {
  for (const [what, isHead, header, scope] of [
    ['in a header row', true, true, 'col'],
    ['that heads its row', false, true, 'row'],
    ['of data', false, false, null],
  ] as const) {
    it(`A cell ${what} has the scope ${scope}`, () =>
      expect(cellAttributes(cell({ header }), row(isHead), undefined)['scope']).to.equal(scope));
  }
});
