import { expect } from '@open-wc/testing';
import { HostilePage } from '../attacks/hostile-page.ts';

const names = (await (await fetch('/__attack/large')).json()) as string[];

/** Milliseconds for the whole, and for one piece: a busy machine takes ten times an idle one. */
const SOON = 30_000;
const AT_ONCE = 15_000;

/** Ends that a person can read. */
const ENDS = ['ready', 'too-large', 'too-complex', 'parse', 'empty', 'type'];

describe(`${names.length} documents that cost much to read`, () => {
  let page: HostilePage;

  before(async () => {
    page = await HostilePage.open();
  });

  after(() => page.close());

  for (const [index, name] of names.entries()) {
    it(`end soon, and let the page breathe: ${name}`, async () => {
      const { end, took, held, problems } = await page.time(`/__attack/large/${index}`);
      expect(problems).to.deep.equal([]);
      expect(ENDS).to.include(end);
      expect(took).to.be.lessThan(SOON);
      expect(held).to.be.lessThan(AT_ONCE);
    });
  }
});
