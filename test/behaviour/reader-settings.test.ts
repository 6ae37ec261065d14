import { expect } from '@open-wc/testing';
import {
  engine,
  press,
  setMedia,
  setViewport,
  textOf,
  visibleText,
  waitForFrames,
} from '../test-element.ts';
import {
  AFTER,
  BEFORE,
  button,
  clear,
  focusedElement,
  openChanged,
  part,
  parts,
  overflowing,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

/** The letter, word, line and paragraph spacing that WCAG 1.4.12 requires pages to support. */
const SPACING =
  'letter-spacing: .12em; word-spacing: .16em; --policy-line-height: 1.5; --policy-spacing: 2em;';

/** Settings to test, each `[name, style of the element, emulated preferences]`. */
const SETTINGS: readonly (readonly [string, string, Record<string, string>])[] = [
  ['a wide window', 'width: 1000px', {}],
  ['zoom of 200 %', 'width: 640px; font-size: 32px', {}],
  ['reflow at 320 px', 'width: 320px', {}],
  ['text of 200 % at 320 px', 'width: 320px; font-size: 32px', {}],
  ['spacing of text', `width: 640px; ${SPACING}`, {}],
  ['spacing of text at 320 px', `width: 320px; ${SPACING}`, {}],
  ['forced colours', 'width: 640px', { 'forced-colors': 'active' }],
  ['less motion', 'width: 640px', { 'prefers-reduced-motion': 'reduce' }],
];

/** Selects all controls except links in sentences, which WCAG 2.5.8 allows to be smaller. */
const CONTROLS =
  'button:not(.next), summary, label, [part~="toc-link"], [part~="permalink"], [part="meta"] a, [part="footer"] a';

const visible = (root: PrivacyPolicyElement['renderRoot'], selector: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());

/** Returns the elements that cut off their text, except the section names beside “Details”. */
function clipped({ renderRoot }: PrivacyPolicyElement): string[] {
  return visible(renderRoot, '*')
    .filter(
      (each) => !each.matches('[part="status"], .visually-hidden, .next, .scroll, .names > li'),
    )
    .filter((each) => getComputedStyle(each).overflowX !== 'visible')
    .filter(
      ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
    )
    .map((each) => each.outerHTML.slice(0, 120));
}

/** Returns the pairs of controls that overlap. */
function overlapping({ renderRoot }: PrivacyPolicyElement): string[] {
  const boxes = visible(renderRoot, CONTROLS)
    .filter((each) => !each.closest('[part="toolbar"]'))
    .map((each) => ({ name: textOf(each) || each.outerHTML, box: each.getBoundingClientRect() }));
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        ({ box }) =>
          Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left) > 1 &&
          Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top) > 1,
      )
      .map(({ name }) => `${one.name} / ${name}`),
  );
}

/** Returns the controls that are less than 24 px wide or high. */
function tooSmall({ renderRoot }: PrivacyPolicyElement): string[] {
  return visible(renderRoot, CONTROLS)
    .filter((each) => {
      const { width, height } = each.getBoundingClientRect();
      return Math.min(width, height) < 23.9;
    })
    .map((each) => textOf(each) || each.outerHTML);
}

describe('The settings of a visitor', () => {
  afterEach(async () => {
    clear();
    await setMedia('');
  });

  it('Zoom, spacing, forced colours and less motion cut nothing off, let nothing overlap, and keep targets at 24 px', async () => {
    const element = await openChanged(
      AFTER.replace('one cookie', '[one cookie](https://example.net/cookie)'),
    );
    element.nextChange();
    for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
    for (const [name, style, features] of SETTINGS) {
      // Only Chromium lets a test emulate user preferences.
      if (!(await setMedia('', features)) && Object.keys(features).length) continue;
      element.style.cssText = style;
      await waitForFrames();
      const found = {
        overflows: overflowing(element),
        'is cut off': clipped(element),
        overlaps: overlapping(element),
        'is too small': tooSmall(element),
        moves: element
          .shadowRoot!.getAnimations()
          .filter(() => 'prefers-reduced-motion' in features)
          .map(({ id }) => id),
      };
      expect(found, name).to.deep.equal({
        overflows: [],
        'is cut off': [],
        overlaps: [],
        'is too small': [],
        moves: [],
      });
    }
  });
});

describe('The bar of a walk from change to change', () => {
  afterEach(clear);

  it('The bar of the walk never covers the focus (WCAG 2.4.11)', async function test() {
    // Tab skips links in WebKit unless a system setting includes them.
    if (engine() === 'webkit') this.skip();
    const { innerWidth: width, innerHeight: height } = window;
    await setViewport(700, 400);
    try {
      const element = await openChanged();
      element.nextChange();
      await waitForFrames();
      const bar = part(element, 'toolbar');
      for (const target of parts(element, 'toggle').slice(1, 6)) {
        const section = target.closest('[part="section"]')!;
        const earlier =
          section.previousElementSibling!.querySelector<HTMLElement>('[part="permalink"]');
        (earlier ?? part(element, 'title')).focus({ preventScroll: true });
        // Scrolls the target under the bar, as far as the length of the page allows.
        scrollBy({
          top: target.getBoundingClientRect().bottom - innerHeight + 5,
          behavior: 'instant',
        });
        while (focusedElement(element) !== target) await press('Tab');
        await waitForFrames();
        expect(bar.hidden).to.equal(false);
        expect(target.getBoundingClientRect().bottom, textOf(target)).to.be.at.most(
          bar.getBoundingClientRect().top,
        );
      }
    } finally {
      await setViewport(width, height);
    }
  });

  it('Escape hides the bar of the walk and leaves the focus where it is; the next step shows it again', async () => {
    const element = await openChanged();
    element.nextChange();
    await waitForFrames();
    const current = focusedElement(element);
    await press('Escape');
    await waitForFrames();
    expect(part(element, 'toolbar').hidden).to.equal(true);
    expect(focusedElement(element)).to.equal(current);
    element.nextChange();
    await waitForFrames();
    expect(part(element, 'toolbar').hidden).to.equal(false);
  });
});

describe('On narrow paper', () => {
  afterEach(async () => {
    clear();
    await setMedia('');
  });

  it('The banner on narrow paper has every name and all details, and says nothing about hidden changes', async function test() {
    if (!(await setMedia('print'))) this.skip();
    const element = await openChanged(AFTER, BEFORE, { version: '7' });
    element.style.width = '320px';
    await waitForFrames();
    const names = ['Collection', 'Sharing', 'Cookies', 'Contact', 'Legacy'];
    for (const words of [...names, 'Previously: Last updated 4 March 2025'])
      expect(visibleText(part(element, 'banner'))).to.contain(words);
    button(element, 'Show changes').click();
    await waitForFrames();
    expect(visibleText(part(element, 'base'))).not.to.match(/chang|added|removed|since|Details/i);
  });
});
