import { expect } from 'chai';
import { PolicyError } from '../../../../src/core/model/errors.ts';
import type { Block } from '../../../../src/core/model/policy.ts';
import { headersKey, parseTable, rowsOf } from '../../../../src/core/parse/json/table.ts';
import { runSync, type Task } from '../../../../src/core/tasks.ts';
import { describeNode } from '../../parse-text.ts';

function* cell(value: unknown): Task<readonly Block[]> {
  yield;
  const text = value === undefined ? '' : JSON.stringify(value);
  return text ? [{ type: 'paragraph', children: [{ type: 'text', text }] }] : [];
}

/** Returns the texts of the cells of each row, and a star for a row of headers. */
function cellsOf(rows: unknown, headers?: unknown): string[] {
  const table = runSync(parseTable(rows, headers, cell));
  return (table?.children ?? []).map(
    ({ header, children }) =>
      (header ? '*' : '') +
      children
        .map((one) => one.children.map((block) => describeNode(block).slice(10, -1)).join(''))
        .join('|'),
  );
}

describe('Tables in JSON', () => {
  for (const [what, rows, headers, expected] of [
    ['lists of cells', [['a', 1], ['b']], undefined, ['"a"|1', '"b"']],
    ['single cells', ['a', 'b'], ['H'], ['*"H"', '"a"', '"b"']],
    ['objects without headers', [{ a: 1 }, { b: 2, id: 3 }], undefined, ['*"a"|"b"', '1|', '|2']],
    ['objects, with headers in order', [{ a: 1, b: 2 }], ['A x', 'B x'], ['*"A x"|"B x"', '1|2']],
    ['objects, with headers by name', [{ 'a-x': 1, b: 2 }], ['B', 'A x'], ['*"A x"|"B"', '1|2']],
    [
      'objects, with columns that name their keys',
      [{ a: 1, b: 2, c: 3 }],
      [
        { key: 'b', label: 'B' },
        { field: 'a', title: 'A' },
      ],
      ['*"B"|"A"|"c"', '2|1|3'],
    ],
  ] as const) {
    it(`Rows can be ${what}`, () => expect(cellsOf(rows, headers)).to.deep.equal(expected));
  }

  it('Rows and headers are found by the names of their fields', () => {
    const table = { title: 'T', Columns: ['A'], data: [['a']] };
    expect(headersKey(table)).to.equal('Columns');
    expect(rowsOf(table)).to.equal(table.data);
    expect(headersKey({ header: 'A' })).to.equal(undefined);
    expect(rowsOf({ body: 'a' })).to.equal(undefined);
  });

  it('A table with too many cells is refused before they are parsed', () => {
    const rows = [...Array.from({ length: 200 }, () => []), Array(200).fill('a')];
    expect(() => cellsOf(rows)).to.throw(PolicyError);
  });
});
