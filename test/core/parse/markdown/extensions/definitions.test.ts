import { expect } from 'chai';
import { describeNode, inlinesOf, parsedMarkdown } from '../../../parse-text.ts';

function becomes(source: string, ...blocks: string[]): void {
  expect(parsedMarkdown(source).map(describeNode)).to.deep.equal(blocks);
}

describe('Definitions', () => {
  it('Terms and the definitions below them are a definition list', () =>
    becomes(
      'Personal data\n: Anything *about* you.\nstill\n\nController\n:   One\n:   Two\n\n    - a\n\nA\nB\n\n: Both\n\nAfter: this.',
      'descriptionList(descriptionTerm(Personal data)descriptionDetails(paragraph(Anything emphasis(about) you. still))descriptionTerm(Controller)descriptionDetails(paragraph(One))descriptionDetails(paragraph(Two)list(listItem(paragraph(a))))descriptionTerm(A)descriptionTerm(B)descriptionDetails(paragraph(Both)))',
      'paragraph(After: this.)',
    ));
  it('A definition can be followed by the next term without a blank line', () =>
    becomes(
      'A\n: a\nB\n: b',
      'descriptionList(descriptionTerm(A)descriptionDetails(paragraph(a))descriptionTerm(B)descriptionDetails(paragraph(b)))',
    ));
  it('A colon without a term above it, or inside a line, is not a definition', () =>
    becomes(': a\n\nb: c\n:d', 'paragraph(: a)', 'paragraph(b: c :d)'));

  it('Abbreviations are expanded everywhere, and their definitions are not shown', () => {
    expect(
      inlinesOf(
        'Ask the **DPO** or a DPO+, not DPOs.\n\n*[DPO]: Protection Officer\n*[DPO+]: More',
      ),
    ).to.deep.equal([
      { type: 'text', text: 'Ask the ' },
      {
        type: 'strong',
        children: [
          {
            type: 'span',
            expansion: 'Protection Officer',
            children: [{ type: 'text', text: 'DPO' }],
          },
        ],
      },
      { type: 'text', text: ' or a ' },
      { type: 'span', expansion: 'More', children: [{ type: 'text', text: 'DPO+' }] },
      { type: 'text', text: ', not DPOs.' },
    ]);
    becomes('A\n\n*[B]: c', 'paragraph(A)');
  });

  it('Terms and colons in large numbers take linear time', () => {
    expect(parsedMarkdown('a\n: '.repeat(5000))).to.have.length(1);
    expect(parsedMarkdown('a\n\n'.repeat(5000))).to.have.length(5000);
  });
});
