import { expect } from '@open-wc/testing';
import { HashNavigation } from '../../src/controllers/hash-navigation.ts';
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
      targets: () => new Map(),
      open: (id) => opened.push(id),
    });
    host.renderSections(['a', 'b', 'c', 'd']);
    document.body.append(host);
  });

  afterEach(() => {
    host.remove();
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
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
