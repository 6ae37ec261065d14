import { expect } from 'chai';
import { parsedMarkdown, describeNode } from '../../parse-text.ts';

describe('readBlocks', () => {
  it('reads headings of both kinds at their level', () => {
    expect(
      parsedMarkdown('A\n===\n\nB\n---\n\n### C ###').map(
        (block) => block.type === 'flatHeading' && block.level,
      ),
    ).to.deep.equal([1, 2, 3]);
  });

  it('takes the id that a heading gives itself', () => {
    const ids = parsedMarkdown(
      '## A {#first.1}\n\n## B {#second .wide}\n\n## C\n{: #third }\n\n## <a name="fourth"></a>D',
    );
    expect(ids.map(({ id }) => id)).to.deep.equal(['first.1', 'second', 'third', 'fourth']);
    expect(ids.map(describeNode)).to.deep.equal(
      ['A', 'B', 'C', 'D'].map((text) => `flatHeading(${text})`),
    );
  });

  it('gives the name of a line of anchors to what follows', () => {
    expect(parsedMarkdown('<a id="here"></a>\n\nText')).to.deep.equal([
      { type: 'paragraph', id: 'here', children: [{ type: 'text', text: 'Text' }] },
    ]);
  });

  it('drops the attribute lines of kramdown', () => {
    expect(parsedMarkdown('Text\n{: .note }\n\n- a\n{: .list }').map(describeNode)).to.deep.equal([
      'paragraph(Text)',
      'list(listItem(paragraph(a)))',
    ]);
  });

  it('reads nested lists, their numbers and their boxes', () => {
    const [list] = parsedMarkdown('3. a\n   - b\n     - c\n4. [x] d');
    expect(list).to.deep.include({ ordered: true, start: 3, tight: true });
    expect(describeNode(list!)).to.equal(
      'list(listItem(paragraph(a)list(listItem(paragraph(b)list(listItem(paragraph(c))))))listItem(paragraph(d)))',
    );
    expect(list?.type === 'list' && list.children[1]?.checked).to.equal(true);
  });

  it('reads tables with the side their columns keep to', () => {
    const [table] = parsedMarkdown('| a | b | c |\n|:--|:-:|--:|\n| d | e \\| f | |');
    expect(table).to.deep.include({ type: 'table', align: ['start', 'center', 'end'] });
    expect(table?.type === 'table' && table.children.map(({ header }) => header)).to.deep.equal([
      true,
      false,
    ]);
    expect(describeNode(table!)).to.contain('e | f');
  });

  it('reads quotations, code and lines', () => {
    expect(parsedMarkdown('> a\n\n```js\nb < c\n```\n\n***').map(describeNode)).to.deep.equal([
      'blockquote(paragraph(a))',
      'code(b < c)',
      'thematicBreak()',
    ]);
  });

  it('numbers footnotes by their marks and lists them at the end', () => {
    const blocks = parsedMarkdown(
      'A[^note] and B[^1].\n\n[^1]: First.\n[^note]: Second,\n    on two lines.\n\nC',
    );
    expect(blocks.map(describeNode)).to.deep.equal([
      'paragraph(Asuperscript(link(1 #fn-1)) and Bsuperscript(link(2 #fn-2)).)',
      'paragraph(C)',
      'list(listItem(paragraph(Second, on two lines.))listItem(paragraph(First.)))',
    ]);
  });

  it('leaves a mark without a note as it stands', () => {
    expect(parsedMarkdown('A[^1].').map(describeNode)).to.deep.equal(['paragraph(A[^1].)']);
  });

  it('keeps the words of markup where nobody reads it', () => {
    expect(
      parsedMarkdown(
        '<div>\n<h2 id="x">A</h2>\n<p>B &amp; <b>C</b></p>\n<script>D</script>\n</div>',
      ),
    ).to.deep.equal([
      { type: 'flatHeading', level: 2, id: 'x', children: [{ type: 'text', text: 'A' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'B & C' }] },
    ]);
  });

  it('keeps Markdown inside details', () => {
    expect(
      parsedMarkdown('<details>\n<summary>More</summary>\n\n**a**\n\n- b\n\n</details>\n\nc').map(
        describeNode,
      ),
    ).to.deep.equal(['details(paragraph(strong(a))list(listItem(paragraph(b))))', 'paragraph(c)']);
  });

  it('drops comments', () => {
    expect(parsedMarkdown('a\n\n<!-- b -->\n\nc').map(describeNode)).to.deep.equal([
      'paragraph(a)',
      'paragraph(c)',
    ]);
  });
});
