import { expect } from '@open-wc/testing';

// The test server renders the pages, see `runner/prerendered.js`.

/** An element in a frame. It is an instance of the frame's own copy of the class. */
type FrameElement = HTMLElement & {
  complete: Promise<unknown>;
  updateComplete: Promise<unknown>;
  status: string;
};

/** The window of a page, with the values that the page's script records. */
interface Page extends Window {
  readonly first: Element;
  readonly seen: { sections: number; height: number; fallback: number }[];
  readonly problems: string[];
}

const WAYS = ['hydrated', 'module', 'script'] as const;

describe('A server-rendered policy', () => {
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    frame = document.createElement('iframe');
    frame.width = '800';
    frame.height = '600';
    document.body.append(frame);
  });

  afterEach(() => frame.remove());

  async function open(what: string, how: string): Promise<{ page: Page; element: FrameElement }> {
    frame.src = `/__prerendered/${what}/${how}.html`;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const page = frame.contentWindow as unknown as Page & typeof globalThis;
    const element = page.document.querySelector<FrameElement>('privacy-policy');
    if (!element) throw new Error('The server rendered no element.');
    if (how !== 'none') await page.customElements.whenDefined('privacy-policy');
    await element.complete;
    await element.updateComplete;
    // Waits for one more frame, because the page records once per frame what it shows.
    await new Promise((resolve) => page.requestAnimationFrame(() => resolve(undefined)));
    return { page, element };
  }

  const headings = ({ shadowRoot }: FrameElement): string[] =>
    [...shadowRoot!.querySelectorAll('[part~="section"] [part~="heading"]')].map((heading) =>
      heading.textContent.trim(),
    );

  it('A server-rendered policy is readable without script', async () => {
    const { page, element } = await open('policy', 'none');
    expect(headings(element)).to.include('How long we keep it');
    expect(page.seen[0]!.sections).to.equal(headings(element).length);
    expect(page.seen[0]!.fallback).to.equal(0);
  });

  for (const how of WAYS) {
    describe(`Adopting a server-rendered policy (${how})`, () => {
      it(`The policy is complete, unique and of the same size in every frame (${how})`, async () => {
        const { page, element } = await open('policy', how);
        const count = headings(element).length;
        expect(element.status).to.equal('ready');
        for (const { sections, height, fallback } of page.seen) {
          expect(sections).to.equal(count);
          expect(height).to.be.closeTo(page.seen[0]!.height, 1);
          expect(fallback).to.equal(0);
        }
        expect(element.shadowRoot!.querySelector('[data-prerendered]')).to.equal(null);
        expect(page.problems).to.deep.equal([]);
      });

      it(`The policy reacts to clicks (${how})`, async () => {
        const { page, element } = await open('policy', how);
        const toggle = element.shadowRoot!.querySelector<HTMLElement>('[part~="toggle"]')!;
        toggle.click();
        await element.updateComplete;
        expect(toggle.getAttribute('aria-expanded')).to.equal('false');
        expect(page.problems).to.deep.equal([]);
      });

      it(`A shell with a fallback is replaced by the policy (${how})`, async () => {
        const { page, element } = await open('shell', how);
        expect(page.seen[0]!.fallback).to.be.greaterThan(0);
        expect(headings(element)).to.include('How long we keep it');
        expect(element.shadowRoot!.querySelectorAll('[part="base"]')).to.have.length(1);
        expect(page.problems).to.deep.equal([]);
      });

      it(`A shell without a fallback is replaced by the policy (${how})`, async () => {
        const { page, element } = await open('bare', how);
        expect(headings(element)).to.include('How long we keep it');
        expect(element.shadowRoot!.querySelectorAll('[part="base"]')).to.have.length(1);
        expect(page.problems).to.deep.equal([]);
      });

      it(`A shell around a wrapped page is adopted (${how})`, async () => {
        const { page, element } = await open('wrapped', how);
        expect(element.status).to.equal('ready');
        expect(element.shadowRoot!.querySelectorAll('[part="section"]')).to.have.length(2);
        expect(page.problems).to.deep.equal([]);
      });

      it(`The rendered policy stays if it cannot be loaded again (${how})`, async () => {
        const { page, element } = await open('lost', how);
        expect(element.status).to.equal('error');
        expect(element.shadowRoot!.querySelectorAll('[part="error"]')).to.have.length(1);
        for (const { sections } of page.seen) expect(sections).to.equal(headings(element).length);
      });
    });
  }

  it('The policy is rendered again, once, if the element existed before', async () => {
    const { page, element } = await open('policy', 'early');
    expect(headings(element)).to.include('How long we keep it');
    expect(element.shadowRoot!.querySelectorAll('[part="base"]')).to.have.length(1);
    expect(page.problems).to.deep.equal([]);
  });

  it('The policy is hydrated if Lit’s hydration support is loaded', async () => {
    const { page, element } = await open('policy', 'hydrated');
    expect(page.first).to.equal(element.shadowRoot!.querySelector('[part="base"]'));
    expect(element.shadowRoot!.querySelector<HTMLElement>('[part="base"]')!.lang).to.equal('en');
  });
});
