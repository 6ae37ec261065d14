import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { LOADER } from '../../build/module-bundle.ts';
import { snippet } from '../../build/snippet.js';

describe('The plain script that loads the module build', () => {
  it('The plain script is smaller than half a kilobyte', () => {
    expect(LOADER.length).to.be.lessThan(512);
  });

  it('The plain script loads nothing if the tag is already defined', () => {
    // There is no `document` here, so anything that runs after the check for the tag would throw.
    runInNewContext(LOADER, { customElements: { get: () => Function } });
  });
});

describe('The snippet for a page', () => {
  it('The snippet preloads the chunks that every Markdown policy needs', () => {
    expect(snippet('/privacy-policy').split('\n')).to.deep.equal([
      '<link rel="stylesheet" href="/privacy-policy/privacy-policy.css" />',
      '<link rel="modulepreload" href="/privacy-policy/element.js" />',
      '<link rel="modulepreload" href="/privacy-policy/markdown.js" />',
      '<script type="module" src="/privacy-policy/privacy-policy.js"></script>',
    ]);
  });
});
