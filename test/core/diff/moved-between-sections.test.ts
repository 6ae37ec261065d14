import { expect } from 'chai';
import type { SectionComparison } from '../../../src/core/diff/comparison.ts';
import { compare } from './compare-texts.ts';

const LOGS = 'We keep server logs for thirty days on our own machines.';
const MAIL = 'Letters to us are answered by whoever is in the office.';
const ADS = 'Advertising partners receive nothing from this website at all.';

/** Compares a policy with two sections. Returns both of them. */
function sections(before: readonly [string, string], after: readonly [string, string]) {
  const text = ([one, two]: readonly [string, string]) =>
    `# Policy\n\n## Data\n\n${one}\n\n## Contact\n\n${two}\n`;
  return compare(text(before), text(after)).sections;
}

/** Returns the changes of a section's blocks, such as `moved from “We keep…”`. */
function changes({ blocks }: SectionComparison): string[] {
  return blocks.flatMap(({ change }) =>
    change ? [change.movedFrom ? `moved from “${change.movedFrom.after}”` : change.kind] : [],
  );
}

describe('markMovesBetweenSections', () => {
  it('A block that moved to another section is marked there alone', () => {
    const [data, contact] = sections([`${LOGS}\n\n${ADS}`, MAIL], [LOGS, `${MAIL}\n\n${ADS}`]);
    expect(changes(contact!)).to.deep.equal([`moved from “${LOGS}”`]);
    expect([data!.blocks, data!.kinds, data!.count]).to.deep.equal([data!.section.blocks, [], 0]);
  });

  it('A move to another section is material', () => {
    const [, contact] = sections([`${LOGS}\n\n${ADS}`, MAIL], [LOGS, `${MAIL}\n\n${ADS}`]);
    expect([contact!.material, contact!.count]).to.deep.equal([true, 1]);
  });

  it('A block that was first in its section is described by the section’s heading', () => {
    const [, contact] = sections([`${ADS}\n\n${LOGS}`, MAIL], [LOGS, `${MAIL}\n\n${ADS}`]);
    expect(changes(contact!)).to.deep.equal(['moved from “Data”']);
  });

  it('Neighbouring blocks move together', () => {
    const [, contact] = sections(
      [`${LOGS}\n\n${ADS}\n\nThe end of the story about all data.`, MAIL],
      [LOGS, `${MAIL}\n\n${ADS}\n\nThe end of the story about all data.`],
    );
    expect(contact!.count).to.equal(1);
    expect(contact!.blocks.map(({ change }) => change?.movedFrom?.blocks.length)).to.deep.equal([
      undefined,
      2,
      undefined,
    ]);
  });

  for (const [what, moved, arrived] of [
    ['of few words', 'We sell nothing.', 'We sell nothing.'],
    ['whose words changed', ADS, ADS.replace('nothing', 'everything')],
    ['whose link leads elsewhere', `${ADS} [More](/a)`, `${ADS} [More](/b)`],
  ] as const) {
    it(`A block ${what} counts as removed and added`, () => {
      const [data, contact] = sections(
        [`${LOGS}\n\n${moved}`, MAIL],
        [LOGS, `${MAIL}\n\n${arrived}`],
      );
      expect([changes(data!), changes(contact!)]).to.deep.equal([['removed'], ['added']]);
    });
  }

  it('A section that was removed as a whole keeps its blocks', () => {
    const before = `# Policy\n\n## Data\n\n${LOGS}\n\n## Ads\n\n${ADS}\n`;
    const { sections: all, removed } = compare(
      before,
      `# Policy\n\n## Data\n\n${LOGS}\n\n${ADS}\n`,
    );
    const found = [...all, ...removed].flatMap(changes);
    expect(found).not.to.include('moved from “Ads”');
  });
});
