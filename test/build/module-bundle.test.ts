import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { CHUNKS } from '../../build/module-bundle.ts';

const SOURCES = readdirSync('src', { encoding: 'utf8', recursive: true })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.ts'));

describe('A chunk of the module build', () => {
  for (const { name, test } of CHUNKS) {
    it(`begins with modules that exist (${String(name)})`, () => {
      expect(SOURCES.filter((path) => (test as RegExp).test(path))).not.to.be.empty;
    });
  }
});
