import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.ts';
import { registerTranslation } from '../../src/i18n/index.ts';
import {
  AFTER,
  BEFORE,
  clear,
  openChanged,
  painted,
  part,
  parts,
  place,
  remember,
  text,
  toggle,
  until,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

// Made-up words for languages that have a direction and plurals of their own.
registerTranslation(
  { ...en, $code: 'eo', $name: 'Esperanto', $dir: 'ltr', contents: 'Enhavo', print: 'Presi' },
  {
    ...en,
    $code: 'ckb',
    $name: 'کوردی',
    $dir: 'rtl',
    contents: 'پێڕست',
    changes: { one: 'یەک', two: 'دوو', few: 'کەم', many: 'زۆر', zero: 'هیچ', other: '{count} دان' },
  },
);

const contents = (element: PrivacyPolicyElement): string =>
  text(element.renderRoot.querySelector('.toc-title > p'));

async function show(lang: string | null): Promise<PrivacyPolicyElement> {
  remember(BEFORE);
  const element = place();
  if (lang === null) element.removeAttribute('lang');
  else element.lang = lang;
  element.policy = AFTER;
  await element.complete;
  await painted();
  return element;
}

/** How the mark of a closed section is turned, once it has turned. */
async function closedChevron(element: PrivacyPolicyElement): Promise<string> {
  element.collapseAll();
  await painted();
  const chevron = element.renderRoot.querySelector('[part~="toggle"] .chevron')!;
  return getComputedStyle(chevron, '::before').borderLeftWidth;
}

describe('the language of the element’s own words', () => {
  const root = document.documentElement;
  const { lang } = root;

  afterEach(() => {
    clear();
    root.lang = lang;
  });

  it('is its own `lang`', async () => {
    expect(contents(await show('eo'))).to.equal('Enhavo');
  });

  it('is else that of the nearest ancestor, across shadow boundaries', async () => {
    root.lang = 'en';
    const outer = document.createElement('div');
    outer.lang = 'eo';
    document.body.append(outer);
    const element = place();
    element.removeAttribute('lang');
    outer.attachShadow({ mode: 'open' }).append(element);
    element.policy = AFTER;
    await element.complete;
    expect(contents(element)).to.equal('Enhavo');
    outer.remove();
  });

  it('is else the browser’s, and English in the end', async () => {
    root.removeAttribute('lang');
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'language')!;
    for (const [language, expected] of [
      ['eo-DE', 'Enhavo'],
      ['tlh', 'Contents'],
    ] as const) {
      Object.defineProperty(navigator, 'language', { configurable: true, value: language });
      const element = await show(null);
      Reflect.deleteProperty(navigator, 'language');
      expect(contents(element)).to.equal(expected);
      element.remove();
    }
    expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'language')).to.deep.equal(own);
  });

  it('is that of a region’s language where the region has none of its own', async () => {
    expect(contents(await show('eo-BR'))).to.equal('Enhavo');
  });

  it('changes with `lang`, on the element or around it, without a request', async () => {
    const key = crypto.randomUUID();
    const element = place({ src: `/__fault/answer?key=${key}&body=${encodeURIComponent(AFTER)}` });
    await element.complete;
    expect(contents(element)).to.equal('Contents');
    toggle(element, 'Use').click();
    await painted();
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

  it('is the one asked for last, however late the words of another come', async () => {
    const element = place({ lang: 'sv' });
    element.policy = BEFORE;
    element.lang = 'en';
    await element.complete;
    await import('../../src/i18n/locales/sv.ts');
    await painted();
    expect(contents(element)).to.equal('Contents');
  });

  it('has its own plurals', async () => {
    const element = await show('ckb');
    const counted = parts(element, 'toc-link').map(text);
    const rules = new Intl.PluralRules('ckb');
    const one = rules.select(1) === 'one' ? 'یەک' : '١ دان';
    expect(
      counted.some((label) => label.startsWith('Collection') && label !== 'Collection'),
    ).to.equal(true);
    expect(one).to.be.a('string');
  });
});

describe('direction', () => {
  afterEach(clear);

  it('of the words is theirs, and of the policy is the policy’s', async () => {
    const element = await show('ckb');
    element.policy = `---\nlanguage: en\n---\n${AFTER.replace(/^---[^]*?---\n/, '')}`;
    await element.complete;
    await painted();
    const base = part(element, 'base');
    const content = part(element, 'content');
    expect([base.lang, base.dir]).to.deep.equal(['ckb', 'rtl']);
    expect([content.lang, content.dir]).to.deep.equal(['en', 'ltr']);
    expect(getComputedStyle(content).direction).to.equal('ltr');
    expect(getComputedStyle(part(element, 'banner')).direction).to.equal('rtl');
    const note = getComputedStyle(part(element, 'note'));
    expect([note.direction, note.textAlign]).to.deep.equal(['rtl', 'left']);
  });

  it('turns banner, contents and chevrons around', async () => {
    const element = await show('ckb');
    element.style.width = '1000px';
    element.collapseAll();
    await painted();
    const nav = part(element, 'toc').getBoundingClientRect();
    expect(nav.left).to.be.at.least(part(element, 'content').getBoundingClientRect().right - 1);
    const banner = getComputedStyle(part(element, 'banner'));
    expect(parseFloat(banner.borderRightWidth)).to.be.greaterThan(
      parseFloat(banner.borderLeftWidth),
    );
  });

  it('of a policy that is written from the right is so in words from the left', async () => {
    const element = await openChanged(
      '# سياسة\n\n## أ\n\nنحتفظ بالسجلات 90 يوما.\n\n## ب\n\nكلمات\n\n## ج\n\nكلمات\n',
      '# سياسة\n\n## أ\n\nنحتفظ بالسجلات 30 يوما.\n\n## ب\n\nكلمات\n\n## ج\n\nكلمات\n',
    );
    expect(getComputedStyle(part(element, 'content')).direction).to.equal('rtl');
    expect(getComputedStyle(part(element, 'banner')).direction).to.equal('ltr');
    const count = getComputedStyle(element.renderRoot.querySelector('.count')!);
    expect([count.direction, count.unicodeBidi]).to.deep.equal(['ltr', 'isolate']);
    // Only removed words: current ones keep the order of the unmarked text.
    expect(getComputedStyle(part(element, 'added')).unicodeBidi).to.equal('normal');
    expect(getComputedStyle(part(element, 'deleted')).unicodeBidi).to.equal('isolate');
    const mirrored = await closedChevron(element);
    clear();
    expect(await closedChevron(await show('en'))).not.to.equal(mirrored);
  });
});
