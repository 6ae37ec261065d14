import { expect } from 'chai';
import { createDiffContext } from '../../../src/core/diff/block-index.ts';
import { diffWholeBlocks, markAdded, markRemoved } from '../../../src/core/diff/diff-inlines.ts';
import type { Block, BlockNode } from '../../../src/core/model/policy.ts';
import { runSync } from '../../../src/core/tasks.ts';
import { parsedMarkdown } from '../parse-text.ts';
import { markedLines } from './compare-texts.ts';

/** Diffs all blocks of two texts, each side as one text. */
function diff(before: string, after: string, inPlace = false): readonly BlockNode[] {
  const context = createDiffContext('en', ['2 May 2025', '3 June 2026']);
  const [b, a] = [before, after].map((text) =>
    (parsedMarkdown(text) as Block[]).map(context.indexBlock),
  );
  return runSync(diffWholeBlocks(b!, a!, context, inPlace));
}

const LONG = 'We keep the logs of our server for thirty days and then we delete all of them.';

describe('diffWholeBlocks', () => {
  for (const [what, before, after, expected] of [
    ['the words that changed', LONG, LONG.replace('thirty', 'ninety'), ['[-thirty-]{+ninety+}']],
    [
      'short texts even if every word changed',
      'On paper.',
      'By post.',
      ['[-On paper-]{+By post+}.'],
    ],
    [
      'much added text if the older text is kept',
      'We keep the logs of our server.',
      'We keep the logs of our server. Then a machine that nobody can reach reads and counts every single line in them.',
      ['We keep the logs of our server.{+ Then'],
    ],
    [
      'a rewritten paragraph by its new numbers alone',
      'We keep the logs of our server for a month unless somebody asks us earlier to remove them.',
      'The logs of our server stay on disk 90 days, which the police of every country may extend at will.',
      ['<rewritten> ', '{+90+} days'],
    ],
    [
      'a long passage that was replaced as a whole',
      'To opt out of personalized ads in apps on your mobile device, follow the instructions below.',
      'To make changes to the identifier for all of what is advertised on any device, follow the instructions below.',
      ['To [-opt out', '-]{+make changes', '+} device, follow the instructions below.'],
    ],
    [
      'a paragraph without common phrases as removed and added',
      'Letters to us are answered within a week by whoever happens to be in the office then.',
      'No advertising company receives data, neither today nor tomorrow, not even for money at all.',
      ['<removed> Letters', '<added> No advertising'],
    ],
    [
      'two paragraphs that became one',
      'We keep logs.\n\nNot for long.',
      'We keep logs. Not for long.',
      ['logs.'],
    ],
    [
      'code as a whole',
      '`a`\n\n```\nb = 1\n```',
      '`a`\n\n```\nb = 2\n```',
      ['<removed>', '<added>'],
    ],
  ] as const) {
    it(`diffWholeBlocks marks ${what}`, () => {
      const lines = markedLines(diff(before, after)).join('\n');
      for (const part of expected) expect(lines).to.include(part);
    });
  }

  it('diffWholeBlocks marks words in place if asked to, however much changed', () => {
    const [older, newer] = ['Letters are answered within a week.', 'No company receives any data.'];
    const [node] = diff(`${older} ${LONG}`, `${newer} ${newer} ${newer}`, true);
    expect(node!.change?.kind).to.equal('edited');
  });

  for (const [what, before, after, isMaterial] of [
    ['a new word', 'We keep logs.', 'We keep all logs.', true],
    ['punctuation', 'We keep logs', 'We keep logs.', false],
    ['the policy’s own date', 'Valid from 2 May 2025.', 'Valid from 3 June 2026.', false],
    ['the number of a clause', '3\\. We keep logs.', '4\\. We keep logs.', false],
    ['a copyright year', '© 2025 Lantern', '© 2026 Lantern', false],
    ['another number', 'Kept for 30 days.', 'Kept for 90 days.', true],
  ] as const) {
    it(`A change of ${what} is ${isMaterial ? '' : 'not '}material`, () =>
      expect(diff(before, after)[0]!.change?.material).to.equal(isMaterial));
  }
});

describe('markAdded and markRemoved', () => {
  it('Blocks without words are never added, and their removal is not material', () => {
    const context = createDiffContext('en');
    const [text, rule] = (parsedMarkdown('Words.\n\n---') as Block[]).map(context.indexBlock);
    expect(markAdded([text!, rule!], context).map(({ change }) => change?.kind)).to.deep.equal([
      'added',
      undefined,
    ]);
    const removed = markRemoved([text!, rule!], context);
    expect(removed.map(({ change }) => change?.material)).to.deep.equal([true, false]);
    expect(context.previousOf.get(removed[0]!)).to.equal(text!.node);
  });
});
