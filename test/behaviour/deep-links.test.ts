import { expect } from '@open-wc/testing';
import { next } from '../test-element.ts';
import {
  AFTER,
  BEFORE,
  clear,
  contentsLink,
  focused,
  isClosed,
  open,
  openChanged,
  painted,
  part,
  place,
  section,
  toggle,
  top,
  until,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

const ODD = {
  title: 'Policy',
  sections: [
    { id: '1', heading: 'Überblick', markdown: 'First words. '.repeat(300) },
    { id: 'a.b', heading: 'Zweck', markdown: 'Second words. '.repeat(300) },
    { heading: '個人情報', markdown: 'Third words. '.repeat(300) },
    { heading: 'Überblick', markdown: 'Fourth words. '.repeat(300) },
    { heading: 'Überblick', markdown: 'Fifth words. '.repeat(300) },
  ],
};

/** Follows the page's own address to a place, as a link of the page does. */
async function hash(value: string): Promise<void> {
  const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = value;
  await changed;
  await painted();
}

function isAtTop(element: PrivacyPolicyElement, heading: string): boolean {
  return Math.abs(top(section(element, heading))) < 40;
}

describe('deep links', () => {
  afterEach(async () => {
    clear();
    await painted(1);
  });

  it('lead from the address to a section, which gets the focus and an outline', async () => {
    history.replaceState(null, '', '#security');
    const element = await open();
    expect(isAtTop(element, 'Security')).to.equal(true);
    expect(focused(element)).to.equal(toggle(element, 'Security'));
    expect(section(element, 'Security').classList.contains('target')).to.equal(true);
  });

  it('lead there again when late layout moved the place, and only once', async () => {
    history.replaceState(null, '', '#security');
    const element = place();
    element.policy = BEFORE;
    await next(element, 'policy-load');
    await element.updateComplete;
    const spacer = document.createElement('div');
    spacer.style.height = '300px';
    document.body.prepend(spacer);
    await painted(3);
    const moved = isAtTop(element, 'Security');
    spacer.remove();
    expect(moved).to.equal(true);
  });

  it('arrive in a policy so long that what is out of sight is not laid out', async () => {
    const many = Array.from(
      { length: 40 },
      (_, index) =>
        `## Section ${index}\n\n${`Words of section ${index}. `.repeat(20 + 7 * index)}\n`,
    ).join('\n');
    const element = await open(`# P\n\n${many}`);
    expect(element.loadedPolicy!.words).to.be.greaterThan(5000);
    contentsLink(element, 'Section 30').click();
    await until(() => focused(element) === toggle(element, 'Section 30'));
    await settled();
    await until(() => isAtTop(element, 'Section 30'));
    await hash('section-12');
    await settled();
    expect(isAtTop(element, 'Section 12')).to.equal(true);
  });

  it('are compared as strings: digits, dots, other scripts, letters with marks', async () => {
    const element = await open(ODD);
    for (const [to, index] of [
      ['1', 0],
      ['a.b', 1],
      [encodeURIComponent('個人情報'), 2],
      ['個人情報', 2],
      [encodeURIComponent('überblick'), 3],
      ['überblick-2', 4],
      ['A.B', 1],
    ] as const) {
      history.replaceState(null, '', location.pathname + location.search);
      await hash(to);
      const { id } = element.loadedPolicy!.sections[index]!;
      const target = element.renderRoot.querySelector<HTMLElement>('.target')!;
      expect(target?.dataset.id, to).to.equal(id);
    }
  });

  it('that are malformed or lead nowhere do nothing', async () => {
    const element = await open(ODD);
    for (const to of ['%E0%A4%A', '%', 'no-such-place', ':~:text=x', '"]', '__proto__']) {
      await hash(to);
      expect(element.renderRoot.querySelector('.target'), to).to.equal(null);
      expect(focused(element), to).to.equal(null);
    }
  });

  it('leave an id of the page to the page', async () => {
    const own = document.createElement('div');
    own.id = 'security';
    document.body.prepend(own);
    const element = await open();
    await hash('security');
    const target = element.renderRoot.querySelector('.target');
    own.remove();
    expect(target).to.equal(null);
  });

  it('carry the prefix that the page asks for', async () => {
    const element = await open(BEFORE, { 'id-prefix': 'pp-' });
    expect(contentsLink(element, 'Use').hash).to.equal('#pp-use');
    await hash('pp-use');
    expect(focused(element)).to.equal(toggle(element, 'Use'));
  });

  it('lead to the policy with that prefix where the page shows several', async () => {
    const plain = await open(BEFORE, { storage: 'none' });
    const other = await open(BEFORE, { storage: 'none', 'id-prefix': 'terms-' });
    await hash('terms-security');
    expect(focused(other)).to.equal(toggle(other, 'Security'));
    await hash('security');
    expect(focused(plain)).to.equal(toggle(plain, 'Security'));
    expect(focused(other)).to.equal(null);
  });

  it('of former headings and of removed sections still lead somewhere', async () => {
    const element = await openChanged();
    await hash('third-parties');
    expect(focused(element)).to.equal(toggle(element, 'Sharing'));
    await hash('legacy');
    expect(focused(element)).to.equal(toggle(element, 'Legacy'));
  });

  it('lead to what stands inside a section, too', async () => {
    const element = await open(
      `# P\n\n## A\n\n${'a '.repeat(900)}\n\n### Inner {#inner}\n\n${'b '.repeat(900)}\n\n## B\n\n[see](#inner)\n\n## C\n\nc\n`,
    );
    element.collapseAll();
    await painted();
    await hash('inner');
    expect(isClosed(element, 'A')).to.equal(false);
    const inner = focused(element)!;
    expect(inner.id).to.equal('inner');
    expect(Math.abs(top(inner))).to.be.below(40);
  });

  it('lead to what stands inside a section of the page’s own text', async () => {
    const element = place();
    const words = '<p>Words of the page, and more of them than fit into a line or two. </p>'.repeat(
      40,
    );
    element.innerHTML = `<h2>P</h2><h3>A</h3>${words}<h4 id="own">Own</h4>${words}<h3>B</h3>${words}<h3>C</h3>${words}`;
    await element.load();
    await painted();
    element.collapseAll();
    await painted();
    await hash('own');
    const own = document.getElementById('own')!;
    expect(own.checkVisibility()).to.equal(true);
    expect(Math.abs(top(own))).to.be.below(40);
  });

  it('open the details and hidden text of the page around the element', async () => {
    const element = await open();
    const details = document.createElement('details');
    const hidden = document.createElement('div');
    hidden.setAttribute('hidden', 'until-found');
    element.before(details);
    details.append(hidden);
    hidden.append(element);
    await hash('security');
    expect([details.open, hidden.hasAttribute('hidden')]).to.deep.equal([true, false]);
    expect(isAtTop(element, 'Security')).to.equal(true);
    details.remove();
  });

  it('open what is closed, scroll there and put the focus on its button', async () => {
    const element = await open();
    element.collapseAll();
    await painted();
    contentsLink(element, 'Security').click();
    await until(() => focused(element) === toggle(element, 'Security'));
    expect(isClosed(element, 'Security')).to.equal(false);
    expect(location.hash).to.equal('#security');
  });

  it('lead to the current address again when a link of the page to it is clicked', async () => {
    const element = await open();
    await hash('use');
    scrollTo(0, 0);
    focused(element)!.blur();
    const link = document.createElement('a');
    link.href = '#use';
    document.body.prepend(link);
    link.click();
    await painted();
    link.remove();
    expect(focused(element)).to.equal(toggle(element, 'Use'));
    expect(isAtTop(element, 'Use')).to.equal(true);
  });

  it('return by Back to where the reader was', async () => {
    const element = await open();
    scrollTo(0, 700);
    await painted();
    contentsLink(element, 'Children').click();
    await until(() => isAtTop(element, 'Children') || scrollY > 2000);
    await settled();
    const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await back;
    await settled();
    expect(location.hash).to.equal('');
    expect(scrollY).to.be.closeTo(700, 5);
  });

  it('are written once, however often they are followed', async () => {
    const element = await open();
    const lengths: number[] = [];
    for (const heading of ['Use', 'Children', 'Children']) {
      contentsLink(element, heading).click();
      await settled();
      lengths.push(history.length);
    }
    expect(location.hash).to.equal('#children');
    expect(lengths[2]).to.equal(lengths[1]);
  });

  it('return by Back to where the reader was in another section', async function test() {
    // Before its Navigation API an engine does not tell Back from a link to the same place.
    if (!('navigation' in window)) this.skip();
    const element = await open();
    contentsLink(element, 'Use').click();
    await settled();
    scrollBy({ top: 333, behavior: 'instant' });
    await painted();
    const left = scrollY;
    contentsLink(element, 'Children').click();
    await settled();
    const back = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    history.back();
    await back;
    await settled();
    expect(location.hash).to.equal('#use');
    expect(scrollY).to.be.closeTo(left, 5);
  });

  it('are not followed at the start when the reader is already busy', async () => {
    history.replaceState(null, '', '#security');
    const element = place();
    dispatchEvent(new WheelEvent('wheel'));
    element.policy = BEFORE;
    await element.complete;
    await painted();
    expect(focused(element)).to.equal(null);
    expect(scrollY).to.equal(0);
  });

  it('are followed at the start once, and not again when the text comes again', async () => {
    history.replaceState(null, '', '#security');
    const element = await open();
    scrollTo(0, 0);
    focused(element)!.blur();
    element.policy = AFTER;
    await element.complete;
    await painted();
    expect(focused(element)).to.equal(null);
  });

  it('are followed when clicked before the text is there', async () => {
    const element = place();
    dispatchEvent(new PointerEvent('pointerdown'));
    await hash('security');
    element.policy = BEFORE;
    await element.complete;
    await painted();
    expect(focused(element)).to.equal(toggle(element, 'Security'));
  });

  it('are neither read nor written for `no-hash`', async () => {
    history.replaceState(null, '', '#security');
    const element = await open(BEFORE, { 'no-hash': '' });
    expect(focused(element)).to.equal(null);
    contentsLink(element, 'Use').click();
    await painted();
    expect(focused(element)).to.equal(toggle(element, 'Use'));
    expect(location.hash).to.equal('#security');
    await hash('children');
    expect(focused(element)).to.equal(toggle(element, 'Use'));
  });

  it('stay on this page whatever its `<base>` says', async () => {
    const base = document.createElement('base');
    base.href = 'https://example.org/elsewhere/';
    document.head.append(base);
    try {
      const element = await open();
      const link = contentsLink(element, 'Use');
      const page = location.href.replace(/#.*/, '');
      expect(link.href).to.equal(`${page}#use`);
      link.click();
      await painted();
      expect(location.href).to.equal(`${page}#use`);
      expect(focused(element)).to.equal(toggle(element, 'Use'));
    } finally {
      base.remove();
    }
  });

  it('survive a frame in which the address may not be written', async () => {
    const { pushState } = history;
    history.pushState = () => {
      throw new DOMException('sandboxed', 'SecurityError');
    };
    try {
      const element = await open();
      contentsLink(element, 'Use').click();
      await painted();
      expect(focused(element)).to.equal(toggle(element, 'Use'));
    } finally {
      history.pushState = pushState;
    }
  });

  it('are not touched by scrolling, by opening and by walking through changes', async () => {
    const element = await openChanged();
    const before = location.href;
    toggle(element, 'Use').click();
    element.nextChange();
    scrollTo(0, 900);
    await painted();
    expect(location.href).to.equal(before);
  });

  it('can be taken over by a router, which is asked first', async () => {
    const element = await open();
    element.addEventListener('policy-navigate', (event) => event.preventDefault(), { once: true });
    const asked = next(element, 'policy-navigate');
    contentsLink(element, 'Use').click();
    expect((await asked).id).to.equal('use');
    await painted();
    expect(location.hash).to.equal('');
    expect(focused(element)).to.equal(null);
  });

  it('are left to the browser with a modifier key or another button', async () => {
    const element = await open();
    const link = contentsLink(element, 'Use');
    // Only whether we took the click matters: nothing is to be opened.
    const wasTaken: boolean[] = [];
    const look = (event: Event): void => {
      wasTaken.push(event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('click', look);
    for (const init of [
      { ctrlKey: true },
      { metaKey: true },
      { shiftKey: true },
      { altKey: true },
      { button: 1 },
    ])
      link.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init }),
      );
    removeEventListener('click', look);
    expect(wasTaken).to.deep.equal([false, false, false, false, false]);
    expect(focused(element)).to.equal(null);
  });

  it('find the text early enough for text fragments: without marks on a first visit', async () => {
    const element = await open();
    expect(element.renderRoot.querySelector('ins, del')).to.equal(null);
  });

  it('keep the place below what the page has at its top edge', async () => {
    document.body.style.setProperty('--policy-scroll-offset', '80px');
    try {
      const element = await open();
      await hash('security');
      expect(top(section(element, 'Security'))).to.be.within(80, 110);
      element.nextChange();
      expect(parseFloat(getComputedStyle(part(element, 'toggle')).scrollMarginTop)).to.be.at.least(
        80,
      );
    } finally {
      document.body.style.removeProperty('--policy-scroll-offset');
    }
  });

  it('show where one arrived for two seconds', async () => {
    const element = await open();
    const real = setTimeout;
    let shown = 0;
    globalThis.setTimeout = ((act: () => void, delay?: number) => {
      if (delay === 2000) shown = delay;
      return real(act, delay === 2000 ? 50 : delay);
    }) as typeof setTimeout;
    try {
      element.goTo('use');
    } finally {
      globalThis.setTimeout = real;
    }
    await painted();
    await until(() => !element.renderRoot.querySelector('.target'));
    expect(shown).to.equal(2000);
  });
});

/** Waits until the page has stopped scrolling. */
async function settled(): Promise<void> {
  let before = NaN;
  for (let still = 0; still < 5; still = scrollY === before ? still + 1 : 0) {
    before = scrollY;
    await painted(1);
  }
}
