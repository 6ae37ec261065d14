import { expect } from 'chai';
import { patchLit } from '../../build/patch-lit.ts';
import { bundleText } from './bundle.ts';

const ENTRY = `import { html, render } from 'lit'; export { html, render };`;

describe('Lit in the bundles', () => {
  it('Lit creates no Trusted Types policy', async () => {
    expect(await bundleText(ENTRY, [])).to.contain('createPolicy("lit-html"');
    expect(await bundleText(ENTRY, [patchLit()])).not.to.contain('lit-html"');
  });

  it('Lit assigns no HTML string', async () => {
    expect(await bundleText(ENTRY, [])).to.contain('.innerHTML =');
    const patched = await bundleText(ENTRY, [patchLit()]);
    expect(patched).to.contain('fillTemplate(');
    expect(patched).not.to.contain('innerHTML');
  });
});
