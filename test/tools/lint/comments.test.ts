import { expect } from 'chai';
import { commentsOf, habitOf } from '../../../tools/lint/comments.js';

describe('The check of comments', () => {
  it('finds line comments, block comments and comments after code', () => {
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

  it('takes no address in a string for a comment', () => {
    expect(commentsOf(`const home = 'https://example.org/';`)).to.deep.equal([]);
  });

  for (const comment of [
    'What cannot be read is left out.',
    'A date that is none.',
    'Tells what is said of it.',
    'The reader that is lent.',
  ]) {
    it(`rejects "${comment}"`, () => {
      expect(habitOf(comment)).to.be.a('string');
    });
  }

  for (const comment of [
    'Whether a change is material.',
    'The kind of a change.',
    'Silent files.',
  ]) {
    it(`accepts "${comment}"`, () => {
      expect(habitOf(comment)).to.equal(undefined);
    });
  }
});
