import { expect } from '@open-wc/testing';
import {
  AFTER,
  BEFORE,
  clear,
  openChanged,
  part,
  parts,
  addElement,
  section,
  toggle,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { waitForFrames, textOf, until } from '../test-element.ts';

describe('Headings for screen readers', () => {
  afterEach(clear);

  /** Levels and texts of all headings, in order. */
  const outline = (element: PrivacyPolicyElement): string[] =>
    [...element.renderRoot.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(
      (each) => `${each.localName} ${textOf(each)}`,
    );

  it('Title, banner, sections and removed sections form one outline', async () => {
    const element = await openChanged();
    expect(outline(element)).to.deep.equal([
      'h2 Privacy policy',
      'h3 5 sections changed since 12 May 2025',
      'h3 Collection',
      'h3 Use',
      'h3 Sharing',
      'h3 Tracking',
      'h3 Security',
      'h3 Cookies',
      'h3 Children',
      'h3 Contact',
      'h3 Removed sections',
      'h4 Removed: Legacy',
    ]);
  });

  for (const [given, levels] of [
    ['1', 'h1 h2 h2 h3'],
    ['4', 'h4 h5 h5 h6'],
    ['6', 'h6 h6 h6 h6'],
  ] as const)
    it(`Headings start at level ${given} if heading-level says so, and never go below h6`, async () => {
      const element = await openChanged(AFTER, BEFORE, { 'heading-level': given });
      const all = outline(element);
      const shown = [all[0], all[1], all[2], all.at(-1)].map((each) => each!.slice(0, 2));
      expect(shown.join(' ')).to.equal(levels);
    });

  it('Section headings take the level of the title with no-title', async () => {
    const element = await openChanged(AFTER, BEFORE, { 'no-title': '', 'heading-level': '2' });
    const all = outline(element);
    expect(all[0]).to.equal('h2 5 sections changed since 12 May 2025');
    expect(all[1]).to.equal('h2 Collection');
  });

  it('Headings inside a section are one level below the section heading', async () => {
    const element = await openChanged(
      '# P\n\n## A\n\n### Inner\n\na\n\n#### Deep\n\nb\n\n## B\n\nb\n',
      '# P\n\n## A\n\nx\n\n## B\n\nb\n',
    );
    expect(outline(element)).to.include.members(['h4 Added Inner', 'h5 Added Deep']);
  });

  it('An empty heading-level means the default level', async () => {
    const element = await openChanged(AFTER, BEFORE, { 'heading-level': '' });
    expect(outline(element)[0]).to.equal('h2 Privacy policy');
    Object.assign(element, { headingLevel: null });
    await element.updateComplete;
    expect(outline(element)[0]).to.equal('h2 Privacy policy');
  });

  it('A heading-level out of range is clamped, with one warning', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (...words: unknown[]) => said.push(words.join(' '));
    try {
      const element = await openChanged(AFTER, BEFORE, { 'heading-level': '9' });
      await element.load();
      expect(outline(element)[0]).to.equal('h6 Privacy policy');
    } finally {
      console.warn = warn;
    }
    expect(said.filter((each) => each.includes('heading-level'))).to.have.length(1);
  });
});

describe('Screen readers', () => {
  afterEach(clear);

  it('The only landmark is the contents, named after the policy', async () => {
    const element = await openChanged();
    const landmarks =
      'nav, header, footer, aside, main, section[aria-label], section[aria-labelledby], [role=region], [role=navigation]';
    const found = [...element.renderRoot.querySelectorAll(landmarks)];
    expect(found.map((each) => [each.localName, each.ariaLabel])).to.deep.equal([
      ['nav', 'Contents of Privacy policy'],
    ]);
  });

  it('The contents of two policies on one page have different names', async () => {
    const one = await openChanged();
    const other = await openChanged(AFTER.replace('# Privacy policy', '# Terms'));
    expect(part(one, 'toc').ariaLabel).not.to.equal(part(other, 'toc').ariaLabel);
  });

  it('A section heading contains a button with its expanded state, and the tag follows it', async () => {
    const element = await openChanged();
    const button = toggle(element, 'Collection');
    expect(button.parentElement!.localName).to.equal('h3');
    expect(textOf(button)).to.equal('Collection');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(textOf(button.parentElement!.nextElementSibling)).to.equal('Changed');
    expect(section(element, 'Collection').getAttribute('role')).to.equal(null);
  });

  it('Marks are ins and del, announced in the page’s language by generated content that is not text', async () => {
    const element = await openChanged();
    const added = part(element, 'added');
    expect(added.localName).to.equal('ins');
    expect(part(element, 'deleted').localName).to.equal('del');
    const said = getComputedStyle(part(element, 'base'));
    expect(said.getPropertyValue('--_addedStart')).to.contain('added: ');
    expect(said.getPropertyValue('--_removedEnd')).to.contain('end removed');
    // Engines without alternative text for generated content ignore the whole declaration.
    const { content } = getComputedStyle(added, '::before');
    expect(content === 'none' || content === 'normal' || content.startsWith('""')).to.equal(true);
    expect(added.innerText).to.equal('90');
  });

  it('Hidden changes are not announced', async () => {
    const element = await openChanged();
    element.renderRoot.querySelector<HTMLElement>('[type="checkbox"]')!.click();
    await waitForFrames();
    for (const run of parts(element, 'added')) expect(run.getAttribute('role')).to.equal('none');
    for (const run of parts(element, 'deleted')) expect(run.checkVisibility()).to.equal(false);
  });

  it('Scrolling to another section announces nothing', async () => {
    const element = await openChanged();
    await until(() => textOf(part(element, 'status')));
    const before = textOf(part(element, 'status'));
    let said = 0;
    const observer = new MutationObserver(() => said++);
    observer.observe(part(element, 'status'), {
      subtree: true,
      childList: true,
      characterData: true,
    });
    scrollTo(0, 1500);
    await waitForFrames(5);
    observer.disconnect();
    expect(said).to.equal(0);
    expect(textOf(part(element, 'status'))).to.equal(before);
    expect(part(element, 'toc').closest('[aria-live]')).to.equal(null);
  });

  it('The status region exists from the start and is empty', async () => {
    const element = addElement();
    await element.updateComplete;
    const status = part(element, 'status');
    expect(status.getAttribute('role')).to.equal('status');
    expect(textOf(status)).to.equal('');
    expect(status.checkVisibility()).to.equal(true);
    expect(status.getBoundingClientRect().width).to.be.at.most(1);
  });
});
