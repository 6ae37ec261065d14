import { expect } from 'chai';
import { fixtureText } from '../../fixture.ts';
import { compare, markedLines } from './compare-texts.ts';

describe('Versions of small cases', () => {
  for (const [name, kinds] of [
    ['copyright-year', ['edited']],
    ['paragraphs-reordered', ['moved']],
    ['items-reordered', ['moved']],
  ] as const) {
    it(`The versions of ${name} differ in ${kinds.join()}, which is not material`, async () => {
      const [before, after] = await Promise.all(
        [1, 2].map((version) => fixtureText(`cases/${name}.${version}.md`)),
      );
      const { sections, summary, removed } = compare(before!, after!);
      expect(summary).to.deep.include({ material: false, total: 1, changed: 1 });
      expect(removed).to.deep.equal([]);
      const marked = JSON.stringify(sections.map(({ blocks }) => blocks));
      const found = [...marked.matchAll(/"kind":"(\w+)"/g)].map(([, kind]) => kind);
      expect(found).to.deep.equal(kinds);
      expect(sections.flatMap(({ blocks }) => markedLines(blocks)).join()).not.to.include(
        '<added>',
      );
    });
  }
});
