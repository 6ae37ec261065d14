import { expect } from 'chai';
import { cleanUpHunks } from '../../../src/core/diff/cleanup.ts';
import { diffSequences } from '../../../src/core/diff/sequence-diff.ts';
import { tokenized, hunkTexts } from './inline-texts.ts';

describe('A readable diff', () => {
  for (const [what, older, newer, expected] of [
    ['leaves a replaced word alone', 'We keep logs', 'We hold logs', ['keep>hold']],
    [
      'widens a hunk to the whole amount',
      'It is €1,500.00 now',
      'It is €1,700.00 now',
      ['€1,500.00>€1,700.00'],
    ],
    [
      'widens a hunk to the whole address',
      'Ask a@example.org now',
      'Ask a@example.com now',
      ['a@example.org>a@example.com'],
    ],
    [
      'shifts an added sentence to its start',
      'One is here. Two is here.',
      'One is here. New is here. Two is here.',
      ['>New is here.'],
    ],
    [
      'merges hunks with a word or two between them',
      'alpha beta gamma of delta epsilon zeta stays',
      'one two three of four five six stays',
      ['alpha beta gamma of delta epsilon zeta>one two three of four five six'],
    ],
    [
      'keeps hunks apart that have a number between them',
      'alphabet 30 betagamma stays',
      'onetwothree 30 fourfivesix stays',
      ['alphabet>onetwothree', 'betagamma>fourfivesix'],
    ],
    [
      'keeps hunks apart that have a clause between them',
      'old of what you tell us new',
      'one of what you tell us two',
      ['old>one', 'new>two'],
    ],
  ] as const) {
    it(`cleanUpHunks ${what}`, () => {
      const { before, after, tokenizer } = tokenized(older, newer);
      const minimal = diffSequences(before.tokens.ids, after.tokens.ids);
      const cleaned = cleanUpHunks(minimal, before, after, tokenizer);
      expect(hunkTexts(cleaned, before, after)).to.deep.equal(expected);
    });
  }
});
