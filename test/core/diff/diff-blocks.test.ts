import { expect } from 'chai';
import { createDiffContext } from '../../../src/core/diff/block-index.ts';
import { diffBlocks } from '../../../src/core/diff/diff-blocks.ts';
import type { Block } from '../../../src/core/model/policy.ts';
import { runSync } from '../../../src/core/tasks.ts';
import { parsedMarkdown } from '../parse-text.ts';
import { markedLines } from './compare-texts.ts';

function diff(before: string, after: string): string[] {
  const [older, newer] = [before, after].map((text) => parsedMarkdown(text) as Block[]);
  const context = createDiffContext('en');
  context.registerTexts(older!, 'before');
  context.registerTexts(newer!, 'after');
  return markedLines(runSync(diffBlocks(older!, newer!, context)));
}

describe('diffBlocks', () => {
  for (const [what, before, after, expected] of [
    [
      'an edited paragraph',
      'Kept for 30 days.',
      'Kept for 90 days.',
      ['Kept for [-30-]{+90+} days.'],
    ],
    ['an added paragraph', 'One.', 'One.\n\nTwo is new.', ['One.', '<added> Two is new.']],
    [
      'a removed paragraph in its place',
      'One.\n\nTwo goes.\n\nThree.',
      'One.\n\nThree.',
      ['One.', '<removed> Two goes.', 'Three.'],
    ],
    ['a list item', '- one\n- two', '- one\n- two\n- three', ['one', 'two', '<added> three']],
    [
      'a cell of a table',
      '| A |\n|---|\n| 30 days |',
      '| A |\n|---|\n| 90 days |',
      ['A', '[-30-]{+90+} days'],
    ],
    ['code as a whole', '```\na = 1\n```', '```\na = 2\n```', ['<removed> a = 1', '<added> a = 2']],
  ] as const) {
    it(`diffBlocks marks ${what}`, () => expect(diff(before, after)).to.deep.equal(expected));
  }

  it('diffBlocks returns the newer blocks themselves if no word changed', () => {
    const blocks = parsedMarkdown('We **keep** logs.') as Block[];
    const older = parsedMarkdown('We keep logs.') as Block[];
    expect(runSync(diffBlocks(older, blocks, createDiffContext('en')))).to.equal(blocks);
  });
});
