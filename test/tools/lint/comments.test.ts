import { expect } from 'chai';
import { commentsOf, habitOf } from '../../../tools/lint/comments.js';

describe('The check of comments', () => {
  it('Line comments, block comments and comments after code are found', () => {
    const source = [
      '// One',
      '// line.',
      'a(); // Two',
      '/** Three */',
      '/**',
      ' * Four',
      ' */',
      'b();',
    ];
    expect(commentsOf(source.join('\n'))).to.deep.equal([
      { line: 1, text: 'One line.' },
      { line: 3, text: 'Two' },
      { line: 4, text: 'Three' },
      { line: 5, text: 'Four' },
    ]);
  });

  it('An address in a string is not a comment', () => {
    expect(commentsOf(`const home = 'https://example.org/';`)).to.deep.equal([]);
  });

  for (const comment of [
    'What cannot be read is left out.',
    'A date that is none.',
    'Tells what is said of it.',
    'The reader that is lent.',
  ]) {
    it(`The check rejects "${comment}"`, () => {
      expect(habitOf(comment)).to.be.a('string');
    });
  }

  for (const comment of [
    'Whether a change is material.',
    'The kind of a change.',
    'Silent files.',
  ]) {
    it(`The check accepts "${comment}"`, () => {
      expect(habitOf(comment)).to.equal(undefined);
    });
  }
});
