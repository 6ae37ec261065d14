import { expect } from 'chai';
import {
  diffWords,
  markNewFacts,
  marksOf,
  withCaseChanges,
} from '../../../src/core/diff/word-edits.ts';
import { tokenized } from './inline-texts.ts';

describe('Marks of words', () => {
  for (const [what, older, newer, expected] of [
    ['a replaced word without the spaces around it', 'We keep logs', 'We hold logs', 'keep>hold'],
    ['an added word with one space', 'We keep logs', 'We keep all logs', '>all '],
    ['a removed word with one space', 'We keep all logs', 'We keep logs', 'all >'],
    ['an added word at the end with its space', 'We keep', 'We keep logs', '> logs'],
    ['another punctuation', 'logs, mail', 'logs; mail', ',>;'],
    ['nothing where nothing differs', 'We keep logs', 'We keep logs', ''],
  ] as const) {
    it(`marksOf marks ${what}`, () => {
      const { before, after, tokenizer } = tokenized(older, newer);
      const marks = marksOf(diffWords(before, after).hunks, before, after, tokenizer);
      const shown = marks.map(({ from, to, removed }) => {
        const [gone] = removed;
        return `${gone ? before.text.slice(gone.from, gone.to) : ''}>${after.text.slice(from, to)}`;
      });
      expect(shown.join('|')).to.equal(expected);
    });
  }

  it('marksOf calls a mark material if it changes a word', () => {
    const isMaterial = (older: string, newer: string) => {
      const { before, after, tokenizer } = tokenized(older, newer);
      return marksOf(diffWords(before, after).hunks, before, after, tokenizer)[0]!.isMaterial;
    };
    expect([isMaterial('a b', 'a c'), isMaterial('a, b', 'a; b')]).to.deep.equal([true, false]);
  });

  for (const [what, older, newer, expected] of [
    ['a defined term', 'We sell your Data now', 'We hold your data now', 'sell>hold! Data>data'],
    [
      'a term of two words',
      'We may sell your personal data to all',
      'We do sell your Personal Data to all',
      'may>do! personal data>Personal Data',
    ],
    [
      'nothing at the start of a sentence',
      'Keep it. Your log',
      'Hold it, your log',
      'Keep>Hold! .>,',
    ],
    [
      'a word to the change next to it',
      'We sell Data now',
      'We hold data now',
      'sell Data>hold data!',
    ],
    ['no word in capitals', 'We sell your DATA now', 'We hold your Data now', 'sell>hold!'],
  ] as const) {
    it(`withCaseChanges adds ${what}`, () => {
      const { before, after, tokenizer } = tokenized(older, newer);
      const { hunks } = diffWords(before, after);
      const marks = marksOf(withCaseChanges(hunks, before, after), before, after, tokenizer);
      const shown = marks.map(({ from, to, removed: [gone], isMaterial }) => {
        const removed = gone ? before.text.slice(gone.from, gone.to) : '';
        return `${removed}>${after.text.slice(from, to)}${isMaterial ? '!' : ''}`;
      });
      expect(shown.join(' ')).to.equal(expected);
    });
  }

  it('diffWords returns the share of changed characters', () => {
    const shareOf = (older: string, newer: string) => {
      const { before, after } = tokenized(older, newer);
      return diffWords(before, after).share;
    };
    expect([shareOf('ab cd', 'ab cd'), shareOf('ab', 'cd')]).to.deep.equal([0, 1]);
    expect(shareOf('ab cd', 'ab ef')).to.equal(0.5);
  });

  it('markNewFacts marks numbers and addresses that only the newer text has', () => {
    const { before, after, tokenizer } = tokenized(
      'Kept 30 days. Ask a@example.org.',
      'We now hold it for 30 days or 1,500 hours; ask b@example.org',
    );
    const facts = markNewFacts(before, after, tokenizer);
    expect(facts.map(({ from, to }) => after.text.slice(from, to).trim())).to.deep.equal([
      '1,500',
      'b@example.org',
    ]);
  });
});
