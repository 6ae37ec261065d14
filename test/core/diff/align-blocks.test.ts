import { expect } from 'chai';
import { alignBlocks } from '../../../src/core/diff/align-blocks.ts';
import { createDiffContext } from '../../../src/core/diff/block-index.ts';
import { runSync } from '../../../src/core/tasks.ts';
import type { BlockNode } from '../../../src/core/model/policy.ts';

const LOGS = 'We keep server logs for thirty days on our machines';
const MAIL = 'Letters to us stay with whoever answers them';
const ADS = 'Advertising partners receive nothing from this website';

/** Aligns paragraphs. Returns matches by index, such as `0+1>0` if the first two were merged. */
function align(before: readonly string[], after: readonly string[]): string[] {
  const context = createDiffContext('en');
  const [b, a] = [before, after].map((texts) =>
    texts
      .map((text): BlockNode => ({ type: 'paragraph', children: [{ type: 'text', text }] }))
      .map(context.indexBlock),
  ) as [ReturnType<typeof context.indexBlock>[], ReturnType<typeof context.indexBlock>[]];
  return runSync(alignBlocks(b, a, context)).map(
    ({ b0, b1, a0, a1 }) => `${range(b0, b1)}>${range(a0, a1)}`,
  );
}

function range(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => from + index).join('+');
}

describe('alignBlocks', () => {
  for (const [what, before, after, expected] of [
    ['nothing with nothing', [], [LOGS], []],
    ['a paragraph with its edited form', [LOGS], [`${LOGS} now`], ['0>0']],
    ['edited paragraphs in order', [LOGS, MAIL], [`${LOGS} now`, `${MAIL} soon`], ['0>0', '1>1']],
    ['the similar one of two', [LOGS], [ADS, `${LOGS} now`], ['0>1']],
    ['a paragraph with both halves of it', [`${LOGS} ${MAIL}`], [LOGS, MAIL], ['0>0+1']],
    ['two paragraphs with the one they became', [LOGS, MAIL], [`${LOGS} ${MAIL}`], ['0+1>0']],
    [
      'a paragraph with its halves and several blocks between them',
      [`${LOGS} ${MAIL}`],
      [MAIL, ADS, `${ADS} today`, `${ADS} twice`, 'Other choices', 'No', `${LOGS} now and ever`],
      ['0>0+1+2+3+4+5+6'],
    ],
    [
      'a paragraph with its halves and what is between them',
      [`${LOGS} ${MAIL}`],
      [LOGS, ADS, MAIL],
      ['0>0+1+2'],
    ],
    ['not two of three that share no words', [LOGS], [MAIL, ADS], []],
  ] as const) {
    it(`alignBlocks aligns ${what}`, () => expect(align(before, after)).to.deep.equal(expected));
  }
});
