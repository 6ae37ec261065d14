import { expect } from '@open-wc/testing';
import { Disclosure, type DisclosureStart } from '../../src/controllers/disclosure.ts';
import { FakeHost } from './fake-host.ts';

const KEY = 'disclosure-test';

const START: DisclosureStart = {
  ids: ['a', 'b', 'c'],
  removed: [],
  changed: new Set(),
  expanded: 'all',
  key: KEY,
};

describe('Disclosure', () => {
  let toggled: string[];
  let host: FakeHost;
  let disclosure: Disclosure;
  let mayKeep: boolean | null;

  beforeEach(() => {
    toggled = [];
    host = new FakeHost();
    mayKeep = true;
    host.addEventListener('policy-toggle', ({ id, expanded }) => toggled.push(`${id} ${expanded}`));
    disclosure = new Disclosure(host, {
      get canPersist() {
        return mayKeep;
      },
    });
  });

  afterEach(() => {
    for (const key of Object.keys(sessionStorage))
      if (key.includes(KEY)) sessionStorage.removeItem(key);
  });

  const closed = (): string[] => [...disclosure.closed];

  it('Sections start closed as `expanded` says, but changed ones start open', () => {
    disclosure.start({ ...START, expanded: 'changed', changed: new Set(['b']) });
    expect(closed()).to.deep.equal(['a', 'c']);
    disclosure.start({ ...START, expanded: 'none', changed: new Set(['b']) });
    expect(closed()).to.deep.equal(['a', 'c']);
    disclosure.start(START);
    expect(closed()).to.deep.equal([]);
    expect(toggled).to.deep.equal([]);
  });

  it('Removed sections start closed if there are more than three', () => {
    disclosure.start({ ...START, removed: ['w', 'x', 'y'] });
    expect(closed()).to.deep.equal([]);
    disclosure.start({ ...START, removed: ['w', 'x', 'y', 'z'] });
    expect(closed()).to.deep.equal(['w', 'x', 'y', 'z']);
  });

  it('policy-toggle fires once for each section that changes its state', () => {
    disclosure.start(START);
    disclosure.toggle('a');
    disclosure.set('a', false);
    disclosure.setAll(false);
    disclosure.setAll(true);
    expect(toggled).to.deep.equal(['a false', 'b false', 'c false', 'a true', 'b true', 'c true']);
  });

  it('Closed sections are stored for the tab under the key and the path of the page', () => {
    disclosure.start(START);
    disclosure.toggle('b');
    disclosure.start(START);
    expect(closed()).to.deep.equal(['b']);
    disclosure.start({ ...START, key: `${KEY} of another` });
    expect(closed()).to.deep.equal([]);
    const [key] = Object.keys(sessionStorage).filter((each) => each.includes(KEY));
    expect(key).to.equal(`privacy-policy-closed:${KEY}${location.pathname}`);
  });

  it('Two elements with one key store their closed sections apart', () => {
    const other = new FakeHost();
    document.body.append(host, other);
    const second = new Disclosure(other, { canPersist: true });
    disclosure.start(START);
    disclosure.toggle('b');
    second.start(START);
    expect([...second.closed]).to.deep.equal([]);
    host.remove();
    other.remove();
  });

  it('Closed sections are stored only while storing is allowed', () => {
    const key = `privacy-policy-closed:${KEY}${location.pathname}`;
    mayKeep = null;
    disclosure.start(START);
    disclosure.toggle('b');
    expect(sessionStorage.getItem(key)).to.equal(null);
    mayKeep = true;
    host.requestUpdate();
    expect(sessionStorage.getItem(key)).to.equal('["b"]');
    mayKeep = false;
    host.requestUpdate();
    expect(sessionStorage.getItem(key)).to.equal(null);
  });

  it('Closed sections are not stored without a key', () => {
    disclosure.start({ ...START, key: null });
    disclosure.toggle('b');
    expect(Object.keys(sessionStorage).filter((each) => each.includes(KEY))).to.deep.equal([]);
  });

  for (const value of ['', '{', '{}', '[1,null]', '"a"', 'null'])
    it(`Sections start open if ${value || 'an empty string'} is stored`, () => {
      sessionStorage.setItem(`privacy-policy-closed:${KEY}${location.pathname}`, value);
      disclosure.start(START);
      expect(closed()).to.deep.equal([]);
    });

  it('Sections open and close even if the browser blocks sessionStorage', () => {
    const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      disclosure.start(START);
      disclosure.toggle('a');
      expect(closed()).to.deep.equal(['a']);
    } finally {
      Object.defineProperty(window, 'sessionStorage', own);
    }
  });
});
