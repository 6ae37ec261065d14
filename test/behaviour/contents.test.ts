import { expect } from '@open-wc/testing';
import {
  AFTER,
  BEFORE,
  button,
  clear,
  contentsLink,
  focusedElement,
  open,
  openChanged,
  part,
  parts,
  section,
  toggle,
  topOf,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { waitForFrames, textOf, until } from '../test-element.ts';

function current(element: PrivacyPolicyElement): string {
  const links = parts(element, 'toc-link').filter((link) => link.hasAttribute('aria-current'));
  expect(links.length).to.be.at.most(1);
  if (links[0]) expect(links[0].getAttribute('aria-current')).to.equal('location');
  return links[0] ? textOf(links[0].firstElementChild) : '';
}

async function scrollToY(y: number): Promise<void> {
  scrollTo({ top: y, behavior: 'instant' });
  await waitForFrames(3);
}

describe('The contents', () => {
  afterEach(() => {
    clear();
    document.body.style.width = '';
    document.body.replaceChildren();
  });

  it('In a wide element the contents are beside the text, sticky, and scroll on their own', async () => {
    const element = await open();
    element.style.width = '1000px';
    await waitForFrames();
    const nav = part(element, 'toc');
    const style = getComputedStyle(nav);
    expect(style.position).to.equal('sticky');
    expect(style.overflowY).to.equal('auto');
    expect(nav.getBoundingClientRect().right).to.be.at.most(
      part(element, 'content').getBoundingClientRect().left,
    );
    expect(parseFloat(style.maxHeight)).to.be.at.most(innerHeight);
  });

  it('The toc attribute puts the contents at the end, at the top or leaves them out', async () => {
    const element = await open(BEFORE, { toc: 'end' });
    element.style.width = '1000px';
    await waitForFrames();
    expect(part(element, 'toc').getBoundingClientRect().left).to.be.at.least(
      part(element, 'content').getBoundingClientRect().right,
    );
    element.setAttribute('toc', 'top');
    await waitForFrames();
    expect(part(element, 'toc').getBoundingClientRect().bottom).to.be.at.most(
      part(element, 'content').getBoundingClientRect().top,
    );
    element.setAttribute('toc', 'none');
    await waitForFrames();
    expect(part(element, 'toc')).to.equal(null);
  });

  it('In a medium element the contents are above the text and open', async () => {
    const element = await open();
    element.style.width = '700px';
    await waitForFrames();
    expect(part(element, 'toc').getBoundingClientRect().bottom).to.be.at.most(
      part(element, 'content').getBoundingClientRect().top,
    );
    expect(contentsLink(element, 'Use').checkVisibility()).to.equal(true);
    expect(button(element, 'Contents (8)').checkVisibility()).to.equal(false);
  });

  it('In a narrow element the contents are one button with the number of sections', async () => {
    const element = await open();
    element.style.width = '400px';
    await waitForFrames();
    const opener = button(element, 'Contents (8)');
    expect(opener.checkVisibility()).to.equal(true);
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
    expect(contentsLink(element, 'Use').checkVisibility()).to.equal(false);
    opener.click();
    await waitForFrames();
    expect(opener.getAttribute('aria-expanded')).to.equal('true');
    expect(contentsLink(element, 'Use').checkVisibility()).to.equal(true);
    expect(element.renderRoot.querySelector('nav details')).to.equal(null);
  });

  it('Policies with fewer than three sections have no contents', async () => {
    const element = await open('# P\n\n## A\n\na\n\n## B\n\nb\n');
    expect(part(element, 'toc')).to.equal(null);
  });

  it('No section is current while the page is above the first one', async () => {
    const spacer = document.createElement('div');
    spacer.style.height = '2000px';
    document.body.prepend(spacer);
    const element = await open();
    await scrollToY(0);
    expect(current(element)).to.equal('');
  });

  it('The current section is the one whose heading passed a quarter of the window', async () => {
    const element = await open();
    for (const heading of ['Tracking', 'Third parties', 'Security']) {
      await scrollToY(scrollY + topOf(section(element, heading)) - innerHeight * 0.25 + 5);
      expect(current(element), heading).to.equal(heading);
      await scrollToY(scrollY - 40);
      expect(current(element), `before ${heading}`).not.to.equal(heading);
    }
  });

  it('The current section takes --policy-scroll-offset into account', async () => {
    document.body.style.setProperty('--policy-scroll-offset', '200px');
    const element = await open();
    await scrollToY(scrollY + topOf(section(element, 'Tracking')) - innerHeight * 0.25 - 150);
    const marked = current(element);
    document.body.style.removeProperty('--policy-scroll-offset');
    expect(marked).to.equal('Tracking');
  });

  it('A clicked section stays current until the visitor scrolls, even at the end of the page', async () => {
    const element = await open();
    const { sections } = element.loadedPolicy!;
    const last = sections.at(-1)!.heading;
    contentsLink(element, last).click();
    await until(() => focusedElement(element) === toggle(element, last));
    await waitForFrames(5);
    expect(current(element)).to.equal(last);
    contentsLink(element, 'Children').click();
    await waitForFrames(40);
    expect(current(element)).to.equal('Children');
    dispatchEvent(new WheelEvent('wheel'));
    await scrollToY(0);
    await until(() => current(element) !== 'Children');
  });

  it('A click in the contents is forgotten with its policy', async () => {
    const element = await open(BEFORE, { 'no-hash': '' });
    contentsLink(element, 'Security').click();
    await waitForFrames();
    expect(current(element)).to.equal('Security');
    element.policy = null;
    await element.complete;
    element.policy = AFTER;
    await element.complete;
    await scrollToY(0);
    expect(current(element)).not.to.equal('Security');
  });

  it('The last section in view is current at the end of the page', async () => {
    const element = await open(`${BEFORE}\n## Last but one\n\nShort.\n\n## Last\n\nShort.\n`);
    await scrollToY(document.documentElement.scrollHeight);
    expect(current(element)).to.equal('Last');
  });

  it('On a page that does not scroll, the first section or the clicked one is current', async () => {
    const element = await open('# P\n\n## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n', { toc: 'start' });
    if (document.documentElement.scrollHeight > innerHeight + 2) element.style.fontSize = '8px';
    await waitForFrames(3);
    expect(current(element)).to.equal('A');
    contentsLink(element, 'B').click();
    await waitForFrames(3);
    expect(current(element)).to.equal('B');
  });

  it('The current section is found again when sections open and close', async () => {
    const element = await open();
    await scrollToY(scrollY + topOf(section(element, 'Tracking')) - 10);
    expect(current(element)).to.equal('Tracking');
    element.collapseAll();
    await waitForFrames(4);
    const heading = current(element);
    const shown = parts(element, 'section').filter(
      (each) => topOf(each) <= innerHeight * 0.25 + 20,
    );
    expect(heading === '' || shown.length > 0 || heading === 'Collection').to.equal(true);
    element.expandAll();
    await waitForFrames(4);
    expect(current(element)).not.to.equal(null);
  });

  it('The current section has a heavier weight and another border colour', async () => {
    const element = await open();
    await scrollToY(scrollY + topOf(section(element, 'Tracking')) - 10);
    const at = getComputedStyle(contentsLink(element, 'Tracking'));
    const other = getComputedStyle(contentsLink(element, 'Use'));
    expect(Number(at.fontWeight)).to.be.greaterThan(Number(other.fontWeight));
    expect(at.borderInlineStartColor).not.to.equal(other.borderInlineStartColor);
  });

  it('The contents scroll to the current entry, but not while the focus is in them', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `## Section ${i}\n\nWords ${i}.\n`).join(
      '\n',
    );
    const element = await open(`# P\n\n${many}`);
    element.style.width = '1000px';
    await waitForFrames(3);
    const nav = part(element, 'toc');
    await scrollToY(scrollY + topOf(section(element, 'Section 50')) - 20);
    await waitForFrames(3);
    const link = contentsLink(element, 'Section 50').getBoundingClientRect();
    const box = nav.getBoundingClientRect();
    expect(link.top).to.be.at.least(box.top - 1);
    expect(link.bottom).to.be.at.most(box.bottom + 1);
    const y = scrollY;
    expect(nav.scrollTop).to.be.greaterThan(0);
    expect(scrollY).to.equal(y);
    const before = nav.scrollTop;
    contentsLink(element, 'Section 50').focus({ preventScroll: true });
    dispatchEvent(new WheelEvent('wheel'));
    await scrollToY(0);
    expect(nav.scrollTop).to.equal(before);
  });

  it('The contents show the number of changes as text and have one entry for removed sections', async () => {
    const element = await openChanged();
    const labels = parts(element, 'toc-link').map(textOf);
    expect(labels).to.include('Collection 1 change');
    expect(labels).to.include('Removed sections 1');
    for (const link of parts(element, 'toc-link')) expect(link.ariaLabel).to.equal(null);
  });

  it('Contents links fill their row and are at least 24 pixels high', async () => {
    const element = await open();
    element.style.width = '1000px';
    await waitForFrames();
    for (const link of parts(element, 'toc-link')) {
      const { height, width } = link.getBoundingClientRect();
      expect(height).to.be.at.least(24);
      expect(width).to.be.closeTo(link.parentElement!.getBoundingClientRect().width, 1);
    }
  });
});
