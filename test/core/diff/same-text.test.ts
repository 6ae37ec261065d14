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

describe('hasSameText', () => {
  const same = (before: string, after: string) =>
    hasSameText(policyFrom(before), policyFrom(after));

  it('hasSameText is true for the same text in other markup', () => {
    const other = POLICY.replaceAll('## ', '### ').replace('We keep', '**We**\nkeep');
    expect(same(POLICY, other)).to.equal(true);
  });

  it('hasSameText is false if a word or an address differs, or a word was added', () => {
    for (const [was, is] of [
      ['30 days', '90 days'],
      ['/a)', '/b)'],
      ['one cookie.', 'one cookie. Yes'],
    ] as const) {
      expect(same(POLICY, POLICY.replace(was, is)), is).to.equal(false);
      expect(same(POLICY.replace(was, is), POLICY), is).to.equal(false);
    }
  });

  it('hasSameText is false if words are in another column of a table', () => {
    const table = (row: string) => `## Data\n\n| A | B |\n|--|--|\n${row}\n`;
    expect(same(table('| one two | three |'), table('| one | two three |'))).to.equal(false);
  });

  it('No change is found if a block moved to a section of the same name and the order of words is kept', () => {
    const before = '# Policy\n\n## We\n\n## We\n\n> We\n>\n> `we`\n';
    const after = '# Policy\n\n## We\n\n> We\n>\n> `we`\n\n## We\n';
    const { summary, sections } = compare(before, after);
    expect(summary).to.deep.include({ total: 0, material: false, sections: [] });
    expect(sections.map(({ previousId }) => previousId)).to.deep.equal(['we', 'we-2']);
  });
});
