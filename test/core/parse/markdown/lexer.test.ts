import { expect } from 'chai';
import { Tokenizer } from 'marked';
import { lexMarkdown } from '../../../../src/core/parse/markdown/lexer.ts';
import { runSync } from '../../../../src/core/tasks.ts';
import { parse, errorCode } from '../../parse-text.ts';

/** Length of the texts in characters. Without the lexer's limits, each would take 10 to 60 s. */
const SIZE = 131_072;
const fill = (part: string) => part.repeat(SIZE / part.length);

function bounded(name: string, text: string) {
  it(`A text of ${name} takes bounded time`, () => {
    try {
      runSync(lexMarkdown(text));
    } catch (error) {
      expect((error as { code: string }).code).to.equal('too-complex');
    }
  });
}

describe('lexMarkdown', () => {
  bounded('exclamation marks', fill('!'));
  bounded('opening underscores', fill('__a'));
  bounded('a mailbox without end', `${fill('a.')}@`);
  bounded('punctuation in an address', `http://a.b/${fill('?!.,:')}`);
  bounded('brackets in an address', `http://a.b/${fill(')')}`);
  bounded('references in an address', `http://a.b/${fill('&amp;')}`);
  bounded('lists in paragraphs', fill('a\n- '));
  bounded('emphasis inside words', fill('x*y_z'));
  bounded('emphasis', fill('*a*'));
  bounded('parts of mailboxes', fill('a+_-.'));
  bounded('quotations that go on lazily', fill('> a\nb\n'));
  bounded('list items that go on lazily', `- a\n${fill('a\n')}`);
  bounded('list items with long lines', `- a\n${fill(`${'a'.repeat(90)} 1. **\n`).repeat(10)}`);
  bounded('quoted list items', `> - a\n${fill('> a\n')}`);
  bounded('nested list items that go on lazily', `${'- '.repeat(30)}a\n${fill('a\n')}`);
  bounded('comments in tags', `</${fill('<!--')}`);
  bounded(
    'growing runs of backticks',
    Array.from({ length: 500 }, (_, size) => `e${'`'.repeat(size)}`).join(''),
  );
  bounded('strong links', fill('**[a](b)'));
  bounded('images of links', fill('![[]()'));
  bounded('setext headings that could be tables', fill('---\na: b\n'));
  bounded('tables on every line', fill('a|b\n-|-\n# x\n'));
  bounded('a table of empty cells', `${fill('|a')}|\n${fill('|-')}|\n${fill('|\n')}`);
  bounded(
    'lists that go deeper and deeper',
    Array.from({ length: 360 }, (_, depth) => `${' '.repeat(depth)}- a\n`).join(''),
  );
  for (const marker of ['>', '> ', '- ', '1. ', '> - ']) bounded(`nested ${marker}`, fill(marker));

  it('A quotation that ends with an empty item, inside an item and before more text, is parsed', () => {
    for (const text of ['- a\n  >+\n===\n', '- a\n  > 1.\nb\n', '1. a\n   > b\n   > -\nc']) {
      expect(errorCode(text), text).to.equal('none');
    }
  });

  it('Blocks nested too deeply are refused as too complex', () => {
    expect(errorCode('> '.repeat(60) + 'a')).to.equal('too-complex');
    expect(errorCode(`${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${'|\n'.repeat(300)}`)).to.equal(
      'too-complex',
    );
  });

  it('Text that is processed again at each level is refused beyond a limit', () => {
    const inLists = (depth: number) => `${'> '.repeat(depth)}${'word '.repeat(80_000)}`;
    expect(errorCode(inLists(8))).to.equal('none');
    expect(errorCode(inLists(30))).to.equal('too-complex');
  });

  it('Too many list items are refused before the list is tokenized', () => {
    const { list } = Tokenizer.prototype;
    let lists = 0;
    Tokenizer.prototype.list = function (source) {
      lists++;
      return list.call(this, source);
    };
    try {
      expect(errorCode('- a\n  '.repeat(30_000))).to.equal('too-complex');
      expect(lists).to.equal(0);
      expect(errorCode('- a\n'.repeat(2000))).to.equal('none');
      expect(lists).to.be.greaterThan(0);
    } finally {
      Tokenizer.prototype.list = list;
    }
  });

  it('Inline content with too many markers stays as written', () => {
    const text = '*a*'.repeat(20_000);
    const [block] = parse(text).intro;
    expect(block).to.deep.equal({ type: 'paragraph', children: [{ type: 'text', text }] });
  });

  it('Tokenizing pauses at least every few milliseconds of work', () => {
    const text = '## Heading\n\nWe keep *nothing* of [it](a.md).\n\n'.repeat(2000);
    let steps = 0;
    for (const work = lexMarkdown(text); !work.next().done;) steps++;
    expect(steps).to.be.greaterThan(20);
  });

  it('The result is the same with and without pauses', () => {
    const part = 'A[^1] [b].\n\n> c\n\n- d\n\n  e\n\n';
    const { intro } = parse(`${part.repeat(100)}[b]: /f\n`);
    expect(intro.length).to.equal(300);
    expect(
      new Set(
        intro
          .slice(3)
          .map((block, index) => JSON.stringify(block) === JSON.stringify(intro[index])),
      ).has(false),
    ).to.equal(false);
  });
});
