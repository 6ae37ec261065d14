import { expect } from '@open-wc/testing';

// The runner compiles the sources in its own way: here every engine meets what pages will load.

/** The element of another window, whose class is not ours. */
type Shown = HTMLElement & { complete: Promise<unknown>; updateComplete: Promise<unknown> };

const BUILDS = {
  script: '<script src="/dist/privacy-policy.min.js"></script>',
  module: '<script type="module" src="/dist/browser/privacy-policy.js"></script>',
};

describe('the built files', () => {
  for (const [kind, tag] of Object.entries(BUILDS)) {
    it(`show a policy in this engine (${kind})`, async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<!doctype html><html lang="en"><title>Page</title>${tag}
        <privacy-policy storage="none" src="/test/fixtures/plain.md"></privacy-policy>`;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const page = frame.contentWindow as Window & typeof globalThis;
      await page.customElements.whenDefined('privacy-policy');
      const element = page.document.querySelector<Shown>('privacy-policy');
      await element?.complete;
      await element?.updateComplete;
      expect(element?.shadowRoot?.textContent).to.contain('How long we keep it');
      frame.remove();
    });
  }
});
