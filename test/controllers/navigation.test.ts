import { expect } from '@open-wc/testing';
import { Disclosure } from '../../src/controllers/disclosure.ts';
import { Navigation } from '../../src/controllers/navigation.ts';
import { addressOf, writeHash } from '../../src/controllers/page-hash.ts';
import { VisitMemory } from '../../src/controllers/visit-memory.ts';
import { policyFrom } from '../view/render-view.ts';
import { until } from '../test-element.ts';
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

  it('Another policy resets the position before its first change', () => {
    navigation.position = 2;
    navigation.setPolicy(POLICY, null, CLOSED);
    expect(navigation.position).to.equal(0);
  });

  it('goTo() finds a section by its id, and returns false if no section has it', async () => {
    expect(navigation.goTo('b')).to.equal(true);
    expect(navigation.goTo('c')).to.equal(false);
    await until(() => navigation.target === 'b');
    expect([...disclosure.closed]).to.deep.equal(['a']);
  });

  it('Hashes are written encoded', () => {
    const page = location.href;
    writeHash('個 "人"');
    expect(decodeURIComponent(location.hash)).to.equal('#個 "人"');
    expect(addressOf('x')).to.equal(`${page.replace(/#.*/, '')}#x`);
    history.replaceState(null, '', page);
  });

  it('With noHash, following a link writes no hash', async () => {
    host.noHash = true;
    const click = new MouseEvent('click', { cancelable: true });
    navigation.follow(click, 'b', false);
    await until(() => navigation.target === 'b');
    expect([click.defaultPrevented, location.hash]).to.deep.equal([true, '']);
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
