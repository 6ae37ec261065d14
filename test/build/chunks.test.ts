import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { chunkFileName, CHUNKS } from '../../build/chunks.ts';

describe('A chunk of the module build', () => {
  for (const { name, modules } of CHUNKS) {
    it(`begins with modules that exist (${name})`, () => {
      expect(modules.filter((module) => !existsSync(`src/${module}.ts`))).to.deep.equal([]);
    });
  }

  it('keeps its name when pages preload it, and is told apart from old copies otherwise', () => {
    expect(chunkFileName({ name: 'element' })).to.equal('[name].js');
    expect(chunkFileName({ name: 'comparison' })).to.equal('[name]-[hash].js');
  });
});
