import { expect } from '@open-wc/testing';
import { Disclosure } from '../../src/controllers/disclosure.ts';
import { Navigation } from '../../src/controllers/navigation.ts';
import { VisitMemory } from '../../src/controllers/visit-memory.ts';
import { policyFrom } from '../view/render-view.ts';
import { FakeHost } from './fake-host.ts';

const POLICY = policyFrom('# Policy\n\n## A\n\na\n\n## B\n\nb\n');
const CLOSED = { expanded: 'none', key: null } as const;

describe('Navigation', () => {
  let host: FakeHost;
  let disclosure: Disclosure;
  let navigation: Navigation;

  beforeEach(() => {
    host = new FakeHost();
    const memory = new VisitMemory(host);
    disclosure = new Disclosure(host, memory);
    navigation = new Navigation(host, {
      disclosure,
      memory,
      onHash: () => false,
      onCopy: () => {},
    });
    host.renderSections(['a', 'b']);
    document.body.append(host);
    navigation.setPolicy(POLICY, null, CLOSED);
  });

  afterEach(() => {
    host.remove();
    scrollTo(0, 0);
  });

  it('goToChange() opens the section of a change and focuses the change', async () => {
    expect(navigation.goToChange(2)).to.equal(true);
    await host.updateComplete;
    await Promise.resolve();
    expect([...disclosure.closed]).to.deep.equal(['a']);
    expect(navigation.position).to.equal(2);
    expect((document.activeElement as HTMLElement).dataset.change).to.equal('2');
  });

  it('goToChange() stays at the first and at the last change', () => {
    navigation.goToChange(1);
    const went = [navigation.goToChange(0), navigation.goToChange(3)];
    expect([...went, navigation.position]).to.deep.equal([false, false, 1]);
  });

  it('goToChange() opens the details element around a change', () => {
    const change = host.querySelector('p')!;
    const details = document.createElement('details');
    change.replaceWith(details);
    details.append(change);
    navigation.goToChange(1);
    expect(details.open).to.equal(true);
  });

  it('Another policy resets the position before its first change', () => {
    navigation.goToChange(2);
    navigation.setPolicy(POLICY, null, CLOSED);
    expect(navigation.position).to.equal(0);
  });

  it('goTo() finds a section by its id, and returns false if no section has it', async () => {
    expect(navigation.goTo('b')).to.equal(true);
    expect(navigation.goTo('c')).to.equal(false);
    await host.updateComplete;
    expect([...disclosure.closed]).to.deep.equal(['a']);
    expect(navigation.target).to.equal('b');
  });

  it('Details are open while the page is printed', () => {
    const details = document.createElement('details');
    host.append(details);
    dispatchEvent(new Event('beforeprint'));
    expect(details.open).to.equal(true);
    dispatchEvent(new Event('afterprint'));
    expect(details.open).to.equal(false);
  });
});
