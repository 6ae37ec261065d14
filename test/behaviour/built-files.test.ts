import { expect, waitUntil } from '@open-wc/testing';

// Other tests load the sources, which the runner compiles. These tests load the built files.

/** An element in a frame. It is an instance of the frame's own copy of the class. */
type FrameElement = HTMLElement & {
  complete: Promise<unknown>;
  updateComplete: Promise<unknown>;
  changeSummary: unknown;
};

const BUILDS = {
  script: '<script src="/dist/privacy-policy.min.js"></script>',
  module: '<script type="module" src="/dist/browser/privacy-policy.js"></script>',
};

describe('The built files', () => {
  afterEach(() => document.querySelector('iframe')?.remove());

  for (const [kind, tag] of Object.entries(BUILDS)) {
    it(`The build shows a policy in this engine (${kind})`, async () => {
      const page = await openFrame(
        `${tag}<privacy-policy storage="none" src="/test/fixtures/plain.md"></privacy-policy>`,
      );
      const element = await findElement(page);
      expect(element?.shadowRoot?.textContent).to.contain('How long we keep it');
    });

    it(`The build parses, marks, closes and removes a policy in the page’s own DOM (${kind})`, async () => {
      const page = await openFrame(`${tag}<privacy-policy storage="none" light-content
        src="/test/fixtures/rich.md" previous-src="/test/fixtures/plain.md"></privacy-policy>`);
      const element = (await findElement(page))!;
      const root = element.shadowRoot!;
      const count = (selector: string): number => element.querySelectorAll(selector).length;
      expect(
        'em strong del:not([part]) sup ul ol blockquote table pre details'
          .split(' ')
          .filter((selector) => !count(selector)),
      ).to.deep.equal([]);
      expect(element.textContent).to.contain('nothing ©').and.to.contain('Setext');
      await waitUntil(() => element.changeSummary);
      [...root.querySelectorAll<HTMLElement>('[part="meta"] button')].at(-1)?.click();
      await waitUntil(() => count('del[part]') + count('ins[part]') > 2);
      expect(root.querySelector('[part="banner"]')!.textContent)
        .to.contain('4 sections changed')
        .and.to.contain('new: Your rights');
      const toggle = root.querySelector<HTMLElement>('[part="toggle"]')!;
      toggle.click();
      await element.updateComplete;
      expect(toggle.getAttribute('aria-expanded')).to.equal('false');
      element.setAttribute('src', '/test/fixtures/none.md');
      await element.updateComplete;
      await element.complete;
      await element.updateComplete;
      expect(root.querySelector('[part="error"]')).not.to.equal(null);
      expect(element.childElementCount).to.equal(0);
    });

    it(`The build upgrades marked boxes if its script tag is marked too (${kind})`, async () => {
      const page = await openFrame(`${tag.replace(' src', ' data-privacy-policy src')}
        <div data-privacy-policy data-storage="none" data-src="/test/fixtures/plain.md" class="own"
          data-onclick="parent.document.title = 'no'"><a href="/policy.md">Read it</a></div>
        <div data-privacy-policy data-storage="none"><h2>One</h2><p>Text.</p><h2>Two</h2><p>More.</p></div>`);
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (!page.document.querySelector('div[data-privacy-policy]')) resolve();
        };
        new page.MutationObserver(look).observe(page.document, { childList: true, subtree: true });
        look();
      });
      const element = await findElement(page);
      expect(element?.shadowRoot?.textContent).to.contain('How long we keep it');
      expect(element?.className).to.equal('own');
      expect(element?.textContent).to.equal('Read it');
      expect(element?.hasAttribute('onclick')).to.equal(false);
      const [, wrapped] = page.document.querySelectorAll<FrameElement>('privacy-policy');
      await wrapped?.complete;
      await wrapped?.updateComplete;
      expect(wrapped?.shadowRoot?.querySelectorAll('[part="section"]')).to.have.length(2);
    });

    it(`The build ignores marked boxes if its script tag is not marked (${kind})`, async () => {
      const page = await openFrame(`${tag}<div data-privacy-policy data-src="/x.md">Read it</div>`);
      await page.customElements.whenDefined('privacy-policy');
      expect(page.document.querySelector('div')!.textContent).to.equal('Read it');
    });
  }
});

/** Loads a page in a frame. */
async function openFrame(body: string): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en"><title>Page</title>${body}`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame.contentWindow as Window & typeof globalThis;
}

async function findElement(page: Window & typeof globalThis): Promise<FrameElement | null> {
  await page.customElements.whenDefined('privacy-policy');
  const element = page.document.querySelector<FrameElement>('privacy-policy');
  await element?.complete;
  await element?.updateComplete;
  return element;
}
