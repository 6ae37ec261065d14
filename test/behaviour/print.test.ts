import { expect } from '@open-wc/testing';
import { setMedia, waitForFrames, visibleText, textOf } from '../test-element.ts';
import {
  AFTER,
  BEFORE,
  button,
  clear,
  openChanged,
  part,
  parts,
  REWRITTEN,
  section,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

const LINKED = AFTER.replace('one cookie', '[one cookie](https://example.net/cookie)');

describe('Printing', () => {
  let element: PrivacyPolicyElement;

  // Only Chromium lets a test emulate the print medium.
  before(async function test() {
    if (!(await setMedia('print'))) this.skip();
  });

  beforeEach(async () => {
    element = await openChanged(LINKED, BEFORE, { version: '7' });
  });

  after(() => setMedia(''));

  afterEach(clear);

  it('All sections are printed open', async () => {
    element.collapseAll();
    await waitForFrames();
    for (const panel of parts(element, 'panel')) {
      expect(panel.offsetHeight).to.be.greaterThan(20);
      expect(getComputedStyle(panel).contentVisibility).to.equal('visible');
    }
    expect(section(element, 'Security').querySelector('p')!.checkVisibility()).to.equal(true);
  });

  it('All sections of a long policy are laid out in print', async () => {
    const long = `${BEFORE}\n\n## Last\n\n${'word '.repeat(5000)}`;
    const { renderRoot } = await openChanged(long, long);
    const sections = renderRoot.querySelectorAll('.long > [part~="section"]');
    expect(sections).to.have.length(9);
    for (const each of sections)
      expect(getComputedStyle(each).contentVisibility).to.equal('visible');
  });

  it('Controls are not printed', () => {
    const buttons = [
      ...element.renderRoot.querySelectorAll<HTMLElement>('button:not([part~="toggle"])'),
    ];
    const gone = [
      ...buttons,
      part(element, 'toc'),
      ...parts(element, 'permalink'),
      ...element.renderRoot.querySelectorAll<HTMLElement>('.chevron'),
    ];
    for (const each of gone) expect(each.checkVisibility(), each.outerHTML).to.equal(false);
  });

  it('Marks are printed without colour, with a line that explains them', () => {
    expect(getComputedStyle(part(element, 'added')).textDecorationStyle).to.equal('double');
    expect(getComputedStyle(part(element, 'deleted')).textDecorationLine).to.equal('line-through');
    expect(visibleText(part(element, 'footer'))).to.contain(
      'Double underlined: added since 12 May 2025. Struck through: removed since 12 May 2025.',
    );
  });

  it('Change bars and the dot are printed', () => {
    const added = section(element, 'Cookies').querySelector('.prose')!;
    const changed = section(element, 'Collection').querySelector('.change')!;
    for (const each of [added, changed]) {
      const { borderImageSource, printColorAdjust } = getComputedStyle(each);
      expect(borderImageSource).to.contain('gradient');
      expect(printColorAdjust).to.equal('exact');
    }
    const { content, printColorAdjust } = getComputedStyle(part(element, 'badge'), '::before');
    expect([content, printColorAdjust]).to.deep.equal(['""', 'exact']);
  });

  it('Hidden changes are not printed', async () => {
    button(element, 'Show changes').click();
    await waitForFrames();
    expect(visibleText(part(element, 'content'))).to.contain('We keep logs for 90 days.');
    expect(visibleText(part(element, 'content'))).not.to.contain('30');
    expect(visibleText(part(element, 'footer'))).not.to.contain('underlined');
  });

  it('The banner is printed only with visible, unread changes', async () => {
    expect(part(element, 'banner').checkVisibility()).to.equal(true);
    button(element, 'Show changes').click();
    await waitForFrames();
    expect(part(element, 'banner').checkVisibility()).to.equal(false);
    await element.markAsRead();
    await waitForFrames();
    expect(part(element, 'banner').checkVisibility()).to.equal(false);
  });

  it('With hidden changes only what is about to apply is printed of the banner', async () => {
    element.remove();
    const soon = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    element = await openChanged(LINKED, BEFORE, { effective: soon });
    button(element, 'Show changes').click();
    await waitForFrames();
    expect(visibleText(part(element, 'banner'))).to.match(/^This version takes effect on .*\.$/);
  });

  it('Date, version and day of printing are printed', () => {
    const all = visibleText(part(element, 'base'));
    expect(all).to.contain('Last updated 4 March 2026');
    expect(all).to.contain('Version 7');
    expect(all).to.match(/Printed \d+ \w+ \d{4}/);
  });

  it('External links are printed with their address', () => {
    const link = section(element, 'Cookies').querySelector('a[rel]')!;
    expect(getComputedStyle(link, '::after').content).to.contain('https://example.net/cookie');
  });

  it('Headings are kept with their text, and at least two lines together', () => {
    expect(getComputedStyle(element.renderRoot.querySelector('.row')!).breakAfter).to.equal(
      'avoid',
    );
    const { orphans, widows } = getComputedStyle(part(element, 'body')) as CSSStyleDeclaration & {
      orphans: string;
      widows: string;
    };
    expect([orphans, widows]).to.deep.equal(['2', '2']);
  });

  it('Everything is printed black on white in any theme', async () => {
    element.setAttribute('theme', 'dark');
    await waitForFrames();
    const { color, backgroundColor } = getComputedStyle(part(element, 'base'));
    expect([color, backgroundColor]).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
});

describe('Before and after printing', () => {
  afterEach(clear);

  it('Previous texts open for printing and close afterwards', async () => {
    const of = (words: string): string => `# P\n\n## A\n\n${words}\n\n## B\n\nb\n\n## C\n\nc\n`;
    const element = await openChanged(of(REWRITTEN.after), of(REWRITTEN.before));
    const details = section(element, 'A').querySelector('details')!;
    expect(textOf(details)).to.contain(REWRITTEN.before);
    expect(details.open).to.equal(false);
    dispatchEvent(new Event('beforeprint'));
    expect(details.open).to.equal(true);
    dispatchEvent(new Event('afterprint'));
    expect(details.open).to.equal(false);
  });
});
