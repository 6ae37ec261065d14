import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/index.ts';
import type { PrivacyPolicyElement } from '../../../src/index.ts';
import { next, until } from '../../test-element.ts';

const KEY = 'test:wrapped';

const PAGE = html`
  <privacy-policy storage="session" storage-key=${KEY} no-hash>
    <p>We run a small shop. <em>Last updated: 3 March 2026</em></p>
    <h2 id="who">Who we are <a class="anchor" href="#who">#</a></h2>
    <p>Our address is <a href="https://example.org/">example.org</a>, since <b>2019</b>.</p>
    <h2>What we collect</h2>
    <p>Your name and your e-mail address.</p>
    <ul>
      <li>Orders, for 30 days</li>
      <li>Letters</li>
    </ul>
    <button>A button of the page</button>
    <h2>Contact</h2>
    <p>Write to us.</p>
  </privacy-policy>
`;

async function openWrapped(): Promise<PrivacyPolicyElement> {
  const element = await fixture<PrivacyPolicyElement>(PAGE);
  await element.complete;
  return element;
}

/** Wraps the page, marks it as read, edits it and loads it again. */
async function editAndReload(edit: (element: PrivacyPolicyElement) => void) {
  const element = await openWrapped();
  await element.markAsRead();
  edit(element);
  const loaded = next(element, 'policy-load');
  await element.load();
  await loaded;
  await element.updateComplete;
  return element;
}

describe('A wrapped page', () => {
  afterEach(() => sessionStorage.clear());

  it('Nodes keep their order, and only slots and missing ids are added', async () => {
    const parent = await fixture(html`<div></div>`);
    const element = document.createElement('privacy-policy');
    const markup = document
      .createRange()
      .createContextualFragment(
        '<h2 id="own">One</h2><p class="c">First.</p><h2>Two</h2><p>Second.</p>',
      );
    const nodes = [...markup.childNodes];
    element.storage = 'none';
    element.append(markup);
    parent.append(element);
    await element.complete;
    expect([...element.childNodes]).to.deep.equal(nodes);
    expect((nodes[0] as Element).id).to.equal('own');
    expect((nodes[2] as Element).id).to.equal('policy-two');
    expect((nodes[1] as Element).outerHTML.replace(/ slot="[^"]*"/, '')).to.equal(
      '<p class="c">First.</p>',
    );
  });

  it('A wrapped page has contents, a badge and sections that open and close', async () => {
    const element = await openWrapped();
    expect(element.status).to.equal('ready');
    expect(element.loadedPolicy!.sections.map(({ heading }) => heading)).to.deep.equal([
      'Who we are',
      'What we collect',
      'Contact',
    ]);
    expect(element.loadedPolicy!.updated).to.equal('2026-03-03');
    const paragraph = element.querySelectorAll('p')[1]!;
    element.collapseAll();
    await element.updateComplete;
    expect(paragraph.checkVisibility()).to.equal(false);
    expect(element.querySelector('h2')!.checkVisibility()).to.equal(true);
    element.expandAll();
    await element.updateComplete;
    expect(paragraph.checkVisibility()).to.equal(true);
  });

  it('Headings keep the size that the page sets', async () => {
    const element = await openWrapped();
    const heading = document.createElement('h2');
    element.after(heading);
    for (const width of ['60em', '20em']) {
      element.style.width = width;
      expect(getComputedStyle(element.querySelector('h2')!).fontSize, width).to.equal(
        getComputedStyle(heading).fontSize,
      );
    }
    heading.remove();
  });

  it('Headings are aligned with the text, in wide and narrow elements', async () => {
    const element = await openWrapped();
    for (const width of ['60em', '20em']) {
      element.style.width = width;
      const [heading, paragraph] = ['h2', 'p:nth-of-type(2)'].map(
        (which) => element.querySelector(which)!.getBoundingClientRect().left,
      );
      expect(heading, width).to.be.closeTo(paragraph!, 1);
    }
  });

  it('Every child of the page is shown, also those without policy text', async () => {
    const element = await openWrapped();
    for (const child of element.children)
      expect(child.checkVisibility(), child.outerHTML).to.equal(true);
  });

  it('Event listeners and state of the page are kept', async () => {
    const element = await openWrapped();
    let clicks = 0;
    const button = element.querySelector('button')!;
    button.addEventListener('click', () => clicks++);
    button.click();
    expect(clicks).to.equal(1);
  });

  it('Added words are marked in the text, and removed ones are shown in notes', async () => {
    const element = await editAndReload((page) => {
      page.querySelectorAll('p')[2]!.textContent = 'Your name, your phone and your e-mail address.';
      page.querySelector('li')!.textContent = 'Orders, for 90 days';
    });
    expect(element.changeSummary!.total).to.equal(2);
    const ranges = [...(CSS.highlights.get('privacy-policy-added') ?? [])].map(String);
    expect(ranges.join('|')).to.contain('your phone').and.to.contain('90');
    const notes = [...element.renderRoot.querySelectorAll('details[part="note"]')];
    expect(notes).to.have.length(2);
    const summaries = notes.map((note) => note.querySelector('summary')!.innerText);
    expect(summaries[0]).to.match(/“.*your phone.*”/);
    expect(summaries[1]).to.match(/“(30|90)”/);
    expect(notes[1]!.querySelector('del')!.textContent).to.equal('30');
    expect(element.nextChange()).to.equal(true);
    expect((notes[0] as HTMLDetailsElement).open).to.equal(true);
  });

  it('New text is not called previous text', async () => {
    const element = await editAndReload((page) => {
      page.querySelector('li')!.textContent = 'Orders, for 30 days, then deleted';
      page.querySelectorAll('p')[3]!.textContent = 'Write.';
    });
    const notes = [...element.renderRoot.querySelectorAll('details[part="note"] > summary')];
    const [added, removed] = notes.map((note) => note.textContent.replace(/\s+/g, ' ').trim());
    expect(added).to.match(/^Changed “[^”]*then deleted[^”]*”$/);
    expect(removed).to.match(/^Changed Show previous text “[^”]*to us[^”]*”$/);
  });

  it('The note of several changes counts them and quotes the text that contains them', async () => {
    const element = await editAndReload((page) => {
      for (const item of page.querySelectorAll('li')) item.append(' and more');
    });
    const note = element.renderRoot.querySelector('details[part="note"] > summary')!;
    expect(note.textContent).to.equal(
      'Changed 2 changes in “Orders, for 30 days and more Letters and more”',
    );
  });

  it('The text has no marks while changes are hidden', async () => {
    const element = await editAndReload((page) => {
      page.querySelector('li')!.textContent = 'Orders, for 90 days';
    });
    element.renderRoot.querySelector<HTMLElement>('[type="checkbox"]')!.click();
    await element.updateComplete;
    expect(CSS.highlights.has('privacy-policy-added')).to.equal(false);
    const note = element.renderRoot.querySelector('details[part="note"]')!;
    expect(note.checkVisibility()).to.equal(false);
  });

  it('A disconnected element marks nothing', async () => {
    const element = await editAndReload((page) => {
      page.querySelector('li')!.textContent = 'Orders, for 90 days';
    });
    element.remove();
    element.requestUpdate();
    await element.updateComplete;
    expect(CSS.highlights.has('privacy-policy-added')).to.equal(false);
  });

  it('A change of markup alone is not reported', async () => {
    const element = await editAndReload((page) => {
      const paragraph = page.querySelectorAll('p')[1]!;
      paragraph.className = 'lead';
      paragraph.querySelector('b')!.replaceWith('2019');
    });
    expect(element.changeSummary).to.equal(null);
  });

  it('The text keeps the typography of the page', async () => {
    const { style } = document.body;
    style.cssText =
      'text-align: justify; font-weight: 300; line-height: 1.3; white-space: pre-line';
    const element = await openWrapped();
    const [paragraph, list] = [element.querySelectorAll('p')[1]!, element.querySelector('ul')!];
    const set = getComputedStyle(paragraph);
    expect(set.textAlign).to.equal('justify');
    expect(set.fontWeight).to.equal('300');
    expect(parseFloat(set.lineHeight)).to.be.closeTo(1.3 * parseFloat(set.fontSize), 0.1);
    expect(set.whiteSpace).to.equal('pre-line');
    expect(getComputedStyle(list).marginBlockStart).to.equal(set.fontSize);
    element.style.setProperty('--policy-line-height', '2');
    expect(parseFloat(set.lineHeight)).to.be.closeTo(2 * parseFloat(set.fontSize), 0.1);
    style.cssText = '';
  });

  it('Space between blocks is added only if the page has none', async () => {
    const styles = document.createElement('style');
    document.head.append(styles);
    const gaps = (element: PrivacyPolicyElement) => {
      const [, paragraph, list, button] = element.querySelectorAll('h2 + p, ul, button');
      const [above, own, below] = [paragraph!, list!, button!].map((block) =>
        block.getBoundingClientRect(),
      );
      return [own!.top - above!.bottom, below!.top - own!.bottom].map(Math.round);
    };
    try {
      styles.textContent = 'privacy-policy > * { margin: 0; padding: 0; font-size: 20px }';
      const element = await openWrapped();
      element.style.setProperty('--policy-spacing', '0.8em');
      element.querySelector('button')!.style.display = 'block';
      expect(gaps(element)).to.deep.equal([16, 16]);
      const loaded = next(element, 'policy-load');
      await element.load();
      await loaded;
      await element.updateComplete;
      expect(gaps(element), 'loaded again').to.deep.equal([16, 16]);
      for (const rule of ['p { margin-block-end: 3px }', 'h2 { padding-block-start: 3px }']) {
        styles.textContent = `privacy-policy > * { margin: 0; padding: 0 } privacy-policy > ${rule}`;
        const left = await openWrapped();
        left.querySelector('button')!.style.display = 'block';
        expect(gaps(left), rule).to.deep.equal([rule.startsWith('p') ? 3 : 0, 0]);
      }
    } finally {
      styles.remove();
    }
  });

  it('Children that the page adds later are parsed', async () => {
    const element = await openWrapped();
    const loaded = next(element, 'policy-load');
    const [heading, paragraph] = [document.createElement('h2'), document.createElement('p')];
    heading.textContent = 'Cookies';
    paragraph.textContent = 'We set none.';
    element.append(heading, paragraph);
    expect((await loaded).policy.sections.at(-1)!.heading).to.equal('Cookies');
    await element.updateComplete;
    expect(paragraph.checkVisibility()).to.equal(true);
  });

  it('The wrapped page replaces a given policy, even if other properties change with it', async () => {
    const rejected: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      rejected.push(`${event.reason}`);
    };
    addEventListener('unhandledrejection', note);
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy storage="none" .policy=${'# Given\n\n## A\n\nOne.'}
        ><h2>Own</h2>
        <p>Two.</p>
        <h2>Ours</h2>
        <p>Three.</p></privacy-policy
      >`,
    );
    await element.complete;
    Object.assign(element, { expanded: 'none', policy: null });
    await element.complete;
    removeEventListener('unhandledrejection', note);
    expect(element.loadedPolicy?.sections.map(({ heading }) => heading)).to.deep.equal([
      'Own',
      'Ours',
    ]);
    expect(rejected).to.deep.equal([]);
  });

  it('A page whose boxes cut across sections is not divided, but has contents', async () => {
    const element = await fixture<PrivacyPolicyElement>(html`
      <privacy-policy storage="none" no-hash>
        <div>
          <h2>One</h2>
          <p>First.</p>
          <h2>Two</h2>
        </div>
        <div>
          <p>Second.</p>
          <h2>Three</h2>
          <p>Third.</p>
        </div>
      </privacy-policy>
    `);
    await element.complete;
    expect(element.loadedPolicy!.sections).to.have.length(3);
    for (const paragraph of element.querySelectorAll('p'))
      expect(paragraph.checkVisibility()).to.equal(true);
    expect(element.goTo('two')).to.equal(true);
    await until(() => document.activeElement === element.querySelectorAll('h2')[1]);
  });

  it('A wrapped page passes axe, with changes', async () => {
    const element = await editAndReload((page) => {
      page.querySelector('li')!.textContent = 'Orders, for 90 days';
    });
    await expect(element).to.be.accessible();
  });

  it('A fallback is left unchanged', async () => {
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy storage="none"
        ><p><a href="/privacy.md">Read it</a></p></privacy-policy
      >`,
    );
    await element.complete;
    expect(element.status).to.equal('idle');
    expect(element.querySelector('p')!.slot).to.equal('');
  });
});
