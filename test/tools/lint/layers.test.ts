import { expect } from 'chai';
import { hasPlace, layerOf, mayImport } from '../../../tools/lint/layers.js';

describe('The check of layers', () => {
  it('The layer of a file is the narrowest one that contains it', () => {
    expect(layerOf('core/parse/json/index.ts')).to.equal('core/parse');
    expect(layerOf('core/index.ts')).to.equal('core');
    expect(layerOf('index.ts')).to.equal(null);
  });

  for (const [path, expected] of [
    ['index.ts', true],
    ['loose.ts', false],
    ['view/page.ts', true],
    ['types/react.d.ts', true],
    ['unknown/page.ts', false],
  ] as const) {
    it(`The check ${expected ? 'knows' : 'does not know'} a place for ${path}`, () => {
      expect(hasPlace(path)).to.equal(expected);
    });
  }

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
