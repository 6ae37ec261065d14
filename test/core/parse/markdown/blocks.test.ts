import { expect } from 'chai';
import { parsedMarkdown, describeNode } from '../../parse-text.ts';

describe('parseBlocks', () => {
  it('Headings of both kinds keep their level', () => {
    expect(
      parsedMarkdown('A\n===\n\nB\n---\n\n### C ###').map(
        (block) => block.type === 'flatHeading' && block.level,
      ),
    ).to.deep.equal([1, 2, 3]);
  });

  it('A heading keeps its explicit id', () => {
    const ids = parsedMarkdown(
      '## A {#first.1}\n\n## B {#second .wide}\n\n## C\n{: #third }\n\n## <a name="fourth"></a>D',
    );
    expect(ids.map(({ id }) => id)).to.deep.equal(['first.1', 'second', 'third', 'fourth']);
    expect(ids.map(describeNode)).to.deep.equal(
      ['A', 'B', 'C', 'D'].map((text) => `flatHeading(${text})`),
    );
  });

  it('A heading loses bold markers that begin or end nothing, and no other asterisk', () => {
    expect(
      parsedMarkdown('## **Data **\n\n## How we use** it\n\n## One****Two\n\n## Name*').map(
        describeNode,
      ),
    ).to.deep.equal([
      'flatHeading(Data)',
      'flatHeading(How we use it)',
      'flatHeading(One Two)',
      'flatHeading(Name*)',
    ]);
  });

  it('A line with only an anchor names the next block', () => {
    expect(parsedMarkdown('<a id="here"></a>\n\nText')).to.deep.equal([
      { type: 'paragraph', id: 'here', children: [{ type: 'text', text: 'Text' }] },
    ]);
  });

  it('Attribute lists of kramdown are left out', () => {
    expect(parsedMarkdown('Text\n{: .note }\n\n- a\n{: .list }').map(describeNode)).to.deep.equal([
      'paragraph(Text)',
      'list(listItem(paragraph(a)))',
    ]);
  });

  it('Nested lists keep their numbers and checkboxes', () => {
    const [list] = parsedMarkdown('3. a\n   - b\n     - c\n4. [x] d');
    expect(list).to.deep.include({ ordered: true, start: 3, tight: true });
    expect(describeNode(list!)).to.equal(
      'list(listItem(paragraph(a)list(listItem(paragraph(b)list(listItem(paragraph(c))))))listItem(paragraph(d)))',
    );
    expect(list?.type === 'list' && list.children[1]?.checked).to.equal(true);
  });

  it('Tables keep the alignment of their columns', () => {
    const [table] = parsedMarkdown('| a | b | c |\n|:--|:-:|--:|\n| d | e \\| f | |');
    expect(table).to.deep.include({ type: 'table', align: ['start', 'center', 'end'] });
    expect(table?.type === 'table' && table.children.map(({ header }) => header)).to.deep.equal([
      true,
      false,
    ]);
    expect(describeNode(table!)).to.contain('e | f');
  });

  it('Quotations, code and rules are blocks', () => {
    expect(parsedMarkdown('> a\n\n```js\nb < c\n```\n\n***').map(describeNode)).to.deep.equal([
      'blockquote(paragraph(a))',
      'code(b < c)',
      'thematicBreak()',
    ]);
  });

  it('Footnotes are numbered in the order of their marks and listed at the end', () => {
    const blocks = parsedMarkdown(
      'A[^note] and B[^1].\n\n[^1]: First.\n[^note]: Second,\n    on two lines.\n\nC',
    );
    expect(blocks.map(describeNode)).to.deep.equal([
      'paragraph(Asuperscript(link(1 #fn-1)) and Bsuperscript(link(2 #fn-2)).)',
      'paragraph(C)',
      'list(listItem(paragraph(Second, on two lines.))listItem(paragraph(First.)))',
    ]);
  });

  it('A mark without a footnote stays as written', () => {
    expect(parsedMarkdown('A[^1].').map(describeNode)).to.deep.equal(['paragraph(A[^1].)']);
  });

  it('HTML keeps its words without a DOM', () => {
    expect(
      parsedMarkdown(
        '<div>\n<h2 id="x">A</h2>\n<p>B &amp; <b>C</b></p>\n<script>D</script>\n</div>',
      ),
    ).to.deep.equal([
      { type: 'flatHeading', level: 2, id: 'x', children: [{ type: 'text', text: 'A' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'B & C' }] },
    ]);
  });

  it('Markdown inside details is parsed', () => {
    expect(
      parsedMarkdown('<details>\n<summary>More</summary>\n\n**a**\n\n- b\n\n</details>\n\nc').map(
        describeNode,
      ),
    ).to.deep.equal(['details(paragraph(strong(a))list(listItem(paragraph(b))))', 'paragraph(c)']);
  });

  it('Comments are left out', () => {
    expect(parsedMarkdown('a\n\n<!-- b -->\n\nc').map(describeNode)).to.deep.equal([
      'paragraph(a)',
      'paragraph(c)',
    ]);
  });
});
