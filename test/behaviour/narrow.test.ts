import { expect } from '@open-wc/testing';
import { setMedia, setViewport, waitForFrames, textOf, until } from '../test-element.ts';
import {
  AFTER,
  BEFORE,
  clear,
  open,
  openChanged,
  overflowing,
  part,
  parts,
  addElement,
  storeReading,
  REWRITTEN,
  section,
  toggle,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

const LONG = `# ${'A title of very many words '.repeat(6)}

## ${'A heading that somebody wanted to say everything at once with '.repeat(4).slice(0, 200)}

${'Donaudampfschifffahrtsgesellschaft'.repeat(3)} and https://example.org/${'path/'.repeat(40)}.

| ${Array.from({ length: 12 }, (_, i) => `Column ${i}`).join(' | ')} |
|${'---|'.repeat(12)}
| ${Array.from({ length: 12 }, () => 'value').join(' | ')} |

\`\`\`
${'code '.repeat(60)}
\`\`\`

- ${'x'.repeat(120)}
  - ${'y'.repeat(120)}
    - ${'z'.repeat(120)}

## ${'Rechtsschutzversicherungsgesellschaften'.repeat(3)}

> ${'quoted'.repeat(40)}

## Last

Words.
`;

/** A policy with every optional field of the header and the footer. */
const VERSIONED = {
  lang: 'en',
  alternates: [
    { lang: 'en', url: '/en' },
    { lang: 'de', url: '/de' },
  ],
  contact: 'mailto:privacy@example.org',
  history: [{ version: '2', date: '2025-03-04', url: '/2' }],
};

describe('A width of 320 pixels', () => {
  afterEach(clear);

  for (const [what, policy, before] of [
    ['a policy with changes', AFTER, BEFORE],
    ['long words, headings, tables and code', LONG, LONG],
    ['long words that changed', LONG.replaceAll('value', 'worth'), LONG],
  ] as const)
    it(`Nothing overflows the element: ${what}`, async () => {
      const element = await openChanged(policy, before);
      element.style.width = '320px';
      await waitForFrames();
      expect(overflowing(element)).to.deep.equal([]);
      expect(part(element, 'base').scrollWidth).to.be.at.most(321);
      for (const box of element.renderRoot.querySelectorAll('.scroll'))
        expect(box.getBoundingClientRect().width).to.be.at.most(320);
    });

  it('The buttons after changes stay within the element, wherever a line ends', async () => {
    const added = Array.from({ length: 40 }, (_, i) => `- ${'n'.repeat(i + 1)} o`);
    const policy = (items: string[]): string =>
      `# P\n\n## A\n\n- first\n${items.join('\n')}\n- last\n\n## B\n\nb\n`;
    const element = await openChanged(policy(added), policy([]));
    element.style.width = '320px';
    await waitForFrames();
    const { left, right } = element.getBoundingClientRect();
    const ways = [...element.renderRoot.querySelectorAll('.next')];
    expect(ways).to.have.length(39);
    for (const way of ways) {
      const box = way.getBoundingClientRect();
      expect(box.right).to.be.at.most(right + 1);
      expect(box.left).to.be.at.least(left - 1);
    }
  });

  it('The change bar of the introduction stays on the page', async () => {
    const policy = (days: number): string =>
      `---\nlang: fa\n---\n\nاین متن ${days} روز نگه داشته می‌شود.\n\n## الف\n\nا\n\n## ب\n\nب\n`;
    const element = await openChanged(policy(90), policy(30));
    const { borderImageOutset } = getComputedStyle(
      part(element, 'intro').querySelector('.change')!,
    );
    expect(parseFloat(borderImageOutset.split(' ')[1]!)).to.be.within(1, 36);
  });

  it('A table shows by a dashed line that it can scroll', async () => {
    const element = await open(LONG);
    const box = element.renderRoot.querySelector<HTMLElement>('.scroll')!;
    for (const [width, line] of [
      ['320px', 'dashed'],
      ['120em', 'none'],
    ] as const) {
      element.style.cssText = `width: ${width}; --policy-measure: none`;
      await until(() => (line === 'dashed') === box.hasAttribute('role'));
      expect(getComputedStyle(box).borderInlineEndStyle).to.equal(line);
    }
  });

  it('Wide tables scroll with light-content too', async () => {
    const element = await open(LONG, { storage: 'none', 'light-content': '' });
    element.style.width = '320px';
    await waitForFrames();
    const boxes = [...element.querySelectorAll<HTMLElement>('.scroll')];
    expect(boxes).to.have.length(2);
    for (const box of boxes) {
      expect(getComputedStyle(box).overflowX).to.equal('auto');
      expect(box.getBoundingClientRect().width).to.be.at.most(320);
    }
  });

  it('The page does not scroll sideways', async function test() {
    const { innerWidth: width, innerHeight: height } = window;
    const isNarrow = await setViewport(320, 640);
    try {
      // WebKit windows cannot be narrower than 447 pixels.
      if (!isNarrow) this.skip();
      document.body.style.margin = '0';
      const element = await openChanged(LONG.replaceAll('value', 'worth'), LONG);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(part(element, 'banner').getBoundingClientRect().height).to.be.at.most(640 * 0.45);
    } finally {
      document.body.style.margin = '';
      await setViewport(width, height);
    }
  });

  it('Tags are below a heading that needs the width', async () => {
    const element = await openChanged();
    element.style.width = '320px';
    await waitForFrames();
    const row = section(element, 'Collection').querySelector('.row')!;
    const heading = row.querySelector('[part~="heading"]')!.getBoundingClientRect();
    const words = row.querySelector('[part~="toggle"] > :last-child')!.getBoundingClientRect();
    const tag = row.querySelector('[part~="tag"]')!.getBoundingClientRect();
    expect(tag.top).to.be.at.least(words.bottom);
    expect(heading.width).to.be.greaterThan(230);
  });

  it('Tags begin where the text does, with light-content too', async () => {
    for (const attributes of [{}, { 'light-content': '' }]) {
      const element = await openChanged(AFTER, BEFORE, attributes);
      element.style.width = '320px';
      await waitForFrames();
      const it = parts(element, 'section')[0]!;
      const tag = it.querySelector('[part~="tag"]')!.getBoundingClientRect();
      const body = it.querySelector('[part~="body"]')!.getBoundingClientRect();
      expect(tag.left).to.be.closeTo(body.left, 1);
      clear();
    }
  });

  it('The change controls are one row', async () => {
    const element = await openChanged();
    element.style.width = '320px';
    element.nextChange();
    await waitForFrames();
    const rows = parts(element, 'button')
      .filter((each) => each.closest('[part~="toolbar"]'))
      .map((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return Math.round((top + bottom) / 2);
      });
    expect(rows).to.have.length(2);
    expect(new Set(rows).size).to.equal(1);
  });

  it('A date is not broken across lines', async () => {
    const element = await openChanged();
    element.style.width = '240px';
    await waitForFrames();
    const time = part(element, 'badge').querySelector('time')!;
    expect(time.getClientRects()).to.have.length(1);
    expect(time.getBoundingClientRect().height).to.be.below(30);
  });

  it('The text of a section is aligned with its heading', async () => {
    const element = await open();
    for (const width of ['320px', '60em']) {
      element.style.width = width;
      await waitForFrames();
      const it = section(element, 'Use');
      const range = document.createRange();
      range.selectNodeContents(toggle(element, 'Use').querySelector('.chevron')!.nextSibling!);
      const paragraph = it.querySelector('p')!.getBoundingClientRect();
      expect(range.getBoundingClientRect().left, width).to.be.closeTo(paragraph.left, 0.5);
    }
  });

  it('Controls outside of sentences are at least 24 pixels high', async () => {
    const content = AFTER.replace('We keep logs for 90 days.', REWRITTEN.after);
    storeReading(BEFORE.replace('We keep logs for 30 days.', REWRITTEN.before));
    const element = await open({ ...VERSIONED, content });
    element.style.cssText = 'width: 320px; --policy-line-height: 1.2';
    for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
    await waitForFrames();
    const all = [
      ...element.renderRoot.querySelectorAll(
        'summary, button, [part="meta"] a, [part="footer"] a, .names a, .here a',
      ),
    ].filter((each) => each.checkVisibility() && !each.matches('.next'));
    expect(all.map(textOf)).to.include.members([
      'Deutsch',
      'Contact',
      'Rewritten Show previous text',
      'Forget',
    ]);
    for (const each of all)
      expect(each.getBoundingClientRect().height, textOf(each)).to.be.at.least(24);
  });

  it('Long headings are wrapped and never cut', async () => {
    const element = await open(LONG);
    element.style.width = '320px';
    await waitForFrames();
    for (const heading of [part(element, 'title'), ...parts(element, 'heading')]) {
      const { overflow, textOverflow, webkitLineClamp, overflowWrap } = getComputedStyle(heading);
      expect(overflow).to.equal('visible');
      expect(textOverflow).to.equal('clip');
      expect(webkitLineClamp || 'none').to.equal('none');
      expect(overflowWrap).to.equal('anywhere');
      expect(heading.scrollHeight).to.be.at.most(heading.clientHeight + 2);
    }
  });
});

describe('Text spacing that a visitor sets', () => {
  afterEach(clear);

  it('The spacing applies to all buttons and cuts nothing off', async () => {
    const element = await openChanged();
    element.style.cssText = 'letter-spacing:.12em;word-spacing:.16em;width:320px';
    element.style.setProperty('--policy-line-height', '1.5');
    await waitForFrames();
    for (const button of element.renderRoot.querySelectorAll('button')) {
      expect(parseFloat(getComputedStyle(button).letterSpacing)).to.be.greaterThan(1);
      expect(parseFloat(getComputedStyle(button).wordSpacing)).to.be.greaterThan(1);
      if (!button.matches('.next') && button.checkVisibility())
        expect(button.scrollWidth, textOf(button)).to.be.at.most(button.clientWidth + 2);
    }
    expect(overflowing(element)).to.deep.equal([]);
    for (const box of [part(element, 'banner'), part(element, 'toc')])
      expect(box.scrollHeight).to.be.at.most(box.clientHeight + 2);
  });
});

describe('Styles of the page', () => {
  let sheet: CSSStyleSheet;

  afterEach(() => {
    clear();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  async function styled(css: string): Promise<PrivacyPolicyElement> {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return openChanged();
  }

  it('Inherited text styles of the page do not distort the text', async () => {
    const element = await styled(
      `* { line-height: 1; text-transform: uppercase; text-align: center; }
       body { user-select: none; -webkit-user-select: none; white-space: nowrap; text-indent: 40px;
         font-style: italic; font-weight: 700; font-variant: small-caps; word-break: break-all;
         cursor: wait; list-style: none; visibility: visible; pointer-events: none; }`,
    );
    const style = getComputedStyle(section(element, 'Use').querySelector('p')!);
    expect({
      transform: style.textTransform,
      align: style.textAlign,
      indent: style.textIndent,
      space: style.whiteSpace,
      style: style.fontStyle,
      weight: style.fontWeight,
      variant: style.fontVariantCaps,
      break: style.wordBreak,
      cursor: style.cursor,
      pointer: style.pointerEvents,
    }).to.deep.equal({
      transform: 'none',
      align: 'start',
      indent: '0px',
      space: 'normal',
      style: 'normal',
      weight: '400',
      variant: 'normal',
      break: 'normal',
      cursor: 'auto',
      pointer: 'auto',
    });
    // Some engines report an inherited value as `auto`, so the base is checked too.
    const base = getComputedStyle(part(element, 'base'));
    expect(base.userSelect ?? base.webkitUserSelect).to.equal('text');
    expect(style.userSelect ?? style.webkitUserSelect).to.be.oneOf(['auto', 'text']);
    expect(parseFloat(style.lineHeight) / parseFloat(style.fontSize)).to.be.closeTo(1.6, 0.05);
  });

  it('Font, colour and letter spacing are inherited from the page', async () => {
    const element = await styled(
      'body { color: rgb(1, 2, 3); font: 20px monospace; letter-spacing: 1px; }',
    );
    const style = getComputedStyle(section(element, 'Use').querySelector('p')!);
    expect([style.color, style.fontFamily, style.fontSize, style.letterSpacing]).to.deep.equal([
      'rgb(1, 2, 3)',
      'monospace',
      '20px',
      '1px',
    ]);
  });

  it('Sizes are relative to the text around the element, not to the root', async () => {
    const element = await styled('html { font-size: 62.5%; } body { font-size: 16px; }');
    expect(getComputedStyle(section(element, 'Use').querySelector('p')!).fontSize).to.equal('16px');
    const title = parseFloat(getComputedStyle(part(element, 'title')).fontSize);
    expect(title).to.be.closeTo(28, 0.5);
  });

  it('The hidden attribute hides the element', async () => {
    const element = await open();
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  for (const [what, css] of [
    ['a flex row', 'display:flex'],
    ['a flex column that is centred', 'display:flex;flex-direction:column;align-items:center'],
    ['a grid that is centred', 'display:grid;justify-items:center'],
    ['an inline block', 'display:inline-block'],
    ['a table cell', 'display:table-cell'],
  ] as const)
    it(`The element has a sensible width in ${what}`, async () => {
      const box = document.createElement('div');
      box.style.cssText = css;
      const outer = document.createElement('div');
      outer.style.width = '500px';
      outer.append(box);
      document.body.append(outer);
      const element = addElement();
      box.append(element);
      element.policy = BEFORE;
      await element.complete;
      await waitForFrames();
      const { width } = element.getBoundingClientRect();
      outer.remove();
      expect(width).to.be.within(200, 700);
    });
});

describe('Preferences of the visitor', () => {
  afterEach(async () => {
    clear();
    await setMedia('');
  });

  it('With reduced motion the element scrolls instantly and has no transitions', async function test() {
    // Only Chromium lets a test emulate user preferences.
    if (!(await setMedia('', { 'prefers-reduced-motion': 'reduce' }))) this.skip();
    const element = await open();
    const { scrollIntoView } = Element.prototype;
    const asked: unknown[] = [];
    Element.prototype.scrollIntoView = function (options) {
      asked.push((options as ScrollIntoViewOptions).behavior);
      scrollIntoView.call(this, options);
    };
    parts(element, 'toc-link')[3]!.click();
    await waitForFrames();
    Element.prototype.scrollIntoView = scrollIntoView;
    expect(asked).to.deep.equal(['instant']);
    expect(
      getComputedStyle(toggle(element, 'Use').querySelector('.chevron')!).transitionDuration,
    ).to.equal('0s');
  });
});
