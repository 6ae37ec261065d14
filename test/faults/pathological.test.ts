import { expect } from '@open-wc/testing';
import { HostilePage } from '../attacks/hostile-page.ts';

const names = (await (await fetch('/__attack/large')).json()) as string[];

/** Ends that a person can read. */
const ENDS = ['ready', 'too-large', 'too-complex', 'parse', 'empty', 'type'];

describe(`${names.length} documents that cost much to read`, () => {
  let page: HostilePage;

  before(async () => {
    page = await HostilePage.open();
  });

  after(() => page.close());

  for (const [index, name] of names.entries()) {
    // What took time beyond measure would not end before the runner's patience does.
    it(`end in words or as a policy: ${name}`, async () => {
      const { end, problems } = await page.endOf(`/__attack/large/${index}`);
      expect(problems).to.deep.equal([]);
      expect(ENDS).to.include(end);
    });
  }
});
