import { expect } from 'chai';
import { compareInDetail } from '../../../src/core/diff/index.ts';
import { runSync } from '../../../src/core/tasks.ts';
import { compare, markedLines, policyFrom } from './compare-texts.ts';

describe('diffGroup', () => {
  it('A section that only one version has is added or removed as a whole', () => {
    const { sections, removed } = compare(
      '# P\n\n## A\n\nKept.\n\n## B\n\nA text about logs.\n',
      '# P\n\n## A\n\nKept.\n\n## C\n\nMail is something else.\n',
    );
    expect(sections.map(({ section, kinds }) => [section.heading, ...kinds])).to.deep.equal([
      ['A'],
      ['C', 'added'],
    ]);
    expect(removed.map(({ section }) => section.heading)).to.deep.equal(['B']);
  });

  it('A heading that continues in the text is a change of the line break alone', () => {
    const { sections } = compare(
      '# P\n\n## Cookies we set\n\nOne, which keeps you signed in.\n',
      '# P\n\n## Cookies\n\nwe set\n\nOne, which keeps you signed in.\n',
    );
    expect(sections[0]!.kinds).not.to.include('added');
    expect(sections[0]!.previousId).to.equal('cookies-we-set');
  });

  it('A title that became another one does not mark the text before the first section', () => {
    const { head, intro } = compare('# Privacy\n\nWe care.\n', '# Data protection\n\nWe care.\n');
    expect(head.map(({ field, before }) => [field, before])).to.deep.equal([['title', 'Privacy']]);
    expect([markedLines(intro.blocks), intro.count]).to.deep.equal([['We care.'], 0]);
  });

  it('Once too much changed, the words of the remaining sections are not compared', () => {
    const text = (days: number, person: string) =>
      `# P\n\n## Logs\n\nWe keep logs for ${days} days.\n\n## Mail\n\nLetters go to ${person}.\n`;
    const [before, after] = [text(30, 'Ada'), text(90, 'Bob')].map(policyFrom);
    const [logs, mail] = runSync(compareInDetail(before!, after!, 0)).sections;
    expect(markedLines(logs!.blocks)).to.deep.equal(['We keep logs for [-30-]{+90+} days.']);
    expect(mail!.kinds).to.deep.equal(['changed']);
    expect(markedLines(mail!.blocks)[0]).to.match(/^<added>/);
  });
});
