import { expect } from 'chai';
import { parse, describeNode } from '../parse-text.ts';

const BODY = '## What we keep\n\na\n\n## Your rights\n\nb\n\n## Contact us\n\nc';
const LIST =
  '- [What we keep](#what-we-keep)\n- [Your rights](#rights)\n- [Write to us](#contact-us)';

const introOf = (text: string) => parse(text).intro.map(describeNode);

describe('stripContents', () => {
  it('A list of links to the headings is left out', () => {
    expect(introOf(`# T\n\n${LIST}\n\n${BODY}`)).to.deep.equal([]);
  });

  it('The heading above a table of contents is left out, too', () => {
    const { sections } = parse(`# T\n\n## Contents\n\n${LIST}\n\n${BODY}`);
    expect(sections.map(({ heading }) => heading)).to.deep.equal([
      'What we keep',
      'Your rights',
      'Contact us',
    ]);
  });

  it('The line above a table of contents is left out, too', () => {
    expect(introOf(`# T\n\nA\n\n**On this page:**\n\n${LIST}\n\n${BODY}`)).to.deep.equal([
      'paragraph(A)',
    ]);
  });

  it('A table of contents can be a nested list or lines', () => {
    expect(
      introOf(
        `# T\n\n1. [What we keep](#a)\n   1. [Your rights](#b)\n2. [Contact us](#c)\n\n${BODY}`,
      ),
    ).to.deep.equal([]);
    expect(
      introOf(`# T\n\n[What we keep](#a)  \n[Your rights](#b) | [Contact us](#c)\n\n${BODY}`),
    ).to.deep.equal([]);
    expect(
      introOf(`# T\n\n[What we keep](#a)\n\n[Your rights](#b)\n\n[Contact us](#c)\n\n${BODY}`),
    ).to.deep.equal([]);
  });

  it('A table of contents can lead to the original of a copy', () => {
    const list = LIST.replaceAll('(#', '(https://example.com/x#').replace('Write to', 'Contact');
    expect(introOf(`# T\n\n${list}\n\n${BODY}`)).to.deep.equal([]);
  });

  it('Lists with other text or other links are kept', () => {
    for (const list of [
      '- [What we keep](#a): everything\n- [Your rights](#b): none\n- [Contact us](#c): never',
      '- [What we keep](/a)\n- [Your rights](/b)\n- [Contact us](/c)',
      '- What we keep\n- Your rights\n- Contact us',
      '- [A](https://example.com/x#what-we-keep)\n- [B](https://example.com/x#your-rights)\n- [C](https://example.com/x#contact-us)',
      '- [Alpha](#x)\n- [Beta](#y)\n- [Gamma](#z)',
    ]) {
      expect(introOf(`# T\n\n${list}\n\n${BODY}`).length, list).to.equal(1);
    }
  });
});
