import { expect } from '@open-wc/testing';
import { ChangeNavigator } from '../../src/controllers/change-steps.ts';
import { Host } from './host.ts';

describe('the walk from change to change', () => {
  let host: Host;
  let opened: string[];
  let steps: ChangeNavigator;

  beforeEach(() => {
    opened = [];
    host = new Host();
    steps = new ChangeNavigator(host, (id) => opened.push(id));
    host.draw(['a', 'b']);
    document.body.append(host);
  });

  afterEach(() => {
    host.remove();
    scrollTo(0, 0);
  });

  it('opens the section of a change, goes there and focuses it', async () => {
    expect(steps.goTo(2)).to.equal(true);
    await host.updateComplete;
    await Promise.resolve();
    expect(opened).to.deep.equal(['b']);
    expect(steps.position).to.equal(2);
    expect((document.activeElement as HTMLElement).dataset.change).to.equal('2');
  });

  it('ends at both ends, and stays where it was', () => {
    steps.goTo(1);
    expect([steps.goTo(0), steps.goTo(3), steps.position]).to.deep.equal([false, false, 1]);
  });

  it('opens what a change is folded into', () => {
    const change = host.querySelector('p')!;
    const details = document.createElement('details');
    change.replaceWith(details);
    details.append(change);
    steps.goTo(1);
    expect(details.open).to.equal(true);
  });

  it('begins anew with another policy', () => {
    steps.goTo(2);
    steps.reset();
    expect(steps.position).to.equal(0);
  });
});
