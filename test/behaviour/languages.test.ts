import { expect } from '@open-wc/testing';
import { enChanges } from '../../src/i18n/en-changes.ts';
import { enVersions } from '../../src/i18n/en-versions.ts';
import { en } from '../../src/i18n/en.ts';
import { registerTranslation } from '../../src/i18n/index.ts';
import {
  AFTER,
  BEFORE,
  clear,
  openChanged,
  part,
  parts,
  addElement,
  storeReading,
  toggle,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { waitForFrames, textOf, until } from '../test-element.ts';

const english = { ...en, ...enChanges, ...enVersions };

// Made-up translations. The second is right-to-left and has every plural form.
registerTranslation(
  { ...english, $code: 'eo', $name: 'Esperanto', $dir: 'ltr', contents: 'Enhavo', print: 'Presi' },
  {
    ...english,
    $code: 'ckb',
    $name: 'کوردی',
    $dir: 'rtl',
    contents: 'پێڕست',
    changes: { one: 'یەک', two: 'دوو', few: 'کەم', many: 'زۆر', zero: 'هیچ', other: '{count} دان' },
  },
);

const contents = (element: PrivacyPolicyElement): string =>
  textOf(element.renderRoot.querySelector('.toc-title > p'));

async function openIn(lang: string | null): Promise<PrivacyPolicyElement> {
  storeReading(BEFORE);
  const element = addElement();
  if (lang === null) element.removeAttribute('lang');
  else element.lang = lang;
  element.policy = AFTER;
  await element.complete;
  await waitForFrames();
  return element;
}

/** Returns the left border width of a closed section's chevron, which depends on the direction. */
async function closedChevron(element: PrivacyPolicyElement): Promise<string> {
  element.collapseAll();
  await waitForFrames();
  const chevron = element.renderRoot.querySelector('[part~="toggle"] .chevron')!;
  return getComputedStyle(chevron, '::before').borderLeftWidth;
}

const answer = (body: string): string =>
  `/__fault/answer?type=text%2Fmarkdown&body=${encodeURIComponent(body)}`;

describe('A translation', () => {
  afterEach(clear);

  it('A translation older than its original says so, even if its file states no version', async () => {
    const german = answer('---\nlang: de\n---\n# Datenschutz\n\n## Cookies\n\nKeine.\n');
    const alternates = `alternates:\n  - lang: de\n    url: "${german}"\n    version: 3`;
    const element = addElement({
      src: answer(
        `---\nlang: en\nversion: 4\n${alternates}\n---\n# Policy\n\n## Cookies\n\nNone.\n`,
      ),
    });
    await element.complete;
    element.renderRoot.querySelector<HTMLElement>('[part="meta"] a[hreflang=de]')!.click();
    await until(() => element.loadedPolicy?.title === 'Datenschutz');
    await waitForFrames();
    expect(textOf(part(element, 'meta'))).to.contain(
      'Diese Übersetzung gehört zu Version 3; das Original ist Version 4.',
    );
  });
});

describe('The language of the element', () => {
  const root = document.documentElement;
  const { lang } = root;

  afterEach(() => {
    clear();
    root.lang = lang;
  });

  it('The lang attribute of the element sets its language', async () => {
    expect(contents(await openIn('eo'))).to.equal('Enhavo');
  });

  it('The closest lang attribute applies, across shadow roots', async () => {
    root.lang = 'en';
    const outer = document.createElement('div');
    outer.lang = 'eo';
    document.body.append(outer);
    const element = addElement();
    element.removeAttribute('lang');
    outer.attachShadow({ mode: 'open' }).append(element);
    element.policy = AFTER;
    await element.complete;
    expect(contents(element)).to.equal('Enhavo');
    outer.remove();
  });

  it('Without any lang attribute the browser’s language applies, then English', async () => {
    root.removeAttribute('lang');
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'language')!;
    for (const [language, expected] of [
      ['eo-DE', 'Enhavo'],
      ['tlh', 'Contents'],
    ] as const) {
      Object.defineProperty(navigator, 'language', { configurable: true, value: language });
      const element = await openIn(null);
      Reflect.deleteProperty(navigator, 'language');
      expect(contents(element)).to.equal(expected);
      element.remove();
    }
    expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'language')).to.deep.equal(own);
  });

  it('A region without a translation uses that of its language', async () => {
    expect(contents(await openIn('eo-BR'))).to.equal('Enhavo');
  });

  it('A changed lang attribute changes the texts without a new request', async () => {
    const key = crypto.randomUUID();
    const element = addElement({
      src: `/__fault/answer?key=${key}&body=${encodeURIComponent(AFTER)}`,
    });
    await element.complete;
    expect(contents(element)).to.equal('Contents');
    toggle(element, 'Use').click();
    await waitForFrames();
    element.lang = 'eo';
    await until(() => contents(element) === 'Enhavo');
    expect(part(element, 'base').lang).to.equal('eo');
    expect(toggle(element, 'Use').getAttribute('aria-expanded')).to.equal('false');
    element.removeAttribute('lang');
    root.lang = 'ckb';
    await until(() => contents(element) === 'پێڕست');
    const seen = await (await fetch(`/__fault/seen/${key}`)).json();
    expect(seen.requests).to.equal(1);
  });

  it('The language that was set last applies, even if another one loads later', async () => {
    const element = addElement({ lang: 'sv' });
    element.policy = BEFORE;
    element.lang = 'en';
    await element.complete;
    await import('../../src/i18n/locales/sv.ts');
    await waitForFrames();
    expect(contents(element)).to.equal('Contents');
  });

  it('Counted messages use the plural forms of the language', async () => {
    const element = await openIn('ckb');
    const counted = parts(element, 'toc-link').map(textOf);
    const rules = new Intl.PluralRules('ckb');
    const one = rules.select(1) === 'one' ? 'یەک' : '١ دان';
    expect(
      counted.some((label) => label.startsWith('Collection') && label !== 'Collection'),
    ).to.equal(true);
    expect(one).to.be.a('string');
  });
});

describe('The direction of the element', () => {
  afterEach(clear);

  it('The element’s texts and the policy each have their own direction', async () => {
    const element = await openIn('ckb');
    element.policy = `---\nlanguage: en\n---\n${AFTER.replace(/^---[^]*?---\n/, '')}`;
    await element.complete;
    await waitForFrames();
    const base = part(element, 'base');
    const content = part(element, 'content');
    expect([base.lang, base.dir]).to.deep.equal(['ckb', 'rtl']);
    expect([content.lang, content.dir]).to.deep.equal(['en', 'ltr']);
    expect(getComputedStyle(content).direction).to.equal('ltr');
    expect(getComputedStyle(part(element, 'banner')).direction).to.equal('rtl');
    const note = getComputedStyle(part(element, 'note'));
    expect([note.direction, note.textAlign]).to.deep.equal(['rtl', 'left']);
  });

  it('A right-to-left language mirrors the contents and the banner', async () => {
    const element = await openIn('ckb');
    element.style.width = '1000px';
    element.collapseAll();
    await waitForFrames();
    const nav = part(element, 'toc').getBoundingClientRect();
    expect(nav.left).to.be.at.least(part(element, 'content').getBoundingClientRect().right - 1);
    const banner = getComputedStyle(part(element, 'banner'));
    expect(parseFloat(banner.borderRightWidth)).to.be.greaterThan(
      parseFloat(banner.borderLeftWidth),
    );
  });

  it('A right-to-left policy is laid out so within left-to-right texts of the element', async () => {
    const element = await openChanged(
      '# سياسة\n\n## أ\n\nنحتفظ بالسجلات 90 يوما.\n\n## ب\n\nكلمات\n\n## ج\n\nكلمات\n',
      '# سياسة\n\n## أ\n\nنحتفظ بالسجلات 30 يوما.\n\n## ب\n\nكلمات\n\n## ج\n\nكلمات\n',
    );
    expect(getComputedStyle(part(element, 'content')).direction).to.equal('rtl');
    expect(getComputedStyle(part(element, 'banner')).direction).to.equal('ltr');
    const count = getComputedStyle(element.renderRoot.querySelector('.count')!);
    expect([count.direction, count.unicodeBidi]).to.deep.equal(['ltr', 'isolate']);
    // Only removed words are isolated. Current ones keep the order of the unmarked text.
    expect(getComputedStyle(part(element, 'added')).unicodeBidi).to.equal('normal');
    expect(getComputedStyle(part(element, 'deleted')).unicodeBidi).to.equal('isolate');
    const mirrored = await closedChevron(element);
    clear();
    expect(await closedChevron(await openIn('en'))).not.to.equal(mirrored);
  });
});
