import { expect } from 'chai';
import { layerOf, mayImport } from '../../../tools/lint/layers.js';

describe('The check of layers', () => {
  it('The layer of a file is the narrowest one that contains it', () => {
    expect(layerOf('core/parse/json/index.ts')).to.equal('core/parse');
    expect(layerOf('core/index.ts')).to.equal('core');
    expect(layerOf('index.ts')).to.equal(null);
  });

  for (const [path, imported, expected] of [
    ['core/parse/metadata.ts', 'core/model/text.ts', true],
    ['core/parse/metadata.ts', 'core/parse/types.ts', true],
    ['core/model/text.ts', 'core/parse/types.ts', false],
    ['core/diff/index.ts', 'lit', false],
    ['browser/page.ts', 'view/page.ts', false],
    ['view/page.ts', 'lit/directives/guard.js', true],
    ['controllers/host.ts', 'element/announcer.ts', false],
    ['element/announcer.ts', 'controllers/host.ts', true],
    ['index.ts', 'element/announcer.ts', true],
  ] as const) {
    it(`The check ${expected ? 'lets' : 'does not let'} ${path} import ${imported}`, () => {
      expect(mayImport(path, imported)).to.equal(expected);
    });
  }
});
