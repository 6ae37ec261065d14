import { expect } from '@open-wc/testing';
import { PolicyError } from '../../src/core/model/errors.ts';
import { loadedMessages } from '../../src/i18n/index.ts';
import type { ViewState } from '../../src/view/view-state.ts';
import { engine, setMedia } from '../test-element.ts';
import { changesBetween, clear, policyFrom, show, stateOf } from './render-view.ts';

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

const AFTER = `# Policy

Hello again.

## Four

Four stays as it was.

## One

Kept for 90 days, see [the guide](https://other.example/b).

- a stays
- c is something else entirely

| Data | Kept |
|---|---|
| Logs | 90 days |

## New name

The same words as ever stand in here.

## Fresh

\`\`\`
code
\`\`\`
`;

const policy = policyFrom(AFTER, { language: 'en', effective: '2026-12-01', version: '2' });
const changes = changesBetween(policyFrom(BEFORE), policy);
const memory = {
  ...stateOf({}).memory!,
  lastSeen: '2025-05-12',
  keptOn: '2025-05-12',
  kept: 'text' as const,
};
const error = new PolicyError('network', 'x');

const STATES: Record<string, Partial<ViewState>> = {
  loading: { status: 'loading' },
  'a first visit': { policy },
  'a visit without changes': { policy, memory: { ...memory, unchanged: true, canShowAgain: true } },
  'changes shown': { policy, changes, memory },
  'changes hidden': { policy, changes: { ...changes, visible: false }, memory },
  'changes read': { policy, changes: { ...changes, read: 'here' }, memory },
  'changes read elsewhere': { policy, changes: { ...changes, read: 'elsewhere' }, memory },
  'everything closed': {
    policy,
    changes,
    closed: new Set([...policy.sections.map(({ id }) => id), 'removed gone']),
  },
  'an error': { status: 'error', error },
  'an old copy': { status: 'stale', policy, savedOn: '2025-05-12' },
  'no memory': { policy, memory: null, storage: 'blocked' },
  'right to left': {
    policy: { ...policy, language: 'ar', title: 'سياسة' },
    changes,
    messages: { ...loadedMessages('en'), direction: 'rtl' },
  },
};

async function expectAccess(
  state: Partial<ViewState>,
  theme: string,
  width: string,
): Promise<void> {
  const { host } = show(stateOf(state));
  host.setAttribute('theme', theme);
  host.style.width = width;
  await expect(host).to.be.accessible({ ignoredRules: ['region'] });
}

describe('everybody can use', () => {
  afterEach(async () => {
    clear();
    document.body.removeAttribute('style');
    await setMedia('');
  });

  // WebKitGTK 2.50 crashes at times in the hit tests of axe, and takes the other files along.
  const test = engine() === 'webkit' ? it.skip : it;
  for (const [name, state] of Object.entries(STATES)) {
    test(`${name}, in light, dark, narrow and on a page of its own colours`, async () => {
      await expectAccess(state, 'light', '60em');
      clear();
      await expectAccess(state, 'dark', '60em');
      clear();
      await expectAccess(state, 'light', '320px');
      clear();
      document.body.style.cssText = 'background:#121212;color:#e6e6e6';
      await expectAccess(state, 'inherit', '45em');
    });
  }

  it('targets that are large enough for a finger', () => {
    const { root } = show(stateOf({ policy, changes, memory }));
    for (const target of root.querySelectorAll<HTMLElement>(
      'button:not(.next), [part=toc-link], summary',
    )) {
      const { height } = target.getBoundingClientRect();
      if (height) expect(height, target.textContent).to.be.at.least(20);
    }
  });

  it('320 pixels without scrolling sideways, long words included', () => {
    const long = policyFrom(
      `# Policy\n\n## ${'Rechtsschutzversicherung'.repeat(6)}\n\n${'a'.repeat(300)} https://example.org/${'x'.repeat(200)}\n\n## B\n\nb\n\n## C\n\nc`,
    );
    for (const state of [{ policy, changes, memory }, { policy: long }]) {
      const { host, part } = show(stateOf(state));
      host.style.width = '280px';
      host.style.display = 'block';
      expect(part('base').scrollWidth).to.be.at.most(280);
    }
  });

  it('text that keeps spacing set by the reader, buttons included', () => {
    const { host, root } = show(stateOf({ policy, changes, memory }));
    host.style.cssText = 'letter-spacing:.12em;word-spacing:.16em';
    for (const button of root.querySelectorAll('button')) {
      const { letterSpacing, wordSpacing } = getComputedStyle(button);
      expect(parseFloat(letterSpacing)).to.be.greaterThan(1);
      expect(parseFloat(wordSpacing)).to.be.greaterThan(1);
    }
  });

  it('words that a page’s own rules do not twist', () => {
    const { host, part } = show(stateOf({ policy }));
    host.style.cssText =
      'text-transform:uppercase;text-indent:40px;white-space:nowrap;user-select:none;line-height:1;font-style:italic;font-weight:700;visibility:visible;pointer-events:none';
    const style = getComputedStyle(part('body').querySelector('p')!);
    expect([
      style.textTransform,
      style.textIndent,
      style.whiteSpace,
      style.fontStyle,
      style.fontWeight,
      style.pointerEvents,
    ]).to.deep.equal(['none', '0px', 'normal', 'normal', '400', 'auto']);
    expect(parseFloat(style.lineHeight)).to.be.closeTo(1.6 * parseFloat(style.fontSize), 0.5);
  });

  it('no motion where less of it is preferred', async function test() {
    if (!(await setMedia('', { 'prefers-reduced-motion': 'reduce' }))) this.skip();
    const { root } = show(stateOf({ policy }));
    expect(getComputedStyle(root.querySelector('.chevron')!).transitionDuration).to.equal('0s');
  });

  it('paper that shows everything, with dates, address and a legend', async function test() {
    if (!(await setMedia('print'))) this.skip();
    const { root, part } = show(stateOf({ policy, changes, memory, closed: new Set(['one']) }));
    expect(part('panel').offsetHeight).to.be.greaterThan(20);
    for (const panel of root.querySelectorAll<HTMLElement>('[part=panel]')) {
      expect(getComputedStyle(panel).contentVisibility || 'visible').to.equal('visible');
    }
    const visible = (element: Element): boolean => element.checkVisibility();
    expect(
      [part('toc'), ...root.querySelectorAll('button:not([part=toggle])')].filter(visible),
    ).to.have.length(0);
    expect(part('footer').innerText).to.include('Double underlined: added since 12 May 2025.');
    expect(part('footer').innerText).to.include(
      'Printed 21 November 2026 from https://example.org/privacy.md',
    );
    expect(getComputedStyle(part('base')).color).to.equal('rgb(0, 0, 0)');
  });
});
