import { expect } from 'chai';
import {
  addedColumns,
  insertColumns,
  withoutColumns,
} from '../../../src/core/diff/added-columns.ts';
import { createDiffContext } from '../../../src/core/diff/block-index.ts';
import type { Table } from '../../../src/core/model/policy.ts';
import { parsedMarkdown } from '../parse-text.ts';
import { markedLines } from './compare-texts.ts';

/** Parses a table from its rows. Cells are separated by spaces. */
function table(...rows: readonly string[]): Table {
  const lines = rows.map((row) => `| ${row.split(' ').join(' | ')} |`);
  const [head, ...body] = lines;
  const rule = `|${'---|'.repeat(rows[0]!.split(' ').length)}`;
  return parsedMarkdown([head, rule, ...body].join('\n'))[0] as Table;
}

const OLDER = table('Data Purpose', 'Logs Security');

describe('addedColumns', () => {
  for (const [what, after, expected] of [
    ['the index of a new column', table('Data Kept Purpose', 'Logs 30 Security'), [1]],
    ['several columns', table('Data Purpose Kept Law', 'Logs Security 30 GDPR'), [2, 3]],
    ['null if no column is new', table('Data Purpose', 'Logs Fun'), null],
    ['null if a column was removed', table('Data Kept', 'Logs 30'), null],
    ['null if a heading is empty', table('Data &nbsp; Purpose', 'Logs 30 Security'), null],
  ] as const) {
    it(`addedColumns returns ${what}`, () => {
      const added = addedColumns(OLDER, after, createDiffContext('en'));
      expect(added && [...added]).to.deep.equal(expected);
    });
  }

  it('addedColumns returns null for a table with merged cells', () => {
    const newer = table('Data Kept Purpose', 'Logs 30 Security');
    const [head, row] = newer.children;
    const merged = { ...newer, children: [head!, { ...row!, children: row!.children.slice(1) }] };
    expect(addedColumns(OLDER, merged, createDiffContext('en'))).to.equal(null);
  });
});

describe('insertColumns', () => {
  const newer = table('Data Kept Purpose', 'Logs 30 Security', 'Mail 7 Answers');
  const added = new Set([1]);
  const cellsOf = ({ children }: Table): string[] =>
    children.map((row) => row.children.map((cell) => markedLines([cell])[0] ?? '').join(' | '));

  it('The cells of an added column are marked', () => {
    const marked = insertColumns(withoutColumns(newer, added), newer, added);
    expect(cellsOf(marked)).to.deep.equal([
      'Data | {+Kept+} | Purpose',
      'Logs | {+30+} | Security',
      'Mail | {+7+} | Answers',
    ]);
    expect([marked.change?.kind, marked.align.length]).to.deep.equal(['edited', 3]);
  });

  it('A removed row gets an empty cell, and the cell of an added row has no mark of its own', () => {
    const { children, ...rest } = withoutColumns(newer, added);
    const [head, removed, row] = children;
    const marked = insertColumns(
      {
        ...rest,
        children: [
          head!,
          { ...removed!, change: { kind: 'removed', material: true } },
          { ...removed!, change: { kind: 'added', material: true } },
          row!,
        ],
      },
      newer,
      added,
    );
    expect(cellsOf(marked).slice(1)).to.deep.equal([
      'Logs |  | Security',
      'Logs | 30 | Security',
      'Mail | {+7+} | Answers',
    ]);
  });
});
