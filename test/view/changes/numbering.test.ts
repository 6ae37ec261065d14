import { expect } from 'chai';
import { countChanges, markedBlocks } from '../../../src/view/changes/numbering.ts';
import { compare } from '../../core/diff/compare-texts.ts';

const section = (name: string, text: string) => `## ${name}\n\n${text}\n\n`;
const LOGS = section('Logs', 'We keep logs for 30 days.');
const MAIL = section('Mail', 'Letters go to Ada, who answers them.');
const ADS = section('Ads', 'Nobody buys advertising space here.');

describe('countChanges', () => {
  it('Changes are counted in page order, with the removed sections last', () => {
    const comparison = compare(
      `# P\n\nHello you.\n\n${LOGS}${MAIL}${ADS}`,
      `# P\n\nHello everybody.\n\n${LOGS.replace('30', '90')}${MAIL.replace('Ada', 'Bob')}`,
    );
    expect(countChanges(comparison)).to.deep.equal({ sections: [1, 2], removed: [3], total: 4 });
  });

  it('A moved section is a change of its own, before those in its text', () => {
    const comparison = compare(
      `# P\n\n${LOGS}${MAIL}${ADS}`,
      `# P\n\n${MAIL}${ADS}${LOGS.replace('30', '90')}`,
    );
    const { sections, total } = countChanges(comparison);
    expect([sections, total, comparison.summary.total]).to.deep.equal([[0, 0, 0], 2, 2]);
  });
});

describe('markedBlocks', () => {
  it('Marked blocks are counted at any depth', () => {
    const { sections } = compare(
      '# P\n\n## A\n\n- one\n- two\n',
      '# P\n\n## A\n\n- one\n- two\n  - three\n',
    );
    expect(markedBlocks(sections[0]!.blocks, [])).to.be.greaterThan(0);
    expect(markedBlocks(sections[0]!.blocks, sections[0]!.blocks)).to.equal(0);
  });
});
