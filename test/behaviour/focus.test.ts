import { expect } from '@open-wc/testing';
import { engine, next, press, setViewport, waitForFrames, textOf, until } from '../test-element.ts';
import {
  AFTER,
  BEFORE,
  button,
  clear,
  contentsLink,
  focusedElement,
  open,
  storeReading,
  openChanged,
  part,
  parts,
  section,
  toggle,
  topOf,
} from './open-page.ts';

describe('The focus', () => {
  afterEach(clear);

  it('Loading does not move the focus', async () => {
    const input = document.createElement('input');
    document.body.prepend(input);
    input.focus();
    const element = await openChanged();
    expect(document.activeElement).to.equal(input);
    await element.load();
    expect(document.activeElement).to.equal(input);
    input.remove();
  });

  it('A contents link and goTo() move the focus to the section’s button', async () => {
    const element = await open();
    contentsLink(element, 'Tracking').click();
    await until(() => focusedElement(element) === toggle(element, 'Tracking'));
    expect(element.goTo('use')).to.equal(true);
    await waitForFrames();
    expect(focusedElement(element)).to.equal(toggle(element, 'Use'));
    expect(element.goTo('nowhere')).to.equal(false);
  });

  it('Clicking a permalink keeps the focus on it', async () => {
    const element = await open();
    const link = section(element, 'Use').querySelector<HTMLElement>('[part~="permalink"]')!;
    link.focus();
    link.click();
    await waitForFrames();
    expect(focusedElement(element)).to.equal(link);
    expect(location.hash).to.equal('#use');
  });

  it('Next and previous change move the focus, and leave no tabindex behind', async () => {
    const element = await openChanged();
    button(element, 'Next change').click();
    await waitForFrames();
    const first = focusedElement(element)!;
    expect(textOf(first)).to.contain('30 90 days');
    expect(first.getAttribute('tabindex')).to.equal('-1');
    button(element, 'Next change').click();
    await waitForFrames();
    expect(focusedElement(element)).not.to.equal(first);
    expect(first.hasAttribute('tabindex')).to.equal(false);
    button(element, 'Previous change').click();
    await waitForFrames();
    expect(focusedElement(element)).to.equal(first);
  });

  it('The button after each change leads to the next one, through all changes', async () => {
    const element = await openChanged();
    const { total } = element.changeSummary!;
    element.nextChange();
    await waitForFrames();
    for (let position = 2; position <= total; position++) {
      const label = `Next change (${position} of ${total})`;
      const ways = parts(element, 'button').filter((each) => textOf(each) === label);
      expect(ways, label).to.have.length(1);
      ways[0]!.focus();
      ways[0]!.click();
      await waitForFrames();
      expect(textOf(element.renderRoot.querySelector('.position'))).to.equal(
        `${position} of ${total}`,
      );
      expect(focusedElement(element)!.dataset.change).to.equal(String(position));
    }
  });

  it('The button after a change works without visiting earlier changes', async () => {
    const element = await openChanged();
    const { total } = element.changeSummary!;
    const way = parts(element, 'button').find(
      (each) => textOf(each) === `Next change (3 of ${total})`,
    )!;
    way.click();
    await waitForFrames();
    expect(focusedElement(element)!.dataset.change).to.equal('3');
  });

  it('The button after a change is visible only while it has the focus', async () => {
    const element = await openChanged();
    const way = parts(element, 'button').find((each) => textOf(each).startsWith('Next change ('))!;
    expect(getComputedStyle(way).clipPath).not.to.equal('none');
    button(element, 'Next change').click();
    await waitForFrames();
    await press('Tab');
    await waitForFrames();
    expect(focusedElement(element)).to.equal(way);
    expect(getComputedStyle(way).clipPath).to.equal('none');
  });

  it('The focus stays on Next change at the last one, and its status is announced', async () => {
    const element = await openChanged();
    const { total } = element.changeSummary!;
    for (let step = 0; step < total; step++) element.nextChange();
    await waitForFrames();
    const way = button(element, 'Next change');
    way.focus();
    expect(way.getAttribute('aria-disabled')).to.equal('true');
    expect(way.disabled).to.equal(false);
    way.click();
    await until(() => textOf(part(element, 'status')) === 'This is the last change.');
    expect(focusedElement(element)).to.equal(way);
    expect(element.nextChange()).to.equal(false);
  });

  it('The announcement of the last change is dropped if the visitor goes back at once', async () => {
    const element = await openChanged();
    for (let step = 0; step < element.changeSummary!.total; step++) element.nextChange();
    await waitForFrames();
    element.nextChange();
    element.previousChange();
    await waitForFrames();
    expect(textOf(part(element, 'status'))).to.equal('');
  });

  it('Mark as read moves the focus to the confirmation, and Undo back to the banner', async () => {
    const element = await openChanged();
    const read = button(element, 'Mark as read');
    read.focus();
    read.click();
    await until(() => textOf(focusedElement(element)).startsWith('Marked as read.'));
    expect(focusedElement(element)!.getAttribute('tabindex')).to.equal('-1');
    const undo = button(element, 'Undo');
    undo.focus();
    undo.click();
    await until(() => button(element, 'Mark as read'));
    await waitForFrames();
    expect(part(element, 'banner').contains(focusedElement(element))).to.equal(true);
  });

  it('After Undo on a very small screen, the focused button is in view', async function test() {
    const { innerWidth: width, innerHeight: height } = window;
    try {
      if (!(await setViewport(320, 256))) this.skip();
      const element = await openChanged();
      button(element, 'Mark as read').click();
      await until(() => textOf(focusedElement(element)).startsWith('Marked as read.'));
      const isInView = (): boolean => {
        const { top, bottom } = focusedElement(element)!.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      };
      expect(isInView(), 'confirmation').to.equal(true);
      button(element, 'Undo').click();
      await until(() => button(element, 'Mark as read'));
      await waitForFrames();
      expect(part(element, 'banner').contains(focusedElement(element))).to.equal(true);
      expect(isInView(), 'banner').to.equal(true);
    } finally {
      await setViewport(width, height);
    }
  });

  it('markAsRead() called by a control of the page leaves the focus there and in view', async () => {
    const input = document.createElement('input');
    const element = await openChanged();
    document.body.append(input);
    try {
      input.focus();
      await element.markAsRead();
      await waitForFrames();
      expect(document.activeElement).to.equal(input);
      expect(input.getBoundingClientRect().top).to.be.within(0, innerHeight);
    } finally {
      input.remove();
    }
  });

  it('Show changes keeps the focus', async () => {
    const element = await openChanged();
    const show = button(element, 'Show changes');
    show.focus();
    show.click();
    await waitForFrames();
    expect(focusedElement(element)).to.equal(show);
    expect(show.checked).to.equal(false);
  });

  it('Hiding changes moves the focus from removed text to the text after it', async () => {
    const element = await openChanged(BEFORE.replace('Nobody buys anything.', ''), BEFORE);
    const gone = element.renderRoot.querySelector<HTMLElement>('p.removed')!;
    gone.tabIndex = -1;
    gone.focus();
    button(element, 'Show changes').click();
    await waitForFrames();
    expect(textOf(focusedElement(element))).to.contain('Paragraph 1 about others');
  });

  it('Try again keeps the focus while loading, and moves it to the title after success', async () => {
    const key = crypto.randomUUID();
    const element = await open(null, { src: '/__fault/status/503' });
    expect(element.status).to.equal('error');
    const again = button(element, 'Try again');
    again.focus();
    const body = encodeURIComponent(BEFORE);
    const original = globalThis.fetch;
    globalThis.fetch = () => original(`/__fault/hold/${key}?body=${body}`);
    try {
      again.click();
      await until(() => again.getAttribute('aria-disabled') === 'true');
      expect(focusedElement(element)).to.equal(again);
      const loaded = next(element, 'policy-load');
      await original(`/__fault/release/${key}`);
      await loaded;
    } finally {
      globalThis.fetch = original;
    }
    await until(() => focusedElement(element));
    expect(focusedElement(element)).to.equal(part(element, 'title'));
  });

  it('Try again keeps the focus after another failure', async () => {
    const element = await open(null, { src: '/__fault/status/503' });
    const again = button(element, 'Try again');
    again.focus();
    const failed = next(element, 'policy-error');
    again.click();
    await failed;
    await waitForFrames();
    expect(button(element, 'Try again')).to.equal(again);
    expect(focusedElement(element)).to.equal(again);
    expect(again.hasAttribute('aria-disabled')).to.equal(false);
  });

  it('Forget moves the focus to the summary of its details', async () => {
    storeReading(BEFORE);
    const history = [{ version: '1', date: '2025-03-04', note: 'First.' }];
    const element = await open({ history, markdown: BEFORE });
    const forget = button(element, 'Forget');
    forget.closest('details')!.open = true;
    forget.focus();
    forget.click();
    await waitForFrames();
    expect(textOf(focusedElement(element))).to.equal('What this page remembers');
  });

  it('The focused change is in view, below --policy-scroll-offset', async () => {
    document.body.style.setProperty('--policy-scroll-offset', '60px');
    const element = await openChanged();
    element.nextChange();
    await until(() => focusedElement(element) && topOf(focusedElement(element)!) < innerHeight / 2);
    await waitForFrames(30);
    expect(topOf(focusedElement(element)!)).to.be.at.least(60);
    document.body.style.removeProperty('--policy-scroll-offset');
  });
});

describe('The keyboard', () => {
  afterEach(clear);

  it('The bar that leads from change to change does not cover a focused link', async () => {
    const links = Array.from({ length: 60 }, (_, i) => `[Link ${i}](https://example.org/${i})`);
    const more = `\n\n## Links\n\n${links.join('\n\n')}\n`;
    const element = await openChanged(AFTER + more, BEFORE + more);
    element.nextChange();
    await until(() => Math.abs(topOf(section(element, 'Collection')) - 16) < 4);
    section(element, 'Links').scrollIntoView({ behavior: 'instant' });
    await until(() => Math.abs(topOf(section(element, 'Links')) - 16) < 40);
    const bar = part(element, 'toolbar').getBoundingClientRect();
    const covered = [...section(element, 'Links').querySelectorAll('p a')].find(
      (link) => link.getBoundingClientRect().bottom > bar.top,
    ) as HTMLElement;
    expect(covered.getBoundingClientRect().top).to.be.below(innerHeight);
    covered.focus();
    await until(
      () =>
        covered.getBoundingClientRect().bottom <=
        part(element, 'toolbar').getBoundingClientRect().top,
    );
    expect(part(element, 'toolbar').checkVisibility()).to.equal(true);
  });

  it('Tab reaches banner, contents, sections and footer in this order', async function test() {
    // Tab skips links in WebKit unless a system setting includes them.
    if (engine() === 'webkit') this.skip();
    const element = await openChanged(
      AFTER.replace('one cookie', '[one cookie](https://example.org/cookie)'),
    );
    const start = document.createElement('button');
    // Without a control after the element, Tab would move the focus out of the page for good.
    const end = document.createElement('button');
    document.body.prepend(start);
    document.body.append(end);
    start.focus();
    const reached: string[] = [];
    for (let step = 0; step < 60; step++) {
      await press('Tab');
      const active = focusedElement(element);
      if (!active) break;
      const name = active.getAttribute('part') ?? active.localName;
      reached.push(name === 'button' ? textOf(active) : name === 'input' ? 'Show changes' : name);
    }
    start.remove();
    end.remove();
    const order = reached.join(' ');
    expect(order).to.match(
      /^(a )+Next change Show changes Mark as read Collapse all( toc-link)+( toggle| permalink| a| Next change \(\d of \d\))+ (a )*Print Save a copy summary( Forget)?$/,
    );
    // The button of a section precedes its permalink, which precedes the links in its text.
    expect(order).to.contain('toggle permalink Next change (2 of');
    expect(order).to.match(/toggle permalink .*?a /);
  });

  it('Shift+Tab goes back in the same order', async function test() {
    if (engine() === 'webkit') this.skip();
    const element = await open();
    toggle(element, 'Tracking').focus();
    await press('Shift+Tab');
    expect(focusedElement(element)).to.equal(
      section(element, 'Third parties').querySelector('[part~="permalink"]'),
    );
  });

  it('Keys that scroll are left to the browser, and letters do nothing', async () => {
    const element = await open();
    const prevented: string[] = [];
    const look = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) prevented.push(event.key);
    };
    addEventListener('keydown', look);
    const before = element.shadowRoot!.innerHTML;
    for (const key of [
      'ArrowDown',
      'ArrowUp',
      'PageDown',
      'PageUp',
      'Home',
      'End',
      'Escape',
      'n',
      'j',
      '?',
    ])
      toggle(element, 'Use').dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    removeEventListener('keydown', look);
    await waitForFrames();
    expect(prevented).to.deep.equal([]);
    expect(element.shadowRoot!.innerHTML).to.equal(before);
  });

  it('Enter follows a contents link', async () => {
    const element = await open();
    contentsLink(element, 'Tracking').focus();
    await press('Enter');
    await until(() => focusedElement(element) === toggle(element, 'Tracking'));
  });

  it('A table that is wider than the element can be focused and has a name', async () => {
    const wide = '| ' + Array.from({ length: 30 }, (_, i) => `Column ${i}`).join(' | ') + ' |';
    const rule = '|' + '---|'.repeat(30);
    const element = await open(
      `# P\n\n## A\n\n${wide}\n${rule}\n${wide}\n\n## B\n\n| a |\n|---|\n| b |\n`,
    );
    const [first, second] = element.renderRoot.querySelectorAll<HTMLElement>('.scroll');
    await until(() => first!.hasAttribute('tabindex'));
    expect(first!.getAttribute('role')).to.equal('region');
    expect(first!.getAttribute('aria-label')).to.equal('Table');
    expect(second!.hasAttribute('tabindex')).to.equal(false);
    expect(second!.hasAttribute('role')).to.equal(false);
  });

  it('No element has a positive tabindex', async () => {
    const element = await openChanged();
    for (const each of element.renderRoot.querySelectorAll('[tabindex]'))
      expect(each.getAttribute('tabindex')).to.equal('-1');
  });
});
