import { expect } from '@open-wc/testing';

// Adopts what the package renders on a server: see `runner/prerendered.js`.

/** The element of another window, whose class is not ours. */
type Shown = HTMLElement & {
  complete: Promise<unknown>;
  updateComplete: Promise<unknown>;
  status: string;
};

/** Report of the page. */
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

  async function open(what: string, how: string): Promise<{ page: Page; element: Shown }> {
    frame.src = `/__prerendered/${what}/${how}.html`;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const page = frame.contentWindow as unknown as Page & typeof globalThis;
    const element = page.document.querySelector<Shown>('privacy-policy');
    if (!element) throw new Error('The server drew no page.');
    if (how !== 'none') await page.customElements.whenDefined('privacy-policy');
    await element.complete;
    await element.updateComplete;
    // Wait for the last frame, because the page checks each.
    await new Promise((resolve) => page.requestAnimationFrame(() => resolve(undefined)));
    return { page, element };
  }

  const headings = ({ shadowRoot }: Shown): string[] =>
    [...shadowRoot!.querySelectorAll('[part~="section"] [part~="heading"]')].map((heading) =>
      heading.textContent.trim(),
    );

  it('is readable without script', async () => {
    const { page, element } = await open('policy', 'none');
    expect(headings(element)).to.include('How long we keep it');
    expect(page.seen[0]!.sections).to.equal(headings(element).length);
    expect(page.seen[0]!.fallback).to.equal(0);
  });

  for (const how of WAYS) {
    describe(`is adopted (${how})`, () => {
      it('and is never missing, duplicated or of another size in any frame', async () => {
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

      it('and reacts to its reader', async () => {
        const { page, element } = await open('policy', how);
        const toggle = element.shadowRoot!.querySelector<HTMLElement>('[part~="toggle"]')!;
        toggle.click();
        await element.updateComplete;
        expect(toggle.getAttribute('aria-expanded')).to.equal('false');
        expect(page.problems).to.deep.equal([]);
      });

      it('from a shell with a fallback', async () => {
        const { page, element } = await open('shell', how);
        expect(page.seen[0]!.fallback).to.be.greaterThan(0);
        expect(headings(element)).to.include('How long we keep it');
        expect(element.shadowRoot!.querySelectorAll('[part="base"]')).to.have.length(1);
        expect(page.problems).to.deep.equal([]);
      });

      it('from a shell with nothing in it', async () => {
        const { page, element } = await open('bare', how);
        expect(headings(element)).to.include('How long we keep it');
        expect(element.shadowRoot!.querySelectorAll('[part="base"]')).to.have.length(1);
        expect(page.problems).to.deep.equal([]);
      });

      it('around the page’s own text', async () => {
        const { page, element } = await open('wrapped', how);
        expect(element.status).to.equal('ready');
        expect(element.shadowRoot!.querySelectorAll('[part="section"]')).to.have.length(2);
        expect(page.problems).to.deep.equal([]);
      });

      it('and stays if the policy cannot be loaded', async () => {
        const { page, element } = await open('lost', how);
        expect(element.status).to.equal('error');
        expect(element.shadowRoot!.querySelectorAll('[part="error"]')).to.have.length(1);
        for (const { sections } of page.seen) expect(sections).to.equal(headings(element).length);
      });
    });
  }

  it('is rendered again, once, if the element existed before', async () => {
    const { page, element } = await open('policy', 'early');
    expect(headings(element)).to.include('How long we keep it');
    expect(element.shadowRoot!.querySelectorAll('[part="base"]')).to.have.length(1);
    expect(page.problems).to.deep.equal([]);
  });

  it('is hydrated if Lit’s support is loaded', async () => {
    const { page, element } = await open('policy', 'hydrated');
    expect(page.first).to.equal(element.shadowRoot!.querySelector('[part="base"]'));
    expect(element.shadowRoot!.querySelector<HTMLElement>('[part="base"]')!.lang).to.equal('en');
  });
});
