import { expect } from 'chai';
import { describeNode, parsedMarkdown } from '../../../parse-text.ts';

const blocks = (text: string): string[] => parsedMarkdown(text).map(describeNode);

describe('parseHtmlBlock', () => {
  it('Markdown between the tags of details is their content', () => {
    const [details, after] = parsedMarkdown(
      '<details><summary>More</summary>\n\n- **one**\n\n</details>\n\nAfter.',
    );
    expect(details!.type).to.equal('details');
    expect(describeNode(details!)).to.include('strong(one)');
    expect(describeNode(after!)).to.equal('paragraph(After.)');
  });

  it('Details inside details keep their own content', () => {
    const text =
      '<details><summary>A</summary>\n\n<details><summary>B</summary>\n\nInner.\n\n</details>\n\nOuter.\n\n</details>';
    const [outer, ...rest] = parsedMarkdown(text);
    expect([outer!.type, rest.length]).to.deep.equal(['details', 0]);
    expect(describeNode(outer!)).to.match(/details\(.*Inner\..*\).*Outer\./);
  });

  it('Details that are never closed lose no text', () => {
    expect(blocks('<details><summary>A</summary>\n\nText.').join()).to.include('Text.');
  });

  it('A blank line inside a list of HTML does not end it', () => {
    const found = blocks('<ul>\n<li>one</li>\n\n    <li>two</li>\n</ul>\n\nAfter.');
    expect(found.join()).to.include('two').and.not.include('code(');
    expect(found.at(-1)).to.equal('paragraph(After.)');
  });
});
