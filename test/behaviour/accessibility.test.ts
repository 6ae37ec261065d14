import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { clear, open, openChanged, painted, place, remember, showComparison } from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { engine } from '../test-element.ts';

// Small, since what is checked is each kind of thing once, and in more than one engine.
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
  const element = place(attributes);
  element.append(document.createRange().createContextualFragment(markup));
  await element.complete;
  await painted();
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

/** How each state comes about. */
const STATES: Record<
  string,
  (attributes: Record<string, string>) => Promise<PrivacyPolicyElement>
> = {
  loading: async (attributes) => {
    const element = place({ ...attributes, src: '/__fault/hang' });
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
  'changes walked through, with all that is folded open': async (attributes) => {
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
  'a page it wraps': (attributes) => wrap(attributes, WRAPPED),
  'changes to a page it wraps': async (attributes) => {
    const earlier = await wrap(attributes, WRAPPED);
    await earlier.markAsRead();
    earlier.remove();
    const later = WRAPPED.replaceAll('30 days', '90 days').replace('<p>Words that go.</p>', '');
    return unfold(await wrap(attributes, later));
  },
  'what was changed and is marked as read': async (attributes) => {
    const element = await openChanged(AFTER, BEFORE, attributes);
    await element.markAsRead();
    return element;
  },
  'everything closed': async (attributes) => {
    const element = await openChanged(AFTER, BEFORE, attributes);
    element.collapseAll();
    return element;
  },
  'a version to come': (attributes) =>
    open(AFTER, { ...attributes, effective: '2999-01-01', version: '3' }),
  'an error': (attributes) => open(null, { ...attributes, src: '/__fault/status/404' }),
  emptiness: (attributes) => open(null, { ...attributes, src: '/__fault/answer?body=%20' }),
  'an old copy': (attributes) => {
    remember(BEFORE);
    return open(null, { ...attributes, src: '/__fault/reset' });
  },
};

/** How each of them may be shown. */
const LOOKS: Record<string, { attributes?: Record<string, string>; style?: string; dir?: string }> =
  {
    light: { attributes: { theme: 'light' } },
    dark: { attributes: { theme: 'dark' } },
    'right to left': { attributes: { lang: 'ar' }, dir: 'rtl' },
    '320 pixels': { style: 'width:320px' },
    'light content': { attributes: { 'light-content': '' } },
  };

const RULES = {
  // The page around the element, which has no landmarks here, is not the element's.
  region: { enabled: false },
  'target-size': { enabled: true },
};

describe('nothing stands in the way of anybody', () => {
  afterEach(() => {
    clear();
    document.documentElement.removeAttribute('dir');
  });

  // WebKitGTK 2.50 crashes at times in the hit tests of axe, and takes the other files along.
  const test = engine() === 'webkit' ? it.skip : it;
  for (const [state, show] of Object.entries(STATES))
    test(`in ${state}, in every look`, async function inEveryLook() {
      this.timeout(60_000);
      for (const [look, { attributes = {}, style = '', dir = 'ltr' }] of Object.entries(LOOKS)) {
        document.documentElement.dir = dir;
        const element = await show(attributes);
        element.style.cssText = style;
        await painted();
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
