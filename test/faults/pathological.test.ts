import { expect } from '@open-wc/testing';
import { HostilePage } from '../attacks/hostile-page.ts';

const documents = (await (await fetch('/__attack/large')).json()) as {
  readonly name: string;
  readonly refused: boolean;
}[];

/** The acceptable statuses and error codes. The visitor sees the policy or a message. */
const READABLE = ['ready', 'too-large', 'too-complex', 'parse', 'empty', 'type'];

describe('Documents that are costly to parse', () => {
  let page: HostilePage;

  before(async () => {
    page = await HostilePage.open();
  });

  after(async () => {
    expect(await page.close()).to.deep.equal([]);
  });

  for (const [index, { name, refused }] of documents.entries()) {
    // A document with quadratic cost would exceed the runner's timeout.
    it(`Costly documents are ${refused ? 'refused as too complex' : 'shown or refused'}: ${name}`, async () => {
      const { end, problems } = await page.endOf(`/__attack/large/${index}`);
      expect(problems).to.deep.equal([]);
      expect(refused ? ['too-complex'] : READABLE).to.include(end);
    });
  }
});
