import { expect } from 'chai';
import { runSync } from '../../../src/core/index.ts';
import type { Heading } from '../../../src/core/model/policy.ts';
import { Matching } from '../../../src/core/diff/matching.ts';
import {
  createDiffContext,
  type IndexedSection,
  type SectionHeading,
} from '../../../src/core/diff/block-index.ts';
import { groupSplitAndMerged } from '../../../src/core/diff/section-groups.ts';
import { policyFrom } from './compare-texts.ts';

const [ONE, TWO, THREE] = ['one', 'two', 'three'].map(
  (word) => `This paragraph about ${word} says at length what ${word} is and why.`,
) as [string, string, string];

/**
 * Groups the sections of two policies. `pairs` are the sections that match. Returns each group as
 * `older>newer` with the indexes of its sections. Index 0 is the text before all sections.
 */
function groups(
  before: readonly string[],
  after: readonly string[],
  pairs: readonly (readonly [number, number])[],
): string[] {
  const context = createDiffContext('en');
  const [b, a] = [before, after].map((bodies) => {
    const markdown = bodies.map((body, index) => `## Part ${index}x\n\n${body}\n\n`).join('');
    const { sections } = policyFrom(`# Policy\n\n${markdown}`);
    return [{ ...sections[0]!, id: '', heading: '', headingContent: [], blocks: [] }, ...sections];
  }) as [IndexedSection['section'][], IndexedSection['section'][]];
  const heading = (section: IndexedSection['section']): SectionHeading => ({
    ...({ type: 'heading', depth: 1, children: section.headingContent } satisfies Heading),
    role: section.id ? 'section' : 'title',
  });
  const index = (section: IndexedSection['section']): IndexedSection => {
    const node = heading(section);
    const blocks = section.blocks.map(context.indexBlock);
    return {
      section,
      heading: { ...context.indexBlock(node), node },
      blocks,
      inlineRuns: blocks.flatMap(({ inlineRuns }) => inlineRuns),
      bodyKey: '',
    };
  };
  for (const one of b) context.registerTexts(one.blocks, 'before');
  for (const one of a) context.registerTexts(one.blocks, 'after');
  const matching = new Matching(b.length, a.length);
  for (const [older, newer] of pairs) matching.match(older, newer);
  const found = runSync(groupSplitAndMerged(b.map(index), a.map(index), matching, context));
  return found.map((group) => `${group.before.join('+')}>${group.after.join('+')}`).sort();
}

describe('groupSplitAndMerged', () => {
  it('Matched sections are in groups of their own', () => {
    expect(
      groups(
        [ONE, TWO],
        [ONE, TWO],
        [
          [1, 1],
          [2, 2],
        ],
      ),
    ).to.deep.equal(['0>0', '1>1', '2>2']);
  });

  it('A section is grouped with both sections that it was split into', () => {
    expect(
      groups(
        [`${ONE}\n\n${TWO}`, THREE],
        [ONE, TWO, THREE],
        [
          [1, 1],
          [2, 3],
        ],
      ),
    ).to.include('1>1+2');
  });

  it('Two sections are grouped with the one that they were merged into', () => {
    expect(
      groups(
        [ONE, TWO, THREE],
        [`${ONE}\n\n${TWO}`, THREE],
        [
          [1, 1],
          [3, 2],
        ],
      ),
    ).to.include('1+2>1');
  });

  it('An added section is not grouped', () => {
    expect(
      groups(
        [ONE, TWO],
        [ONE, THREE, TWO],
        [
          [1, 1],
          [2, 3],
        ],
      ),
    ).to.deep.equal(['0>0', '1>1', '2>3', '>2']);
  });

  it('A section is not grouped with a distant one that has its text', () => {
    expect(
      groups(
        [`${ONE}\n\n${TWO}`, THREE],
        [ONE, THREE, TWO],
        [
          [1, 1],
          [2, 2],
        ],
      ),
    ).to.include('1>1');
  });
});
