import { expect } from 'chai';
import type { SectionComparison } from '../../../src/core/diff/comparison.ts';
import { changeLabel, sectionDetails } from '../../../src/view/changes/section-notes.ts';
import { compare } from '../../core/diff/compare-texts.ts';
import { messages, NO_ACTIONS, stateOf } from '../render-html.ts';

const [section] = compare('# P\n\n## A\n\nOne.\n', '# P\n\n## A\n\nOne.\n').sections;

/** Describes a section with these changes as `position/last`, its tags, and its notes. */
function details(changes: Partial<SectionComparison>): string[] {
  const comparison = { ...section!, ...changes };
  const { position, last, tags, notes } = sectionDetails(comparison, 4, 4, stateOf(), NO_ACTIONS);
  const text = (node: unknown) => String(node).replace(/<[^>]*>/g, '');
  return [`${position}/${last}`, tags.map(text).join(), ...notes.map(text)];
}

describe('sectionDetails', () => {
  for (const [what, changes, expected] of [
    ['an unchanged section', {}, ['null/4', '']],
    ['an added section', { kinds: ['added'], count: 1 }, ['5/5', 'Added', '']],
    [
      'a moved section',
      { kinds: ['moved'], movedAfter: 'Logs' },
      ['null/5', 'Moved', 'was after “Logs”'],
    ],
    [
      'a section that was the first',
      { kinds: ['moved'], movedAfter: null },
      ['null/5', 'Moved', 'was the first section'],
    ],
    [
      'a renamed section',
      { kinds: ['renamed'], previousHeading: 'B', count: 1 },
      ['null/5', 'Renamed', 'Previously titled “B”.'],
    ],
    [
      'a merged section',
      { kinds: ['merged'], origins: ['A', 'B'] },
      ['null/4', 'Merged', 'Merged from “A” and “B”.'],
    ],
    [
      'a section split off from text without a heading',
      { kinds: ['split'], origins: [], count: 1 },
      ['5/5', 'Split', ''],
    ],
  ] as const) {
    it(`sectionDetails numbers and describes ${what}`, () =>
      expect(details(changes)).to.deep.equal(expected));
  }
});

describe('changeLabel', () => {
  for (const [what, before, after, expected] of [
    ['counts the marked changes', 'One.', 'Two.', '1 change'],
    ['is null for an unchanged section', 'One.', 'One.', null],
  ] as const) {
    it(`changeLabel ${what}`, () => {
      const text = (body: string) => `# P\n\n## A\n\n${body}\n`;
      const [changed] = compare(text(before), text(after)).sections;
      expect(changeLabel(changed!, messages)).to.equal(expected);
    });
  }

  it('changeLabel names the kind of change if the number is unknown', () => {
    expect(changeLabel({ ...section!, kinds: ['changed'], count: 1 }, messages)).to.equal(
      'Changed',
    );
  });
});
