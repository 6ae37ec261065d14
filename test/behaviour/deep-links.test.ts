import { expect } from '@open-wc/testing';
import { next, waitForFrames, until } from '../test-element.ts';
import {
  AFTER,
  BEFORE,
  clear,
  contentsLink,
  focusedElement,
  isClosed,
  open,
  openChanged,
  part,
  addElement,
  section,
  toggle,
  topOf,
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

/** Sets the hash of the page, and waits until the element has followed it. */
async function setHash(value: string): Promise<void> {
  const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = value;
  await changed;
  await waitForFrames();
}

function isAtTop(element: PrivacyPolicyElement, heading: string): boolean {
  return Math.abs(topOf(section(element, heading))) < 40;
}

describe('Deep links', () => {
  afterEach(async () => {
    clear();
    await waitForFrames(1);
  });

  it('A hash in the address scrolls to its section, which gets the focus and an outline', async () => {
    history.replaceState(null, '', '#security');
    const element = await open();
    await until(() => isAtTop(element, 'Security'));
    expect(focusedElement(element)).to.equal(toggle(element, 'Security'));
    expect(section(element, 'Security').classList.contains('target')).to.equal(true);
  });

  it('Scrolling to the hash is repeated when a late layout shift moves the section', async () => {
    history.replaceState(null, '', '#security');
    const element = addElement();
    element.policy = BEFORE;
    await next(element, 'policy-load');
    await element.updateComplete;
    const spacer = document.createElement('div');
    spacer.style.height = '300px';
    document.body.prepend(spacer);
    await waitForFrames(3);
    const moved = isAtTop(element, 'Security');
    spacer.remove();
    expect(moved).to.equal(true);
  });

  it('A deep link reaches its section in a long policy with skipped layout', async () => {
    const many = Array.from(
      { length: 40 },
      (_, index) =>
        `## Section ${index}\n\n${`Words of section ${index}. `.repeat(20 + 7 * index)}\n`,
    ).join('\n');
    const element = await open(`# P\n\n${many}`);
    expect(element.loadedPolicy!.words).to.be.greaterThan(5000);
    contentsLink(element, 'Section 30').click();
    await until(() => focusedElement(element) === toggle(element, 'Section 30'));
    await waitForScrollEnd();
    await until(() => isAtTop(element, 'Section 30'));
    await setHash('section-12');
    await waitForScrollEnd();
    await until(() => isAtTop(element, 'Section 12'));
  });

  it('Hashes are compared as text: digits, dots, other scripts, letters with marks', async () => {
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
      await setHash(to);
      const { id } = element.loadedPolicy!.sections[index]!;
      const target = () => element.renderRoot.querySelector<HTMLElement>('.target')?.dataset.id;
      // The code that follows hashes can still be loading.
      await until(target);
      expect(target(), to).to.equal(id);
    }
  });

  it('A malformed or unknown hash does nothing', async () => {
    const element = await open(ODD);
    for (const to of ['%E0%A4%A', '%', 'no-such-place', ':~:text=x', '"]', '__proto__']) {
      await setHash(to);
      expect(element.renderRoot.querySelector('.target'), to).to.equal(null);
      expect(focusedElement(element), to).to.equal(null);
    }
  });

  it('A hash that is an id of the page is left to the page', async () => {
    const own = document.createElement('div');
    own.id = 'security';
    document.body.prepend(own);
    const element = await open();
    await setHash('security');
    const target = element.renderRoot.querySelector('.target');
    own.remove();
    expect(target).to.equal(null);
  });

  it('Links have the prefix set by id-prefix', async () => {
    const element = await open(BEFORE, { 'id-prefix': 'pp-' });
    expect(contentsLink(element, 'Use').hash).to.equal('#pp-use');
    await setHash('pp-use');
    expect(focusedElement(element)).to.equal(toggle(element, 'Use'));
  });

  it('With several policies on a page, a hash leads to the one with its prefix', async () => {
    const plain = await open(BEFORE, { storage: 'none' });
    const other = await open(BEFORE, { storage: 'none', 'id-prefix': 'terms-' });
    await setHash('terms-security');
    expect(focusedElement(other)).to.equal(toggle(other, 'Security'));
    await setHash('security');
    expect(focusedElement(plain)).to.equal(toggle(plain, 'Security'));
    expect(focusedElement(other)).to.equal(null);
  });

  it('Of two elements with one policy the first answers a hash', async () => {
    const first = await open(BEFORE, { storage: 'none' });
    const second = await open(BEFORE, { storage: 'none' });
    await setHash('security');
    expect(focusedElement(first)).to.equal(toggle(first, 'Security'));
    expect(focusedElement(second)).to.equal(null);
  });

  it('Hashes of renamed and removed sections still lead to them', async () => {
    const element = await openChanged();
    await setHash('third-parties');
    expect(focusedElement(element)).to.equal(toggle(element, 'Sharing'));
    await setHash('legacy');
    expect(focusedElement(element)).to.equal(toggle(element, 'Legacy'));
  });

  it('A hash leads to a heading inside a section', async () => {
    const element = await open(
      `# P\n\n## A\n\n${'a '.repeat(900)}\n\n### Inner {#inner}\n\n${'b '.repeat(900)}\n\n## B\n\n[see](#inner)\n\n## C\n\nc\n`,
    );
    element.collapseAll();
    await waitForFrames();
    await setHash('inner');
    expect(isClosed(element, 'A')).to.equal(false);
    const inner = focusedElement(element)!;
    expect(inner.id).to.equal('inner');
    await until(() => Math.abs(topOf(inner)) < 40);
  });

  it('A hash leads to a heading inside a section of a wrapped page', async () => {
    const element = addElement();
    const words = '<p>Words of the page, and more of them than fit into a line or two. </p>'.repeat(
      40,
    );
    element.innerHTML = `<h2>P</h2><h3>A</h3>${words}<h4 id="own">Own</h4>${words}<h3>B</h3>${words}<h3>C</h3>${words}`;
    await element.load();
    await waitForFrames();
    element.collapseAll();
    await waitForFrames();
    await setHash('own');
    const own = document.getElementById('own')!;
    expect(own.checkVisibility()).to.equal(true);
    await until(() => Math.abs(topOf(own)) < 40);
  });

  it('A deep link opens details and hidden="until-found" around the element', async () => {
    const element = await open();
    const details = document.createElement('details');
    const hidden = document.createElement('div');
    hidden.setAttribute('hidden', 'until-found');
    element.before(details);
    details.append(hidden);
    hidden.append(element);
    await setHash('security');
    expect([details.open, hidden.hasAttribute('hidden')]).to.deep.equal([true, false]);
    await until(() => isAtTop(element, 'Security'));
    details.remove();
  });

  it('A contents link opens a closed section and focuses its button', async () => {
    const element = await open();
    element.collapseAll();
    await waitForFrames();
    contentsLink(element, 'Security').click();
    await until(() => focusedElement(element) === toggle(element, 'Security'));
    expect(isClosed(element, 'Security')).to.equal(false);
    expect(location.hash).to.equal('#security');
  });

  it('A link to the current hash leads to its section again', async () => {
    const element = await open();
    await setHash('use');
    scrollTo(0, 0);
    focusedElement(element)!.blur();
    const link = document.createElement('a');
    link.href = '#use';
    document.body.prepend(link);
    link.click();
    await waitForFrames();
    link.remove();
    expect(focusedElement(element)).to.equal(toggle(element, 'Use'));
    await until(() => isAtTop(element, 'Use'));
  });

  it('Back returns to the scroll position before the link', async () => {
    const element = await open();
    scrollTo(0, 700);
    await waitForFrames();
    contentsLink(element, 'Children').click();
    await until(() => isAtTop(element, 'Children') || scrollY > 2000);
    await waitForScrollEnd();
    const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await back;
    await waitForScrollEnd();
    expect(location.hash).to.equal('');
    expect(scrollY).to.be.closeTo(700, 5);
  });

  it('Following the same link twice adds one history entry', async () => {
    const element = await open();
    const lengths: number[] = [];
    for (const heading of ['Use', 'Children', 'Children']) {
      contentsLink(element, heading).click();
      await waitForScrollEnd();
      lengths.push(history.length);
    }
    expect(location.hash).to.equal('#children');
    expect(lengths[2]).to.equal(lengths[1]);
  });

  it('Back returns to the scroll position in another section', async function test() {
    // Without the Navigation API the element cannot tell Back from a link to the same hash.
    if (!('navigation' in window)) this.skip();
    const element = await open();
    contentsLink(element, 'Use').click();
    await waitForScrollEnd();
    scrollBy({ top: 333, behavior: 'instant' });
    await waitForFrames();
    const left = scrollY;
    contentsLink(element, 'Children').click();
    await waitForScrollEnd();
    const back = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    history.back();
    await back;
    await waitForScrollEnd();
    expect(location.hash).to.equal('#use');
    expect(scrollY).to.be.closeTo(left, 5);
  });

  it('The hash is not followed on load if the visitor has already scrolled', async () => {
    history.replaceState(null, '', '#security');
    const element = addElement();
    dispatchEvent(new WheelEvent('wheel'));
    element.policy = BEFORE;
    await element.complete;
    await waitForFrames();
    expect(focusedElement(element)).to.equal(null);
    expect(scrollY).to.equal(0);
  });

  it('The hash is followed once, and not again when the policy is replaced', async () => {
    history.replaceState(null, '', '#security');
    const element = await open();
    scrollTo(0, 0);
    focusedElement(element)!.blur();
    element.policy = AFTER;
    await element.complete;
    await waitForFrames();
    expect(focusedElement(element)).to.equal(null);
  });

  it('A link that is clicked before the policy loads is followed once it is there', async () => {
    const element = addElement();
    dispatchEvent(new PointerEvent('pointerdown'));
    await setHash('security');
    element.policy = BEFORE;
    await element.complete;
    await waitForFrames();
    expect(focusedElement(element)).to.equal(toggle(element, 'Security'));
  });

  it('With no-hash, hashes are neither followed nor written', async () => {
    history.replaceState(null, '', '#security');
    const element = await open(BEFORE, { 'no-hash': '' });
    expect(focusedElement(element)).to.equal(null);
    contentsLink(element, 'Use').click();
    await waitForFrames();
    expect(focusedElement(element)).to.equal(toggle(element, 'Use'));
    expect(location.hash).to.equal('#security');
    await setHash('children');
    expect(focusedElement(element)).to.equal(toggle(element, 'Use'));
  });

  it('Links stay on the page even if it has another <base>', async () => {
    const base = document.createElement('base');
    base.href = 'https://example.org/elsewhere/';
    document.head.append(base);
    try {
      const element = await open();
      const link = contentsLink(element, 'Use');
      const page = location.href.replace(/#.*/, '');
      expect(link.href).to.equal(`${page}#use`);
      link.click();
      await waitForFrames();
      expect(location.href).to.equal(`${page}#use`);
      expect(focusedElement(element)).to.equal(toggle(element, 'Use'));
    } finally {
      base.remove();
    }
  });

  it('Links work in a frame that may not write the address', async () => {
    const { pushState } = history;
    history.pushState = () => {
      throw new DOMException('sandboxed', 'SecurityError');
    };
    try {
      const element = await open();
      contentsLink(element, 'Use').click();
      await waitForFrames();
      expect(focusedElement(element)).to.equal(toggle(element, 'Use'));
    } finally {
      history.pushState = pushState;
    }
  });

  it('Scrolling, toggling and stepping through changes leave the address alone', async () => {
    const element = await openChanged();
    const before = location.href;
    toggle(element, 'Use').click();
    element.nextChange();
    scrollTo(0, 900);
    await waitForFrames();
    expect(location.href).to.equal(before);
  });

  it('A router can cancel policy-navigate, and the element does nothing', async () => {
    const element = await open();
    element.addEventListener('policy-navigate', (event) => event.preventDefault(), { once: true });
    const asked = next(element, 'policy-navigate');
    contentsLink(element, 'Use').click();
    expect((await asked).id).to.equal('use');
    await waitForFrames();
    expect(location.hash).to.equal('');
    expect(focusedElement(element)).to.equal(null);
  });

  it('Clicks with a modifier key or the middle button are left to the browser', async () => {
    const element = await open();
    const link = contentsLink(element, 'Use');
    // Records whether the element prevented the default, then prevents it so that no link opens.
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
    expect(focusedElement(element)).to.equal(null);
  });

  it('A first visit has no marks, so text fragments match', async () => {
    const element = await open();
    expect(element.renderRoot.querySelector('ins, del')).to.equal(null);
  });

  it('Sections are scrolled to below --policy-scroll-offset', async () => {
    document.body.style.setProperty('--policy-scroll-offset', '80px');
    try {
      const element = await open();
      await setHash('security');
      await until(() => {
        const top = topOf(section(element, 'Security'));
        return top >= 80 && top <= 110;
      });
      element.nextChange();
      expect(parseFloat(getComputedStyle(part(element, 'toggle')).scrollMarginTop)).to.be.at.least(
        80,
      );
    } finally {
      document.body.style.removeProperty('--policy-scroll-offset');
    }
  });

  it('The target of a link is outlined for two seconds', async () => {
    const element = await open();
    const real = setTimeout;
    const ends: (() => void)[] = [];
    globalThis.setTimeout = ((act: () => void, delay?: number) => {
      if (delay !== 2000) return real(act, delay);
      return -ends.push(act);
    }) as typeof setTimeout;
    try {
      element.goTo('use');
      await until(() => element.renderRoot.querySelector('.target'));
    } finally {
      globalThis.setTimeout = real;
    }
    for (const end of ends) end();
    await until(() => !element.renderRoot.querySelector('.target'));
  });
});

/** Waits until the page has stopped scrolling. */
async function waitForScrollEnd(): Promise<void> {
  let before = NaN;
  for (let still = 0; still < 5; still = scrollY === before ? still + 1 : 0) {
    before = scrollY;
    await waitForFrames(1);
  }
}
