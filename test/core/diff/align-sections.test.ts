import { expect } from 'chai';
import { compare } from './compare-texts.ts';

const LOGS = 'We keep server logs for thirty days on our own machines and nobody else sees them.';
const MAIL = 'Letters to us stay with whoever answers them until the matter is settled for good.';
const ADS = 'Advertising partners receive nothing from this website, not today and not later on.';

/** Returns `heading < previous id` for each section, with `+` as the id if the section is added. */
function origins(before: string, after: string): string[] {
  const { sections } = compare(`# Policy\n\n${before}`, `# Policy\n\n${after}`);
  return sections.map(({ section, previousId }) => `${section.heading} < ${previousId ?? '+'}`);
}

const section = (heading: string, body: string) => `## ${heading}\n\n${body}\n\n`;

describe('alignSections', () => {
  it('Sections match by an id that the publisher set, even if everything else changed', () => {
    expect(
      origins(section('Logs {#kept}', LOGS), section('Mail {#kept}', MAIL) + section('Logs', ADS)),
    ).to.deep.equal(['Mail < kept', 'Logs < +']);
  });

  it('Sections match by the heading without its number', () => {
    expect(
      origins(
        section('1. Logs', LOGS) + section('2. Mail', MAIL),
        section('1. Mail', `${MAIL} Yes.`),
      ),
    ).to.deep.equal(['1. Mail < 2-mail']);
  });

  it('Repeated headings match by their bodies', () => {
    expect(
      origins(
        section('Purpose', LOGS) + section('Purpose', MAIL),
        section('Purpose', ADS) + section('Purpose', LOGS) + section('Purpose', MAIL),
      ),
    ).to.deep.equal(['Purpose < +', 'Purpose < purpose', 'Purpose < purpose-2']);
  });

  it('A renamed section matches by its body', () => {
    expect(origins(section('Logs', LOGS), section('Records', LOGS))).to.deep.equal([
      'Records < logs',
    ]);
  });

  it('A renamed and edited section matches by its similar body', () => {
    expect(
      origins(section('Logs', LOGS), section('Records', LOGS.replace('thirty', 'ninety'))),
    ).to.deep.equal(['Records < logs']);
  });

  it('An empty section matches after a matched neighbour', () => {
    expect(
      origins(
        section('Logs', LOGS) + section('Old', ''),
        section('Logs', LOGS) + section('New', ''),
      ),
    ).to.deep.equal(['Logs < logs', 'New < old']);
  });
});
