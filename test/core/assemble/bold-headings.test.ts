import { expect } from 'chai';
import { describeNode, outline, parse } from '../parse-text.ts';

const headings = (text: string): string[] => parse(text).sections.map(({ heading }) => heading);

describe('Heading lines', () => {
  it('Bold lines are sections if there are no headings', () => {
    expect(outline(parse('**Data**\n\nWe keep it.\n\n__What else?__\n\nNothing.'))).to.deep.equal([
      'Data: paragraph(We keep it.)',
      'What else?: paragraph(Nothing.)',
    ]);
  });

  it('Bold lines are sections below a title', () => {
    expect(outline(parse('# Privacy\n\n**Data:**\n\na\n\n**Logs**\n\nb'))).to.deep.equal([
      'Data:: paragraph(a)',
      'Logs: paragraph(b)',
    ]);
  });

  it('Bold lines stay as they are if there are enough headings', () => {
    const { sections } = parse('# Privacy\n\n## A\n\n**a**\n\nb\n\n**c**\n\nd\n\n## B\n\ne');
    expect(sections[0]?.blocks.map(describeNode)).to.include('paragraph(strong(a))');
  });

  it('Bold dates and sentences are not headings', () => {
    expect(
      headings(
        '**Last updated: 4 March 2026**\n\na\n\n**We keep nothing.**\n\nb\n\n**Data**\n\nc\n\n**Logs**\n\nd',
      ),
    ).to.deep.equal(['Data', 'Logs']);
  });

  it('A bold line after a no-break space or a line break is a heading', () => {
    expect(headings('\u00a0**Data**\n\na\n\n<br>**Logs**\n\nb\n\n**Use**<br>\n\nc')).to.deep.equal([
      'Data',
      'Logs',
      'Use',
    ]);
  });

  it('A bold line is a heading if its text follows after a line break', () => {
    expect(outline(parse('**Data**<br>a<br>b\n\n**Logs:**  \nc'))).to.deep.equal([
      'Data: paragraph(abreak()b)',
      'Logs:: paragraph(c)',
    ]);
    expect(headings('**Data** is<br>a\n\n**We log.**<br>c')).to.deep.equal([]);
  });

  it('A numbered bold line is a heading with its number, and its list item is its text', () => {
    expect(
      outline(parse('1. **Data**\n\na\n\n2. **Logs**\n\n   b\n\n3. **Use**\n\nc')),
    ).to.deep.equal(['1. Data: paragraph(a)', '2. Logs: paragraph(b)', '3. Use: paragraph(c)']);
  });

  it('Lines in capitals are sections if there are no headings and no bold lines', () => {
    expect(
      outline(parse('PRIVACY POLICY\n\nDATA WE KEEP\n\na\n\nHOW WE USE IT\n\nb\n\nCONTACT\n\nc')),
    ).to.deep.equal([
      'DATA WE KEEP: paragraph(a)',
      'HOW WE USE IT: paragraph(b)',
      'CONTACT: paragraph(c)',
    ]);
  });

  it('Numbered questions in capitals are sections', () => {
    expect(
      headings('1. WHAT DO WE COLLECT?\n\na\n\n2. WHO ARE YOU?\n\nb\n\n3. HOW LONG?\n\nc'),
    ).to.deep.equal(['1. WHAT DO WE COLLECT?', '2. WHO ARE YOU?', '3. HOW LONG?']);
  });

  it('Names in capitals and shouted sentences are not headings', () => {
    expect(headings('NID\n\na\n\nDSID\n\nb\n\nCONSENT\n\nc')).to.deep.equal([]);
    expect(headings('NO WARRANTY IS GIVEN.\n\na\n\nUSE IT AS IT IS.\n\nb')).to.deep.equal([]);
  });

  it('Numbered articles are sections', () => {
    expect(headings('AGB\n\n§ 1 Geltung\n\na\n\n§ 2 Preise\n\nb')).to.deep.equal([
      '§ 1 Geltung',
      '§ 2 Preise',
    ]);
  });
});
