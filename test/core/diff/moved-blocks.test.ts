import { expect } from 'chai';
import { createDiffContext } from '../../../src/core/diff/block-index.ts';
import { findMoves, placeOf } from '../../../src/core/diff/moved-blocks.ts';
import { diffSequences } from '../../../src/core/diff/sequence-diff.ts';
import type { Block } from '../../../src/core/model/policy.ts';
import { parsedMarkdown } from '../parse-text.ts';

/**
 * Returns each marked move in the form `2 from “We sell:”!`: the index in the newer version, the
 * block before the former place, and `!` if the move is material.
 */
function moves(before: string, after: string): string[] {
  const context = createDiffContext('en');
  const [b, a] = [before, after].map((markdown) =>
    (parsedMarkdown(markdown) as Block[]).map(context.indexBlock),
  ) as [ReturnType<typeof context.indexBlock>[], ReturnType<typeof context.indexBlock>[]];
  const hunks = diffSequences(
    b.map(({ key }) => key),
    a.map(({ key }) => key),
  );
  const found = findMoves(b, a, hunks, () => true, context);
  return [...found.after].flatMap(([index, { change }]) =>
    change ? [`${index} from “${change.movedFrom?.after}”${change.material ? '!' : ''}`] : [],
  );
}

describe('findMoves', () => {
  for (const [what, before, after, expected] of [
    ['a paragraph in another order', 'a\n\nb\n\nc', 'b\n\nc\n\na', ['2 from “null”']],
    [
      'two neighbours as one move',
      'a\n\nb\n\nc\n\nd\n\ne',
      'c\n\nd\n\ne\n\na\n\nb',
      ['3 from “null”'],
    ],
    ['nothing that is new', 'a\n\nb', 'c\n\na\n\nb', []],
    [
      'a paragraph below another introduction as material',
      'We sell:\n\na\n\nWe never sell:\n\nb\n\nc',
      'We sell:\n\nWe never sell:\n\na\n\nb\n\nc',
      ['2 from “We sell:”!'],
    ],
  ] as const) {
    it(`findMoves marks ${what}`, () => {
      const found = moves(before, after);
      expect(found).to.deep.equal(expected);
    });
  }
});

describe('placeOf', () => {
  it('placeOf returns the start of a text, cut between words', () => {
    const context = createDiffContext('en');
    const [short, long] = ['We keep\nlogs', 'word '.repeat(40)].map((text) =>
      context.indexBlock(parsedMarkdown(text)[0] as Block),
    );
    expect(placeOf(short)).to.equal('We keep logs');
    expect(placeOf(long)).to.equal(`${'word '.repeat(16).trim()}…`);
    expect(placeOf(undefined)).to.equal(null);
  });
});
