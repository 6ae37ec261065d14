import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../../src/index.ts';
import type { PrivacyPolicyElement } from '../../../src/index.ts';
import { sectionElement, sectionElements } from '../../../src/browser/dom/query-parts.ts';
import { next, printedBytes, until } from '../../test-element.ts';

const KEY = 'test:boxes';

const TEXT = html`
  <p>We run a small shop.</p>
  <h2>Who we are</h2>
  <p>Our address is 1 High Street.</p>
  <h2>What we collect</h2>
  <p>Your name and your e-mail address.</p>
  <ul>
    <li>Orders, for 30 days</li>
  </ul>
  <h2>Contact</h2>
  <p>Write to us.</p>
`;

const wrap = (content: TemplateResult): TemplateResult =>
  html`<privacy-policy storage="session" storage-key=${KEY}>${content}</privacy-policy>`;

const SHAPES: Record<string, TemplateResult> = {
  'a div': html`<div class="entry-content">${TEXT}</div>`,
  'an article': html`<article>${TEXT}</article>`,
  'two boxes, one in the other': html`<main>
    <div class="entry-content">${TEXT}</div>
  </main>`,
  'a box after a title and before a footer': html`<header><h1>Privacy</h1></header>
    <div>${TEXT}</div>
    <p>Printed on paper.</p>`,
  'a box for each section': html`<p>We run a small shop.</p>
    <section>
      <h2>Who we are</h2>
      <p>Our address is 1 High Street.</p>
    </section>
    <section>
      <div><h2>What we collect</h2></div>
      <p>Your name and your e-mail address.</p>
      <ul>
        <li>Orders, for 30 days</li>
      </ul>
    </section>
    <section>
      <h2>Contact</h2>
      <p>Write to us.</p>
    </section>`,
};

async function openWrapped(content: TemplateResult): Promise<PrivacyPolicyElement> {
  const element = await fixture<PrivacyPolicyElement>(wrap(content));
  await element.complete;
  return element;
}

async function editAndReload(element: PrivacyPolicyElement, edit: () => void): Promise<void> {
  await element.markAsRead();
  edit();
  const loaded = next(element, 'policy-load');
  await element.load();
  await loaded;
  await element.updateComplete;
}

const toggles = (element: PrivacyPolicyElement): HTMLElement[] =>
  sectionElements(element).map((section) => section.querySelector('[part="toggle"]')!);

describe('A wrapped page with its text in boxes', () => {
  afterEach(() => {
    sessionStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const [shape, content] of Object.entries(SHAPES)) {
    it(`Sections in ${shape} can be closed without moving a node`, async () => {
      const parent = await fixture(html`<div>${wrap(content)}</div>`);
      const element = parent.querySelector('privacy-policy')!;
      const before = [...element.querySelectorAll('*')];
      await element.complete;
      expect([...element.querySelectorAll('*')]).to.deep.equal(before);
      const added = new Set(before.flatMap((node) => node.getAttributeNames()));
      expect([...added].filter((name) => !/^(slot|id|class)$/.test(name))).to.deep.equal([]);
      expect(toggles(element)).to.have.length(3);
      for (const node of before) expect(node.checkVisibility(), node.outerHTML).to.equal(true);
      const [, paragraph] = element.querySelectorAll('p');
      toggles(element)[0]!.click();
      await element.updateComplete;
      expect(paragraph!.checkVisibility({ contentVisibilityAuto: true })).to.equal(false);
      expect(element.querySelectorAll('p')[2]!.checkVisibility()).to.equal(true);
      for (const heading of element.querySelectorAll('h2'))
        expect(heading.checkVisibility()).to.equal(true);
      element.expandAll();
      await element.updateComplete;
      expect(paragraph!.checkVisibility()).to.equal(true);
    });

    it(`Changes in ${shape} are marked and can be stepped through`, async () => {
      const element = await openWrapped(content);
      await editAndReload(element, () => {
        element.querySelector('li')!.textContent = 'Orders, for 90 days';
        element.querySelector('p')!.textContent = 'We run a small shop and a café.';
      });
      expect(element.changeSummary!.total).to.equal(2);
      const ranges = [...(CSS.highlights.get('privacy-policy-added') ?? [])].map(String);
      expect(ranges.join('|')).to.contain('café').and.to.contain('90');
      const notes = element.mounts.flatMap((mount) => [...mount.querySelectorAll('details.note')]);
      expect(notes).to.have.length(2);
      expect(notes.every((note) => note.checkVisibility())).to.equal(true);
      expect(notes[1]!.querySelector('del')!.textContent).to.equal('30');
      element.collapseAll();
      await element.updateComplete;
      element.nextChange();
      expect(element.nextChange()).to.equal(true);
      await element.updateComplete;
      expect(element.querySelector('li')!.checkVisibility()).to.equal(true);
      element.renderRoot.querySelector<HTMLElement>('[type="checkbox"]')!.click();
      await element.updateComplete;
      expect(notes.some((note) => note.checkVisibility())).to.equal(false);
      await expect(element).to.be.accessible();
    });
  }

  it('Sections have the usual styles, and the box keeps those of the page', async () => {
    const styles = document.createElement('style');
    styles.textContent = `.entry-content { padding: 7px; font-style: italic; inline-size: 300px }
      .entry-content > * + * { margin-block-start: 19px }`;
    document.head.append(styles);
    const element = await openWrapped(SHAPES['a div']!);
    const [box] = element.querySelectorAll<HTMLElement>('.entry-content');
    const paragraph = element.querySelector('h2 + p')!;
    expect(box!.getBoundingClientRect().width).to.equal(314);
    expect(getComputedStyle(paragraph).fontStyle).to.equal('italic');
    expect(getComputedStyle(paragraph).marginTop).to.equal('19px');
    const chevron = element.mounts[0]!.querySelector('.chevron')!;
    expect(getComputedStyle(chevron, '::before').borderTopStyle).to.equal('solid');
    const section = element.mounts[0]!.querySelector('section')!;
    expect(getComputedStyle(section).borderTopWidth).to.equal('1px');
    styles.remove();
  });

  it('Parts inside the box are styled through the box, and the others through the element', async () => {
    const element = await openWrapped(SHAPES['a div']!);
    await editAndReload(element, () => {
      element.querySelector('ul + h2 + p')!.textContent = 'Write or telephone to us.';
    });
    const styles = document.createElement('style');
    document.head.append(styles);
    const reached = (root: ParentNode, host: string): readonly string[] => {
      const nodes = [...root.querySelectorAll('[part]')];
      const names = [...new Set(nodes.flatMap(({ part }) => [...part]))];
      styles.textContent = names.map((of) => `${host}::part(${of}) { --of: ${of} }`).join('\n');
      for (const node of nodes)
        expect(getComputedStyle(node).getPropertyValue('--of').trim()).to.equal(node.part.value);
      return names;
    };
    const inBox = 'section heading toggle tag note permalink panel body'.split(' ');
    expect(reached(element.mounts[0]!, '.entry-content')).to.include.members(inBox);
    const around = 'base header meta banner button toc toc-link content footer'.split(' ');
    expect(reached(element.shadowRoot!, 'privacy-policy')).to.include.members(around);
    styles.remove();
  });

  it('Blocks keep the gaps of a grid', async () => {
    const styles = document.createElement('style');
    styles.textContent =
      '.entry-content { display: grid; gap: 9px } .entry-content * { margin: 0; padding: 0 }';
    document.head.append(styles);
    const element = await openWrapped(SHAPES['a div']!);
    const [paragraph, list] = ['h2 + p:has(+ ul)', 'ul'].map((which) =>
      element.querySelector(which)!.getBoundingClientRect(),
    );
    styles.remove();
    expect(list!.top - paragraph!.bottom).to.be.closeTo(16, 0.5);
  });

  it('Sections are in the same column of the page’s grid as their text', async () => {
    const styles = document.createElement('style');
    styles.textContent = `.entry-content { display: grid; grid-template-columns: [full-start] 40px [main-start] 200px [main-end] 40px [full-end] }
      .entry-content > * { grid-column: main-start / main-end }`;
    document.head.append(styles);
    const element = await openWrapped(SHAPES['a div']!);
    expect(element.mounts[0]!.getBoundingClientRect().width).to.equal(200);
    styles.remove();
  });

  it('goTo() opens a section', async () => {
    const element = await openWrapped(SHAPES['two boxes, one in the other']!);
    element.collapseAll();
    await element.updateComplete;
    expect(element.goTo('contact')).to.equal(true);
    await element.updateComplete;
    expect(element.querySelector('h2:last-of-type + p')!.checkVisibility()).to.equal(true);
    const section = sectionElement(element, 'contact')!;
    const toggle = section.querySelector('[part="toggle"]');
    await until(() => (section.getRootNode() as ShadowRoot).activeElement === toggle);
  });

  it('Sections in which the browser finds text are opened', async function () {
    if (!('onbeforematch' in document.documentElement)) this.skip();
    const element = await openWrapped(SHAPES['a div']!);
    element.collapseAll();
    await element.updateComplete;
    const opened = next(element, 'policy-toggle');
    location.hash = '#what-we-collect';
    location.hash = '';
    element.querySelector('li')!.id = 'orders';
    location.hash = '#orders';
    expect((await opened).expanded).to.equal(true);
    await element.updateComplete;
    expect(element.querySelector('li')!.checkVisibility()).to.equal(true);
  });

  it('Children that the page adds to the box later are parsed', async () => {
    const element = await openWrapped(SHAPES['a div']!);
    const loaded = next(element, 'policy-load');
    const [heading, paragraph] = [document.createElement('h2'), document.createElement('p')];
    heading.textContent = 'Cookies';
    paragraph.textContent = 'We set none.';
    element.querySelector('.entry-content')!.append(heading, paragraph);
    expect((await loaded).policy.sections.at(-1)!.heading).to.equal('Cookies');
    await element.updateComplete;
    expect(paragraph.checkVisibility()).to.equal(true);
    expect(toggles(element)).to.have.length(4);
  });

  it('The page is restored when another source is set', async () => {
    const element = await openWrapped(SHAPES['a div']!);
    element.policy = '# Another\n\n## One\n\nText.';
    await element.updateComplete;
    await element.complete;
    const box = element.querySelector('.entry-content')!;
    expect([...box.shadowRoot!.children].map(({ localName }) => localName)).to.deep.equal(['slot']);
    expect(element.querySelector('[slot]')).to.equal(null);
    element.policy = null;
    await element.updateComplete;
    await element.complete;
    expect(toggles(element)).to.have.length(3);
  });

  it('A box with its own shadow root is not divided into sections', async () => {
    const parent = await fixture(html`<div></div>`);
    const element = document.createElement('privacy-policy');
    const box = document.createElement('div');
    element.storage = 'none';
    for (const heading of ['One', 'Two']) {
      const [title, paragraph] = [document.createElement('h2'), document.createElement('p')];
      title.textContent = heading;
      paragraph.textContent = 'Text.';
      box.append(title, paragraph);
    }
    box.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    element.append(box);
    parent.append(element);
    await element.complete;
    expect(toggles(element)).to.have.length(0);
    expect(box.querySelector('p')!.checkVisibility()).to.equal(true);
  });

  it('All sections are printed', async () => {
    const element = await openWrapped(SHAPES['a div']!);
    element.collapseAll();
    await element.updateComplete;
    const closed = await printedBytes();
    element.expandAll();
    await element.updateComplete;
    const open = await printedBytes();
    if (closed === undefined || open === undefined) return;
    expect(Math.abs(open - closed)).to.be.below(open / 10);
  });
});
