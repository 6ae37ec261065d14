import { expect } from '@open-wc/testing';
import {
  AFTER,
  BEFORE,
  button,
  clear,
  contentsLink,
  focusedElement,
  isClosed,
  open,
  openChanged,
  part,
  toggle,
  topOf,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { waitForFrames, visibleText, textOf, until } from '../test-element.ts';

describe('Two policies with light-content', () => {
  afterEach(clear);

  it('Ids are unique in the page, and goTo() still finds the sections', async () => {
    const own = document.createElement('div');
    own.id = 'third-parties';
    document.body.append(own);
    const [one, other] = [
      await open(BEFORE, { 'light-content': '' }),
      await open(BEFORE, { 'light-content': '', 'storage-key': 'other' }),
    ];
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).to.deep.equal([]);
    expect(document.getElementById('third-parties')).to.equal(own);
    other.goTo('tracking');
    await until(() => focusedElement(other) === toggle(other, 'Tracking'));
    one.goTo('third-parties');
    await until(() => focusedElement(one) === toggle(one, 'Third parties'));
    own.remove();
  });

  it('Wide tables scroll instead of breaking words', async () => {
    const cell = 'undividable'.repeat(3);
    const row = `| ${Array.from({ length: 30 }, () => cell).join(' | ')} |\n`;
    const table = row + row.replaceAll(cell, '-') + row;
    const element = await open(`# P\n\n## A\n\n${table}\n\n## B\n\nb\n`, { 'light-content': '' });
    await until(() => element.querySelector('[role="region"] > table') !== null);
  });
});

describe('A policy with light-content', () => {
  let element: PrivacyPolicyElement;

  beforeEach(async () => {
    element = await openChanged(AFTER, BEFORE, { 'light-content': '' });
  });

  afterEach(clear);

  it('Contents links and hashes open and focus a section', async () => {
    element.collapseAll();
    await waitForFrames();
    contentsLink(element, 'Tracking').click();
    await until(() => focusedElement(element) === toggle(element, 'Tracking'));
    expect(isClosed(element, 'Tracking')).to.equal(false);
    const isAtTop = (id: string) => Math.abs(topOf(document.getElementById(id)!)) < 60;
    await until(() => isAtTop('policy-tracking'));
    const changed = new Promise((resolve) =>
      addEventListener('hashchange', resolve, { once: true }),
    );
    location.hash = 'security';
    await changed;
    await waitForFrames();
    expect(focusedElement(element)).to.equal(toggle(element, 'Security'));
    await until(() => isAtTop('policy-security'));
  });

  it('Changes are marked and can be stepped through', async () => {
    expect(element.querySelector('ins[part~="added"]')).not.to.equal(null);
    const { total } = element.changeSummary!;
    const reached: string[] = [];
    while (element.nextChange()) {
      await waitForFrames();
      const active = focusedElement(element) ?? (document.activeElement as HTMLElement);
      reached.push(active.dataset.change!);
    }
    expect(reached).to.deep.equal(Array.from({ length: total }, (_, index) => String(index + 1)));
    element.previousChange();
    await waitForFrames();
    const next = document.activeElement!.nextElementSibling!.querySelector('.next')!;
    expect(getComputedStyle(next).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
  });

  it('Hidden changes leave the current text only', async () => {
    button(element, 'Show changes').click();
    await waitForFrames();
    expect(visibleText(element)).to.contain('We keep logs for 90 days.');
    expect(visibleText(element)).not.to.contain('30 ');
    button(element, 'Show changes').click();
    await waitForFrames();
    expect(visibleText(element)).to.match(/30\s+90/);
  });

  it('Hiding changes keeps the visible text in place', async () => {
    const paragraph = [...element.querySelectorAll('p')].find((each) =>
      textOf(each).startsWith('Paragraph 4 about tracking'),
    )!;
    scrollTo(0, scrollY + topOf(paragraph) - 30);
    await waitForFrames();
    const at = topOf(paragraph);
    button(element, 'Show changes').click();
    await waitForFrames(3);
    expect(topOf(paragraph)).to.be.closeTo(at, 3);
  });

  it('Mark as read removes the marks', async () => {
    await element.markAsRead();
    await waitForFrames();
    expect(textOf(part(element, 'banner'))).to.contain('Marked as read.');
    expect(visibleText(element)).not.to.contain('30 ');
  });
});
