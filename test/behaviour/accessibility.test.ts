import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import {
  addElement,
  clear,
  open,
  openChanged,
  part,
  showComparison,
  storeReading,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { engine, textOf, until, waitForFrames } from '../test-element.ts';

// The texts are short, because axe checks every state in every theme, direction and width.
const BEFORE = `# Policy

Hello.

## One

Kept for 30 days, see [the guide](https://other.example/a).

- a stays
- b goes

| Data | Kept |
|---|---|
| Logs | 30 days |

## Old name

The same words as ever stand in here.

## Gone

Words that went.

## Four

Four stays as it was.
`;

const AFTER = BEFORE.replaceAll('30 days', '90 days')
  .replace('other.example/a', 'other.example/b')
  .replace('Old name', 'New name')
  .replace('## Gone\n\nWords that went.\n\n', '')
  .replace('- b goes', '- c comes along instead')
  .replace('Four stays as it was.', 'Other words than ever before are written here, end to end.');

const WRAPPED = `<h2>Policy</h2><p>Hello.</p>
<h3>One</h3><p>Kept for 30 days.</p><ul><li>a stays</li><li>b goes</li></ul>
<table><tr><th>Data</th><th>Kept</th></tr><tr><td>Logs</td><td>30 days</td></tr></table>
<h3>Two</h3><p>Words that go.</p><p>Words that stay.</p>
<h3>Three</h3><p>Write to us.</p>`;

async function wrap(
  attributes: Record<string, string>,
  markup: string,
): Promise<PrivacyPolicyElement> {
  const element = addElement(attributes);
  element.append(document.createRange().createContextualFragment(markup));
  await element.complete;
  await waitForFrames();
  return element;
}

function unfold(element: PrivacyPolicyElement): PrivacyPolicyElement {
  for (const root of [element.renderRoot, element])
    for (const details of root.querySelectorAll('details')) details.open = true;
  return element;
}

const { axe } = globalThis as unknown as {
  axe: { run(element: Element, options: RunOptions): Promise<AxeResults> };
};

/** Functions that open the element in each state. */
const STATES: Record<
  string,
  (attributes: Record<string, string>) => Promise<PrivacyPolicyElement>
> = {
  loading: async (attributes) => {
    const element = addElement({ ...attributes, src: '/__fault/hang' });
    await element.updateComplete;
    return element;
  },
  'a first visit': (attributes) => open(AFTER, attributes),
  'no changes': (attributes) => openChanged(AFTER, AFTER, attributes),
  changes: (attributes) => openChanged(AFTER, BEFORE, attributes),
  'changes hidden': async (attributes) => {
    const element = await openChanged(AFTER, BEFORE, attributes);
    element.renderRoot.querySelector<HTMLElement>('[type="checkbox"]')!.click();
    return element;
  },
  'changes, one of them focused, with all details open': async (attributes) => {
    const element = unfold(await openChanged(AFTER, BEFORE, attributes));
    element.nextChange();
    element.nextChange();
    return element;
  },
  'changes to an earlier version': async (attributes) => {
    const element = await open(AFTER, {
      ...attributes,
      storage: 'none',
      'previous-src': `/__fault/answer?type=text/markdown&body=${encodeURIComponent(BEFORE)}`,
    });
    await showComparison(element);
    return element;
  },
  'a wrapped page': (attributes) => wrap(attributes, WRAPPED),
  'changes of a wrapped page': async (attributes) => {
    const earlier = await wrap(attributes, WRAPPED);
    await earlier.markAsRead();
    earlier.remove();
    const later = WRAPPED.replaceAll('30 days', '90 days').replace('<p>Words that go.</p>', '');
    return unfold(await wrap(attributes, later));
  },
  'marked as read': async (attributes) => {
    const element = await openChanged(AFTER, BEFORE, attributes);
    await element.markAsRead();
    return element;
  },
  'changes marked as read in another element': async (attributes) => {
    const element = await openChanged(AFTER, BEFORE, attributes);
    const before = textOf(part(element, 'banner'));
    await (await open(AFTER)).markAsRead();
    await until(() => textOf(part(element, 'banner')) !== before);
    return element;
  },
  'changes of a right-to-left policy': (attributes) =>
    openChanged(
      '# سياسة\n\n## أ\n\nنحتفظ بالسجلات 90 يوما.\n\n## ب\n\nكلمات\n',
      '# سياسة\n\n## أ\n\nنحتفظ بالسجلات 30 يوما.\n\n## ب\n\nكلمات\n',
      attributes,
    ),
  'a visit without storage': (attributes) => open(AFTER, { ...attributes, storage: 'none' }),
  'all sections closed': async (attributes) => {
    const element = await openChanged(AFTER, BEFORE, attributes);
    element.collapseAll();
    return element;
  },
  'a future version': (attributes) =>
    open(AFTER, { ...attributes, effective: '2999-01-01', version: '3' }),
  'an error': (attributes) => open(null, { ...attributes, src: '/__fault/status/404' }),
  'an empty policy': (attributes) => open(null, { ...attributes, src: '/__fault/answer?body=%20' }),
  'a stored copy': (attributes) => {
    storeReading(BEFORE);
    return open(null, { ...attributes, src: '/__fault/reset' });
  },
};

/** Themes, directions and widths in which each state is checked. */
const LOOKS: Record<
  string,
  { attributes?: Record<string, string>; style?: string; page?: string; dir?: string }
> = {
  light: { attributes: { theme: 'light' } },
  dark: { attributes: { theme: 'dark' } },
  'right to left': { attributes: { lang: 'ar' }, dir: 'rtl' },
  '320 pixels': { style: 'width:320px' },
  'a dark page': { page: 'background:#121212;color:#e6e6e6' },
  'light content': { attributes: { 'light-content': '' } },
};

/**
 * Whether to run the rules that look up the element at a point. WebKitGTK 2.50 sometimes crashes
 * while doing so, and then the remaining test files cannot run either.
 */
const hasHitTests = engine() !== 'webkit';

const RULES = {
  // The test page around the element has no landmarks.
  region: { enabled: false },
  'target-size': { enabled: hasHitTests },
  'color-contrast': { enabled: hasHitTests },
};

describe('Accessibility', () => {
  afterEach(() => {
    clear();
    document.documentElement.removeAttribute('dir');
    document.body.removeAttribute('style');
  });

  // Colours and widths are the same in every engine, so only Chromium checks all of them.
  const looks = Object.entries(LOOKS).slice(0, engine() === 'chromium' ? undefined : 1);
  for (const [state, show] of Object.entries(STATES))
    it(`The element passes axe in every theme, direction and width: ${state}`, async function inEveryLook() {
      this.timeout(60_000);
      for (const [look, { attributes = {}, style = '', page = '', dir = 'ltr' }] of looks) {
        document.documentElement.dir = dir;
        document.body.style.cssText = page;
        const element = await show(attributes);
        element.style.cssText = style;
        await waitForFrames();
        if (state.startsWith('changes')) expect(element.changeSummary, look).not.to.equal(null);
        const { violations } = await axe.run(element, { rules: RULES });
        const found = violations.map(
          ({ id, nodes }) =>
            `${look}: ${id} ${nodes.map(({ target }) => String(target)).join(', ')}`,
        );
        expect(found).to.deep.equal([]);
        clear();
      }
    });
});
