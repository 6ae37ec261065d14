import { expect } from '@open-wc/testing';
import { Announcer } from '../../src/element/announcer.ts';
import { FakeHost } from '../controllers/fake-host.ts';
import { waitForFrames } from '../test-element.ts';

describe('Announcer', () => {
  it('A sentence is announced in the next frame, after the region was cleared', async () => {
    const host = new FakeHost();
    const announcer = new Announcer(host);
    announcer.announce('First.');
    await waitForFrames(1);
    expect(announcer.announcement).to.equal('First.');
    announcer.announce('First.');
    expect(announcer.announcement).to.equal('');
    await waitForFrames(1);
    // Clearing an empty region needs no update.
    expect([announcer.announcement, host.updates]).to.deep.equal(['First.', 3]);
  });

  it('A newer sentence replaces one that is not announced yet', async () => {
    const announcer = new Announcer(new FakeHost());
    announcer.announce('First.');
    announcer.announce('Second.');
    await waitForFrames(1);
    expect(announcer.announcement).to.equal('Second.');
  });
});
