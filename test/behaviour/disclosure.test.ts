import { expect } from '@open-wc/testing';
import { next, press, waitForFrames, textOf, until } from '../test-element.ts';
import {
  AFTER,
  BEFORE,
  button,
  clear,
  isClosed,
  open,
  openChanged,
  part,
  parts,
  storeReading,
  section,
  toggle,
  topOf,
} from './open-page.ts';

/** Whether find-in-page searches closed sections in this browser. */
const SEARCHES_CLOSED = 'onbeforematch' in document.documentElement;

describe('Closing sections', () => {
  afterEach(clear);

  it('A section opens and closes by click, Enter and Space, and exposes its state', async () => {
    const element = await open();
    const use = toggle(element, 'Use');
    expect(use.getAttribute('aria-expanded')).to.equal('true');
    const toggled = next(element, 'policy-toggle');
    use.click();
    await waitForFrames();
    expect(await toggled).to.include({ id: 'use', expanded: false });
    expect(use.getAttribute('aria-expanded')).to.equal('false');
    expect(isClosed(element, 'Use')).to.equal(true);
    use.focus();
    for (const key of ['Enter', 'Space']) {
      const wasClosed = isClosed(element, 'Use');
      await press(key);
      await waitForFrames();
      expect(isClosed(element, 'Use'), key).to.equal(!wasClosed);
    }
  });

  it('A section button is named by its heading, fills the row and controls its panel', async () => {
    const element = await open();
    const use = toggle(element, 'Use');
    expect(textOf(use)).to.equal('Use');
    const panel = (element.renderRoot as ShadowRoot).getElementById(
      use.getAttribute('aria-controls')!,
    );
    expect(panel).to.equal(section(element, 'Use').querySelector('[part~="panel"]'));
    const { display } = getComputedStyle(use);
    expect(display).to.equal('flex');
    section(element, 'Use').querySelector<HTMLElement>('.row')!.click();
    await waitForFrames();
    expect(use.getAttribute('aria-expanded')).to.equal('false');
  });

  it('Closed sections are hidden with until-found where the browser supports it', async () => {
    const element = await open();
    toggle(element, 'Use').click();
    await waitForFrames();
    const panel = section(element, 'Use').querySelector('[part~="panel"]')!;
    expect(panel.getAttribute('hidden')).to.equal(SEARCHES_CLOSED ? 'until-found' : '');
    expect(getComputedStyle(panel).paddingTop).to.equal('0px');
    expect(panel.getBoundingClientRect().height).to.equal(0);
  });

  it('Find-in-page opens a closed section without moving the focus', async function test() {
    // Engines without `beforematch` do not search closed sections.
    if (!SEARCHES_CLOSED) this.skip();
    const element = await open();
    element.collapseAll();
    await waitForFrames();
    button(element, 'Expand all').focus();
    const toggled = next(element, 'policy-toggle');
    const panel = section(element, 'Tracking').querySelector('[part~="panel"]')!;
    panel.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await waitForFrames();
    expect(await toggled).to.include({ id: 'tracking', expanded: true });
    expect(toggle(element, 'Tracking').getAttribute('aria-expanded')).to.equal('true');
    expect(isClosed(element, 'Use')).to.equal(true);
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(
      button(element, 'Expand all'),
    );
  });

  it('One button closes and opens all sections, and its label says which', async () => {
    const element = await open();
    const all = button(element, 'Collapse all');
    expect(all.hasAttribute('aria-expanded')).to.equal(false);
    expect(all.hasAttribute('aria-pressed')).to.equal(false);
    all.click();
    await waitForFrames();
    for (const each of parts(element, 'toggle'))
      expect(each.getAttribute('aria-expanded')).to.equal('false');
    expect(textOf(all)).to.equal('Expand all');
    all.click();
    await waitForFrames();
    for (const each of parts(element, 'toggle'))
      expect(each.getAttribute('aria-expanded')).to.equal('true');
  });

  it('Policies with two sections have no such button, and those with one have no toggles', async () => {
    const two = await open('# P\n\n## A\n\na\n\n## B\n\nb\n');
    expect(part(two, 'toolbar')).to.equal(null);
    expect(parts(two, 'toggle')).to.have.length(2);
    const one = await open('# P\n\n## A\n\na\n');
    expect(parts(one, 'toggle')).to.have.length(0);
    const heard: string[] = [];
    one.addEventListener('policy-toggle', ({ id }) => heard.push(id));
    one.collapseAll();
    expect(heard).to.deep.equal([]);
  });

  it('The Collapse all button stays in view when all sections close', async () => {
    const element = await open();
    scrollTo(0, topOf(button(element, 'Collapse all')) + scrollY - 10);
    await waitForFrames();
    button(element, 'Collapse all').click();
    await waitForFrames();
    expect(topOf(button(element, 'Expand all'))).to.be.within(0, innerHeight);
  });

  it('Closed sections are stored for the tab, and nothing else is', async () => {
    const element = await open();
    expect(storedKeys()).to.deep.equal([]);
    await waitForStored(element, () => toggle(element, 'Use').click());
    expect(storedKeys()).to.have.length(1);
    expect(storedKeys()[0]).to.contain('interaction').and.to.contain(location.pathname);
    element.remove();
    const again = await open();
    expect(isClosed(again, 'Use')).to.equal(true);
    expect(isClosed(again, 'Security')).to.equal(false);
    toggle(again, 'Use').click();
    await waitForFrames();
    expect(storedKeys()).to.deep.equal([]);
  });

  it('Changed sections are open even if they were stored as closed', async () => {
    const element = await open();
    await waitForStored(element, () => button(element, 'Collapse all').click());
    element.remove();
    const again = await openChanged();
    expect(isClosed(again, 'Collection')).to.equal(false);
    expect(isClosed(again, 'Cookies')).to.equal(false);
    expect(isClosed(again, 'Use')).to.equal(true);
  });

  it('The section in the address is open even if it was stored as closed', async () => {
    const element = await open();
    await waitForStored(element, () => button(element, 'Collapse all').click());
    element.remove();
    history.replaceState(null, '', '#use');
    const again = await open();
    expect(isClosed(again, 'Use')).to.equal(false);
    expect(isClosed(again, 'Security')).to.equal(true);
  });

  it('The expanded attribute applies to the first visit of a tab, then the stored state does', async () => {
    const none = await open(BEFORE, { expanded: 'none' });
    expect(parts(none, 'toggle').every((each) => each.ariaExpanded === 'false')).to.equal(true);
    await waitForStored(none, () => button(none, 'Expand all').click());
    none.remove();
    const again = await open(BEFORE, { expanded: 'none' });
    expect(parts(again, 'toggle').every((each) => each.ariaExpanded === 'true')).to.equal(true);
    again.remove();
    clear();
    storeReading(BEFORE);
    const changed = await open(AFTER, { expanded: 'changed' });
    expect(isClosed(changed, 'Collection')).to.equal(false);
    expect(isClosed(changed, 'Use')).to.equal(true);
  });

  it('Closed sections are not stored if policy-remember is cancelled', async () => {
    const element = await open();
    element.addEventListener('policy-remember', (event) => event.preventDefault());
    await waitForStored(element, () => toggle(element, 'Use').click());
    toggle(element, 'Security').click();
    await waitForFrames();
    expect(storedKeys()).to.deep.equal([]);
  });

  it('Toggling by script does not count as reading', async () => {
    const element = await open();
    const asked: Event[] = [];
    element.addEventListener('policy-remember', (event) => asked.push(event));
    element.collapseAll();
    element.goTo('use');
    await waitForFrames();
    expect(asked).to.deep.equal([]);
    toggle(element, 'Use').click();
    await until(() => asked.length);
  });

  it('Forget also deletes the stored closed sections', async () => {
    const element = await open();
    await waitForStored(element, () => toggle(element, 'Use').click());
    expect(storedKeys()).to.have.length(1);
    element.forget();
    await waitForFrames();
    expect(storedKeys()).to.deep.equal([]);
  });

  it('With storage="none" no storage is touched', async () => {
    const names = ['localStorage', 'sessionStorage'] as const;
    const own = names.map((name) => Object.getOwnPropertyDescriptor(window, name)!);
    let touched = 0;
    for (const name of names)
      Object.defineProperty(window, name, { configurable: true, get: () => void touched++ });
    try {
      const element = await open(BEFORE, { storage: 'none' });
      toggle(element, 'Use').click();
      await waitForFrames();
      await element.markAsRead();
      element.forget();
    } finally {
      names.forEach((name, index) => Object.defineProperty(window, name, own[index]!));
    }
    expect(touched).to.equal(0);
  });

  it('A section changes its height at once, and its icon turns within 150 ms', async () => {
    const element = await open();
    const panel = getComputedStyle(part(element, 'panel'));
    expect(panel.transitionDuration).to.equal('0s');
    expect(panel.animationName).to.equal('none');
    const icon = getComputedStyle(element.renderRoot.querySelector('.chevron')!);
    expect(parseFloat(icon.transitionDuration)).to.be.at.most(0.15);
  });
});

/** Performs an action that counts as reading, and waits until the reading is stored. */
async function waitForStored(element: HTMLElement, action: () => void): Promise<void> {
  const asked = next(element, 'policy-remember');
  action();
  await asked;
  await waitForFrames();
}

function storedKeys(): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith('privacy-policy'));
}
