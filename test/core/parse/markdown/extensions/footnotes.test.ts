import { expect } from 'chai';
import { describeNode, parsedMarkdown } from '../../../parse-text.ts';

const blocks = (text: string): string[] => parsedMarkdown(text).map(describeNode);

describe('Footnotes', () => {
  it('Footnotes are numbered in the order of their marks, not of their definitions', () => {
    const found = blocks('One[^b] two[^a].\n\n[^a]: Note A.\n\n[^b]: Note B.\n');
    expect(found[0]).to.equal(
      'paragraph(Onesuperscript(link(1 #fn-1)) twosuperscript(link(2 #fn-2)).)',
    );
    expect(found[1]).to.match(/Note B\..*Note A\./);
  });

  it('A footnote without a mark comes last', () => {
    const [, list] = blocks('One[^b].\n\n[^a]: Note A.\n\n[^b]: Note B.\n');
    expect(list).to.match(/Note B\..*Note A\./);
  });

  it('Two marks of a footnote have the same number', () => {
    const [text, list] = blocks('One[^a] two[^a].\n\n[^a]: Note.\n');
    expect(text!.match(/#fn-1/g)).to.have.length(2);
    expect(list!.match(/listItem/g)).to.have.length(1);
  });

  it('A footnote can have several paragraphs', () => {
    const [, list] = blocks('One[^a].\n\n[^a]: First.\n\n    Second.\n');
    expect(list).to.include('paragraph(First.)paragraph(Second.)');
  });

  it('A mark without a definition stays as written', () => {
    expect(blocks('One[^x].')).to.deep.equal(['paragraph(One[^x].)']);
  });
});
