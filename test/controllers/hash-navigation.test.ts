import { expect } from '@open-wc/testing';
import { addressOf, HashNavigation } from '../../src/controllers/hash-navigation.ts';
import type { QueryTarget } from '../../src/browser/dom/query-parts.ts';
import { FakeHost } from './fake-host.ts';

const place = (section: string): QueryTarget => ({ section, block: null });

describe('HashNavigation', () => {
  let host: FakeHost;
  let opened: string[];
  let anchors: HashNavigation;

  beforeEach(() => {
    opened = [];
    host = new FakeHost();
    anchors = new HashNavigation(host, {
      open: (id) => opened.push(id),
      follow: () => false,
    });
    anchors.places = new Map([
      ['Alpha', place('a')],
      ['alpha', place('b')],
      ['GAMMA', place('c')],
      ['constructor', place('d')],
    ]);
    host.renderSections(['a', 'b', 'c', 'd']);
    document.body.append(host);
  });

  afterEach(() => {
    host.remove();
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  it('Ids are found exactly first, then without case', () => {
    expect(anchors.resolve('alpha')).to.deep.equal(place('b'));
    expect(anchors.resolve('Alpha')).to.deep.equal(place('a'));
    expect(anchors.resolve('gamma')).to.deep.equal(place('c'));
    expect(anchors.resolve('constructor')).to.deep.equal(place('d'));
    expect(anchors.resolve('toString')).to.equal(null);
    expect(anchors.resolve('')).to.equal(null);
    expect(anchors.resolve(undefined)).to.equal(null);
  });

  it('Hashes are written encoded', () => {
    anchors.write('個 "人"');
    expect(decodeURIComponent(location.hash)).to.equal('#個 "人"');
    expect(addressOf('x')).to.equal(`${location.href.replace(/#.*/, '')}#x`);
  });

  it('Hashes are not written with noHash', () => {
    host.noHash = true;
    anchors.write('alpha');
    expect(location.hash).to.equal('');
  });

  it('goTo() opens the section and focuses its button', async () => {
    anchors.goTo(place('c'), false);
    await host.updateComplete;
    await Promise.resolve();
    expect(opened).to.deep.equal(['c']);
    expect(anchors.target).to.equal('c');
    expect(document.activeElement).to.equal(host.children[2]!.querySelector('button'));
  });

  it('The target is cleared when the element is removed', () => {
    anchors.goTo(place('c'), false);
    host.remove();
    expect(anchors.target).to.equal(null);
  });
});
