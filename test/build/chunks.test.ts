import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { chunkFileName, CHUNKS } from '../../build/chunks.ts';

describe('A chunk of the module build', () => {
  for (const { name, modules } of CHUNKS) {
    it(`The chunk ${name} begins with modules that exist`, () => {
      expect(modules.filter((module) => !existsSync(`src/${module}.ts`))).to.deep.equal([]);
    });
  }

  it('Only the names of chunks that pages do not preload have a hash', () => {
    expect(chunkFileName({ name: 'element' })).to.equal('[name].js');
    expect(chunkFileName({ name: 'comparison' })).to.equal('[name]-[hash].js');
  });
});
