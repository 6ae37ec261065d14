import { expect } from 'chai';
import { compare, markedLines } from './compare-texts.ts';

const LOGS = 'We keep server logs for thirty days on our own machines and nobody else sees them.';
const MAIL = 'Letters to us stay with whoever answers them until the matter is settled for good.';
const ADS = 'Advertising partners receive nothing from this website, not today and not later on.';

/** Returns each section as a line: its heading, kinds, origins, and marked text. */
function compared(before: string, after: string): string[] {
  const end = '## Contact\n\nWrite to us at any time.\n';
  const { sections, removed } = compare(
    `# Policy\n\n${before}${end}`,
    `# Policy\n\n${after}${end}`,
  );
  return [...sections.slice(0, -1), ...removed].map(
    ({ section, kinds, origins, previousHeading, blocks }) =>
      `${section.heading} ${kinds.join('+') || 'unchanged'} (${origins.join(', ')})` +
      (previousHeading === null ? '' : ` was ${previousHeading}`) +
      markedLines(blocks)
        .filter((line) => /[[{<]/.test(line))
        .map((line) => `\n  ${line}`)
        .join(''),
  );
}

const section = (heading: string, ...paragraphs: string[]) =>
  `## ${heading}\n\n${paragraphs.join('\n\n')}\n\n`;

describe('diffAsOneFlow', () => {
  it('The two parts of a split section name it, and unchanged text has no marks', () => {
    expect(
      compared(section('Data', LOGS, MAIL), section('Data', LOGS) + section('Letters', MAIL)),
    ).to.deep.equal(['Data unchanged ()', 'Letters split (Data)']);
  });

  it('A merged section names both sections that it came from', () => {
    const [line] = compared(
      section('Data', LOGS) + section('Letters', MAIL),
      section('Data', LOGS, MAIL),
    );
    expect(line).to.match(/^Data merged\S* \(Data, Letters\)/);
    expect(line).to.include('<removed> Letters');
  });

  it('Words that changed while a section was split are marked', () => {
    expect(
      compared(
        section('Data', LOGS, MAIL),
        section('Data', LOGS) + section('Letters', MAIL.replace('settled', 'closed')),
      ),
    ).to.deep.equal([
      'Data unchanged ()',
      `Letters split+changed (Data)\n  ${MAIL.replace('settled', '[-settled-]{+closed+}')}`,
    ]);
  });

  it('A section that was removed beside a split one is removed as a whole', () => {
    const lines = compared(
      section('Data', LOGS, MAIL) + section('Ads', ADS),
      section('Data', LOGS) + section('Letters', MAIL),
    );
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).to.deep.equal([
      'Data unchanged',
      'Letters split',
      'Ads removed',
    ]);
  });
});
