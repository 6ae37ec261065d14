import { expect } from 'chai';
import { outline, parse, describeNode } from '../parse-text.ts';

const headings = (text: string) => parse(text).sections.map(({ heading }) => heading);

describe('the sections of a document', () => {
  it('are at the level that it uses', () => {
    for (const marks of ['#', '##', '###', '####']) {
      expect(headings(`${marks} A\n\na\n\n${marks} B\n\nb`)).to.deep.equal(['A', 'B']);
    }
    expect(headings('## Title\n\n### A\n\n#### a\n\n### B')).to.deep.equal(['A', 'B']);
    expect(headings('Title\n=====\n\nA\n-\n\nB\n-')).to.deep.equal(['A', 'B']);
  });

  it('begin at shallower headings, too', () => {
    expect(headings('# Title\n\n### A\n\n## B\n\n### C\n\n### D')).to.deep.equal([
      'A',
      'B',
      'C',
      'D',
    ]);
  });

  it('are those below the title where appendices have titles of their own', () => {
    expect(headings('# Privacy Policy\n\n## A\n\n## B\n\n# Annex\n\n# Glossary')).to.deep.equal([
      'A',
      'B',
      'Annex',
      'Glossary',
    ]);
  });

  it('keep deeper headings, no level skipped', () => {
    const [section] = parse('## A\n\n#### b\n\n###### c\n\n##### d\n\n### e\n\n## B').sections;
    expect(section?.blocks.map((block) => block.type === 'heading' && block.depth)).to.deep.equal([
      1, 2, 2, 1,
    ]);
  });

  it('come after the text before the first of them', () => {
    const { intro, sections } = parse('# T\n\nOne.\n\nTwo.\n\n## A\n\na');
    expect(intro.map(describeNode)).to.deep.equal(['paragraph(One.)', 'paragraph(Two.)']);
    expect(sections.length).to.equal(1);
  });

  it('swallow the lines between them, not those inside', () => {
    expect(
      outline(parse('# T\n\n---\n\n## A\n\na\n\n---\n\nb\n\n***\n\n## B\n\nc\n\n---')),
    ).to.deep.equal(['A: paragraph(a): thematicBreak(): paragraph(b)', 'B: paragraph(c)']);
  });

  it('are none where nothing is headed', () => {
    const policy = parse('We keep nothing.\n\nNot even this.');
    expect(policy.sections).to.deep.equal([]);
    expect(policy.intro.length).to.equal(2);
    expect(policy.warnings.join()).to.contain('no headings');
  });

  it('have ids that are explicit, readable, and given once', () => {
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

  it('keep the other names of their heading', () => {
    const { sections } = parse('## <a id="old"></a><a id="older"></a>Data {#data}\n\n## Logs');
    expect(sections[0]).to.deep.include({ id: 'data', aliases: ['old', 'older'] });
  });

  it('take the line below for a heading without words', () => {
    expect(
      outline(parse('### \n\nYour rights\n\nMany.\n\n### \n\nContact\n\nHere.')),
    ).to.deep.equal(['Your rights: paragraph(Many.)', 'Contact: paragraph(Here.)']);
  });

  it('are not headed by whole paragraphs', () => {
    const long = 'We keep nothing of what you send. '.repeat(10).trim();
    expect(outline(parse(`## A\n\n## ${long}\n\n## B\n\nb`))).to.deep.equal([
      `A: paragraph(${long})`,
      'B: paragraph(b)',
    ]);
  });

  it('stop at a number that a page can show', () => {
    const policy = parse('## A\n\na\n\n'.repeat(1200));
    expect(policy.sections.length).to.equal(1000);
    expect(policy.words).to.equal(2400);
  });
});
