import { expect } from 'chai';
import { outline, parse, describeNode } from '../parse-text.ts';

describe('promoteBoldLines', () => {
  it('makes sections of bold lines where there are no headings', () => {
    expect(outline(parse('**Data**\n\nWe keep it.\n\n__What else?__\n\nNothing.'))).to.deep.equal([
      'Data: paragraph(We keep it.)',
      'What else?: paragraph(Nothing.)',
    ]);
  });

  it('makes sections of bold lines below a title', () => {
    expect(outline(parse('# Privacy\n\n**Data:**\n\na\n\n**Logs**\n\nb'))).to.deep.equal([
      'Data:: paragraph(a)',
      'Logs: paragraph(b)',
    ]);
  });

  it('leaves bold lines alone where there are headings enough', () => {
    const { sections } = parse('# Privacy\n\n## A\n\n**a**\n\nb\n\n**c**\n\nd\n\n## B\n\ne');
    expect(sections[0]?.blocks.map(describeNode)).to.include('paragraph(strong(a))');
  });

  it('does not take dates and sentences for headings', () => {
    const { sections } = parse(
      '**Last updated: 4 March 2026**\n\na\n\n**We keep nothing.**\n\nb\n\n**Data**\n\nc\n\n**Logs**\n\nd',
    );
    expect(sections.map(({ heading }) => heading)).to.deep.equal(['Data', 'Logs']);
  });
});
