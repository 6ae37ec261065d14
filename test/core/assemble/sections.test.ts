import { expect } from 'chai';
import { outline, parse, describeNode } from '../parse-text.ts';

const headings = (text: string) => parse(text).sections.map(({ heading }) => heading);

describe('Sections', () => {
  it('Sections are at the level that the document uses', () => {
    for (const marks of ['#', '##', '###', '####']) {
      expect(headings(`${marks} A\n\na\n\n${marks} B\n\nb`)).to.deep.equal(['A', 'B']);
    }
    expect(headings('## Title\n\n### A\n\n#### a\n\n### B')).to.deep.equal(['A', 'B']);
    expect(headings('Title\n=====\n\nA\n-\n\nB\n-')).to.deep.equal(['A', 'B']);
  });

  it('A shallower heading starts a section, too', () => {
    expect(headings('# Title\n\n### A\n\n## B\n\n### C\n\n### D')).to.deep.equal([
      'A',
      'B',
      'C',
      'D',
    ]);
  });

  it('Sections are below the title if appendices have titles of their own', () => {
    expect(headings('# Privacy Policy\n\n## A\n\n## B\n\n# Annex\n\n# Glossary')).to.deep.equal([
      'A',
      'B',
      'Annex',
      'Glossary',
    ]);
  });

  it('Deeper headings stay in the section without skipped levels', () => {
    const [section] = parse('## A\n\n#### b\n\n###### c\n\n##### d\n\n### e\n\n## B').sections;
    expect(section?.blocks.map((block) => block.type === 'heading' && block.depth)).to.deep.equal([
      1, 2, 2, 1,
    ]);
  });

  it('Text before the first section is the introduction', () => {
    const { intro, sections } = parse('# T\n\nOne.\n\nTwo.\n\n## A\n\na');
    expect(intro.map(describeNode)).to.deep.equal(['paragraph(One.)', 'paragraph(Two.)']);
    expect(sections.length).to.equal(1);
  });

  it('Rules between sections are left out, rules inside are kept', () => {
    expect(
      outline(parse('# T\n\n---\n\n## A\n\na\n\n---\n\nb\n\n***\n\n## B\n\nc\n\n---')),
    ).to.deep.equal(['A: paragraph(a): thematicBreak(): paragraph(b)', 'B: paragraph(c)']);
  });

  it('A text without headings has no sections', () => {
    const policy = parse('We keep nothing.\n\nNot even this.');
    expect(policy.sections).to.deep.equal([]);
    expect(policy.intro.length).to.equal(2);
    expect(policy.warnings.join()).to.contain('no headings');
  });

  it('Section ids are explicit or derived from the heading, and unique', () => {
    const { sections } = parse(
      '## Data {#data-we-keep}\n\n## Logs\n\n## Logs\n\n## constructor\n\n## __proto__\n\n## 🍪',
    );
    expect(sections.map(({ id }) => id)).to.deep.equal([
      'data-we-keep',
      'logs',
      'logs-2',
      'constructor',
      'proto',
      'section',
    ]);
  });

  it('Further anchors of a heading are aliases', () => {
    const { sections } = parse('## <a id="old"></a><a id="older"></a>Data {#data}\n\n## Logs');
    expect(sections[0]).to.deep.include({ id: 'data', aliases: ['old', 'older'] });
  });

  it('An empty heading takes the line below', () => {
    expect(
      outline(parse('### \n\nYour rights\n\nMany.\n\n### \n\nContact\n\nHere.')),
    ).to.deep.equal(['Your rights: paragraph(Many.)', 'Contact: paragraph(Here.)']);
  });

  it('A very long heading is a paragraph', () => {
    const long = 'We keep nothing of what you send. '.repeat(10).trim();
    expect(outline(parse(`## A\n\n## ${long}\n\n## B\n\nb`))).to.deep.equal([
      `A: paragraph(${long})`,
      'B: paragraph(b)',
    ]);
  });

  it('Headings beyond the limit stay in the last section', () => {
    const policy = parse('## A\n\na\n\n'.repeat(1200));
    expect(policy.sections.length).to.equal(1000);
    expect(policy.words).to.equal(2400);
  });
});
