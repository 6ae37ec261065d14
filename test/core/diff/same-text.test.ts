import { expect } from 'chai';
import { hasSameText } from '../../../src/core/diff/same-text.ts';
import { compare, policyFrom } from './compare-texts.ts';

const POLICY = `# Policy

Last updated: 4 March 2025

## 1. Data

We keep [your data](https://example.com/a) for 30 days.

## 2. Cookies

We use one cookie.
`;

describe('Two policies say the same', () => {
  const same = (before: string, after: string) =>
    hasSameText(policyFrom(before), policyFrom(after));

  it('however a text is written', () => {
    const other = POLICY.replaceAll('## ', '### ').replace('We keep', '**We**\nkeep');
    expect(same(POLICY, other)).to.equal(true);
  });

  it('but not where a word or an address is another, or a word more', () => {
    for (const [was, is] of [
      ['30 days', '90 days'],
      ['/a)', '/b)'],
      ['one cookie.', 'one cookie. Yes'],
    ] as const) {
      expect(same(POLICY, POLICY.replace(was, is)), is).to.equal(false);
      expect(same(POLICY.replace(was, is), POLICY), is).to.equal(false);
    }
  });

  it('but not where words stand in another column', () => {
    const table = (row: string) => `## Data\n\n| A | B |\n|--|--|\n${row}\n`;
    expect(same(table('| one two | three |'), table('| one | two three |'))).to.equal(false);
  });

  it('where a block went over to a section of the same name, and its words are the same in order', () => {
    const before = '# Policy\n\n## We\n\n## We\n\n> We\n>\n> `we`\n';
    const after = '# Policy\n\n## We\n\n> We\n>\n> `we`\n\n## We\n';
    const { summary, sections } = compare(before, after);
    expect(summary).to.deep.include({ total: 0, material: false, sections: [] });
    expect(sections.map(({ previousId }) => previousId)).to.deep.equal(['we', 'we-2']);
  });
});
