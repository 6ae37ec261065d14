import { expect } from '@open-wc/testing';
import {
  barOf,
  changesBetween,
  clear,
  policyFrom,
  renderPolicy,
  stateOf,
  type RenderedPolicy,
} from './render-view.ts';
import { setMedia } from '../test-element.ts';
import { PolicyError } from '../../src/core/model/errors.ts';

const TEXT = (days: number) =>
  `# Policy\n\nHello, [you](https://other.example/).\n\n## One\n\nKept for ${days} days.\n\n- old ${days} x\n- \`code\`\n${days === 30 ? '- gone altogether by now\n' : ''}\n## Two\n\nb\n\n## Three\n\nc\n`;

function renderChanges(): RenderedPolicy {
  const policy = policyFrom(TEXT(90), { version: '2', updated: '2026-03-04' });
  const changes = changesBetween(policyFrom(TEXT(30)), policy);
  return renderPolicy(stateOf({ policy, changes, current: 'one' }));
}

/** The documented parts that a page can style. */
const PARTS =
  'base header title meta badge banner toolbar button status toc toc-link content intro section heading toggle tag note permalink panel body removed footer error skeleton added deleted';

/** A value for each custom property, and a computed style that the property changes. */
const PROPERTIES: [
  name: string,
  value: string,
  selector: string,
  style: string,
  computed: string,
][] = [
  ['color', 'rgb(1, 2, 3)', '[part=base]', 'color', 'rgb(1, 2, 3)'],
  ['background', 'rgb(1, 2, 3)', '[part=base]', 'background-color', 'rgb(1, 2, 3)'],
  ['accent-color', 'rgb(1, 2, 3)', '[part=banner]', 'border-left-color', 'rgb(1, 2, 3)'],
  ['link-color', 'rgb(1, 2, 3)', '[part=intro] a', 'color', 'rgb(1, 2, 3)'],
  ['muted-color', 'rgb(1, 2, 3)', '[part=meta]', 'color', 'rgb(1, 2, 3)'],
  ['border-color', 'rgb(1, 2, 3)', '[part=section]', 'border-top-color', 'rgb(1, 2, 3)'],
  ['control-color', 'rgb(1, 2, 3)', '[part=badge]', 'border-top-color', 'rgb(1, 2, 3)'],
  ['added-color', 'rgb(1, 2, 3)', '.tag.changed', 'border-top-color', 'rgb(1, 2, 3)'],
  ['tint', '0%', 'ins', 'background-color', '0)'],
  ['font-family', 'monospace', '[part=base]', 'font-family', 'monospace'],
  ['heading-font-family', 'monospace', '[part=title]', 'font-family', 'monospace'],
  ['font-size', '10px', '[part=base]', 'font-size', '10px'],
  ['line-height', '2', '[part=base]', 'line-height', '32px'],
  ['measure', '200px', '[part=body]', 'max-inline-size', '200px'],
  ['spacing', '3px', '[part=banner]', 'margin-top', '3px'],
  ['radius', '7px', '[part=banner]', 'border-end-end-radius', '7px'],
  ['toc-width', '99px', '.layout', 'grid-template-columns', '99px'],
  ['scroll-offset', '50px', '[part=section]', 'scroll-margin-block-start', '66px'],
];

type Colour = [red: number, green: number, blue: number];

/** Returns the result of painting a CSS colour on a background. */
function colourOn(colour: string, on: Colour): Colour {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d')!;
  context.fillStyle = `rgb(${on.join()})`;
  context.fillRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const WHITE: Colour = [255, 255, 255];

/** Returns the contrast of text, marks, bars, links and control borders with their background. */
function contrasts({ root, part }: RenderedPolicy, page: Colour): Record<string, number> {
  const style = (selector: string, pseudo?: string): CSSStyleDeclaration =>
    getComputedStyle(root.querySelector(selector)!, pseudo);
  const base = getComputedStyle(part('base'));
  const behind = colourOn(base.backgroundColor, page);
  root.querySelector('button')!.focus();
  const text = colourOn(base.color, behind);
  return {
    text: contrast(text, behind),
    muted: contrast(colourOn(style('[part=meta]').color, behind), behind),
    link: contrast(colourOn(style('[part=intro] a').color, behind), behind),
    'text on added': contrast(text, colourOn(style('ins[part]').backgroundColor, behind)),
    'text on removed': contrast(text, colourOn(style('del[part]').backgroundColor, behind)),
    'text on code': contrast(text, colourOn(style('code').backgroundColor, behind)),
    'text on the banner': contrast(text, colourOn(style('[part=banner]').backgroundColor, behind)),
    bar: contrast(colourOn(barOf(root.querySelector('.change')!).color, behind), behind),
    'bar of the removed': contrast(
      colourOn(barOf(root.querySelector('.change.removed')!).color, behind),
      behind,
    ),
    'bar of the banner': contrast(
      colourOn(style('[part=banner]').borderInlineStartColor, behind),
      behind,
    ),
    focus: contrast(colourOn(style('button').outlineColor, behind), behind),
    control: contrast(colourOn(style('[part=badge]').borderTopColor, behind), behind),
  };
}

/** Tolerance for contrasts, because a canvas rounds colours to whole numbers. */
const ROUNDING = 0.01;

const LEAST = {
  text: 7,
  muted: 4.5,
  link: 4.5,
  'text on added': 6,
  'text on removed': 6,
  'text on code': 6,
  'text on the banner': 6,
  bar: 3,
  'bar of the removed': 3,
  'bar of the banner': 3,
  focus: 3,
  control: 3,
};

describe('Theming', () => {
  afterEach(async () => {
    clear();
    await setMedia('');
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
  });

  for (const [name, value, selector, style, computed] of PROPERTIES) {
    it(`--policy-${name} on the root changes the computed style`, () => {
      const { root, host } = renderChanges();
      host.style.width = '70em';
      const read = (): string =>
        getComputedStyle(root.querySelector(selector)!).getPropertyValue(style);
      const before = read();
      document.documentElement.style.setProperty(`--policy-${name}`, value);
      expect(read()).to.include(computed);
      expect(read()).not.to.equal(before);
    });
  }

  it('--policy-removed-color, --policy-focus-color and --policy-loading-block-size apply', () => {
    document.documentElement.style.cssText =
      '--policy-removed-color:rgb(1, 2, 3);--policy-focus-color:rgb(4, 5, 6);--policy-loading-block-size:77px';
    const error = renderPolicy(
      stateOf({ status: 'error', error: new PolicyError('network', 'x') }),
    );
    expect(getComputedStyle(error.part('error')).borderInlineStartColor).to.equal('rgb(1, 2, 3)');
    const button = error.root.querySelector('button')!;
    button.focus();
    expect(getComputedStyle(button).outlineColor).to.equal('rgb(4, 5, 6)');
    const loading = renderPolicy(stateOf({ status: 'loading' }));
    expect(getComputedStyle(loading.part('base')).minBlockSize).to.equal('77px');
  });

  it('--policy-moved-color is the colour of tags of moved sections', () => {
    document.documentElement.style.cssText = '--policy-moved-color:rgb(7, 8, 9)';
    const one = '## One\n\nThe first section says this.\n\n';
    const two = '## Two\n\nThe second one says something else.\n\n';
    const three = '## Three\n\nAnd a third is at the end of it all.\n\n';
    const policy = policyFrom(`${two}${three}${one}`);
    const changes = changesBetween(policyFrom(`${one}${two}${three}`), policy);
    const { root } = renderPolicy(stateOf({ policy, changes }));
    const tag = root.querySelector('.tag.moved')!;
    expect(getComputedStyle(tag).borderTopColor).to.equal('rgb(7, 8, 9)');
  });

  it('All documented parts exist, and no others', () => {
    const removed = policyFrom(`${TEXT(30)}## Four\n\nWe sell maps of old towns in spring.\n`);
    const policy = policyFrom(TEXT(90), { updated: '2026-03-04' });
    const memory = { ...stateOf({}).memory!, storedOn: '2025-05-12' };
    const roots = [
      stateOf({
        policy,
        changes: { ...changesBetween(removed, policy), position: 1 },
        memory,
        current: 'one',
      }),
      stateOf({ status: 'loading' }),
      stateOf({ status: 'error', error: new PolicyError('network', 'x') }),
    ].map((state) => renderPolicy(state).root);
    const names = new Set(
      roots.flatMap((root) =>
        [...root.querySelectorAll('[part]')].flatMap(({ part }) => [...part]),
      ),
    );
    expect([...names].toSorted()).to.deep.equal(PARTS.split(' ').toSorted());
  });

  for (const theme of ['inherit', 'light', 'dark']) {
    it(`prefers-contrast increases contrast and marks (${theme})`, async function test() {
      const { host, root, part } = renderChanges();
      host.setAttribute('theme', theme);
      const width = (): number => barOf(root.querySelector('.change')!).width;
      const before = width();
      if (!(await setMedia('', { 'prefers-contrast': 'more' }))) this.skip();
      const { color } = getComputedStyle(part('base'));
      const style = (selector: string): CSSStyleDeclaration =>
        getComputedStyle(root.querySelector(selector)!);
      expect(style('[part=badge]').borderTopColor).to.equal(color);
      expect(style('[part=section]').borderTopColor).to.equal(color);
      expect(style('[part=meta]').color).to.equal(color);
      expect(style('ins').backgroundColor).to.match(/[,/] ?0\)$/);
      expect(style('ins').textDecorationThickness).to.equal('1.92px');
      expect(width()).to.be.greaterThan(1.5 * before);
    });
  }

  it('Marks can be told apart with forced colours', async function test() {
    if (!(await setMedia('', { 'forced-colors': 'active' }))) this.skip();
    const { root } = renderChanges();
    const style = (selector: string): CSSStyleDeclaration =>
      getComputedStyle(root.querySelector(selector)!);
    expect(style('ins[part]').textDecorationLine).to.equal('underline');
    expect(style('ins[part]').textDecorationStyle).to.equal('double');
    expect(style('del[part]').textDecorationLine).to.equal('line-through');
    const page = colourOn('Canvas', WHITE);
    expect(contrast(colourOn(barOf(root.querySelector('.change')!).color, page), page)).to.be.above(
      3,
    );
    const [current, other] = ['[aria-current]', ':not([aria-current])'].map(
      (which) => style(`[part=toc-link]${which}`).borderInlineStartColor,
    );
    expect(current).not.to.equal(other);
    expect(colourOn(other!, page)).to.deep.equal(page);
  });

  it('A changed row of a table has a bar with forced colours', async function test() {
    if (!(await setMedia('', { 'forced-colors': 'active' }))) this.skip();
    const table = (days: number) =>
      policyFrom(`# Policy\n\n| Data | Days |\n| --- | --- |\n| Logs | ${days} |\n| Mail | 9 |\n`);
    const policy = table(90);
    const { root } = renderPolicy(stateOf({ policy, changes: changesBetween(table(30), policy) }));
    const bars = [...root.querySelectorAll('tbody tr > :first-child')].map(
      (cell) => getComputedStyle(cell).borderInlineStartStyle,
    );
    expect(bars).to.deep.equal(['solid', 'none']);
  });

  it('Font and colours are inherited from the page without a theme', () => {
    document.body.style.cssText = 'font-family:monospace;color:rgb(9, 8, 7)';
    const { part } = renderChanges();
    const { fontFamily, color, backgroundColor } = getComputedStyle(part('base'));
    expect([fontFamily, color, backgroundColor]).to.deep.equal([
      'monospace',
      'rgb(9, 8, 7)',
      'rgba(0, 0, 0, 0)',
    ]);
  });

  for (const [page, colour] of [
    ['#ffffff', '#1f2328'],
    ['#ffffff', '#333333'],
    ['#f6f8fa', '#212529'],
    ['#fbf3e4', '#3b3024'],
    ['#121212', '#e6e6e6'],
    ['#1f2937', '#dddddd'],
    ['#2b2b2b', '#ffffff'],
    ['#121212', '#b3b3b3'],
  ] as const) {
    it(`Text in ${colour} on ${page} has enough contrast everywhere`, () => {
      document.body.style.color = colour;
      const found = contrasts(renderChanges(), colourOn(page, WHITE));
      for (const [name, least] of Object.entries(LEAST))
        expect(found[name], name).to.be.at.least(least);
    });
  }

  for (const [theme, least] of Object.entries({
    light: {
      text: 15.8,
      muted: 6.39,
      link: 6.67,
      bar: 4.95,
      'bar of the removed': 5.39,
      control: 3.45,
      'text on added': 12.5,
      'text on removed': 12.5,
      'text on code': 14.09,
    },
    dark: {
      text: 14.76,
      muted: 8.19,
      link: 8.88,
      bar: 7.36,
      'bar of the removed': 7.94,
      control: 4.11,
      'text on added': 9.9,
      'text on removed': 9.9,
      'text on code': 12.19,
    },
  })) {
    it(`The ${theme} theme has enough contrast on any page`, () => {
      const page = renderChanges();
      page.host.setAttribute('theme', theme);
      const found = contrasts(page, [127, 127, 127]);
      for (const [name, figure] of Object.entries({ ...LEAST, ...least }))
        expect(found[name], name).to.be.at.least(figure - ROUNDING);
    });
  }

  for (const [scheme, background] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(20, 23, 28)'],
  ] as const) {
    it(`The auto theme follows prefers-color-scheme: ${scheme}`, async function test() {
      if (!(await setMedia('', { 'prefers-color-scheme': scheme }))) this.skip();
      const { host, part } = renderChanges();
      host.setAttribute('theme', 'auto');
      expect(getComputedStyle(part('base')).backgroundColor).to.equal(background);
    });
  }

  it('A custom property overrides the theme', () => {
    const { host, part } = renderChanges();
    host.setAttribute('theme', 'dark');
    document.documentElement.style.setProperty('--policy-background', 'rgb(1, 2, 3)');
    expect(getComputedStyle(part('base')).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('The contents are beside the text, above it or closed, depending on the width', () => {
    const { host, part, root } = renderChanges();
    const beside = (): boolean =>
      part('toc').getBoundingClientRect().right <= part('content').getBoundingClientRect().left;
    host.style.width = '60em';
    expect(beside()).to.equal(true);
    host.style.width = '45em';
    expect(beside()).to.equal(false);
    const list = root.querySelector<HTMLElement>('[part=toc] ul')!;
    expect(list.offsetHeight).to.be.greaterThan(0);
    host.style.width = '20em';
    expect(list.offsetHeight).to.equal(0);
    expect(root.querySelector<HTMLElement>('.toc-toggle')!.offsetHeight).to.be.greaterThan(20);
  });

  it('The element has a sensible width in flex, grid, inline-block and table-cell boxes', () => {
    for (const css of [
      'display:flex',
      'display:grid;place-items:center',
      'display:flex;flex-direction:column;align-items:center',
      'display:inline-block',
      'display:table-cell',
    ]) {
      const { host } = renderChanges();
      const place = document.createElement('div');
      place.style.cssText = css;
      document.body.append(place);
      place.append(host);
      expect(host.offsetWidth, css).to.be.greaterThan(200);
      expect(host.offsetWidth, css).to.be.at.most(innerWidth);
    }
  });
});
