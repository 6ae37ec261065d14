import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { chunkFileName, CHUNKS } from '../../build/chunks.ts';
import { enChanges } from '../../src/i18n/en-changes.ts';
import { enVersions } from '../../src/i18n/en-versions.ts';

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

  for (const [what, messages, users] of [
    ['changes', enChanges, /^view\/changes\/|^element\/change-actions/],
    ['versions', enVersions, /^view\/version-bar/],
  ] as const) {
    it(`Only code that loads with the messages about ${what} uses them`, () => {
      const use = new RegExp(`'(?:${Object.keys(messages).join('|')})'`);
      const found = readdirSync('src', { encoding: 'utf8', recursive: true })
        .filter((path) => path.endsWith('.ts') && use.test(readFileSync(`src/${path}`, 'utf8')))
        .map((path) => path.replaceAll('\\', '/'));
      expect(found).to.have.length.above(0);
      expect(found.filter((path) => !users.test(path))).to.deep.equal([]);
    });
  }
});
