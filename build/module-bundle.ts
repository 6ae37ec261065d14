/** Chunks of the module build, which browsers load without a bundler. */

import MagicString from 'magic-string';
import type { Plugin, Rolldown } from 'vite';

/**
 * The chunks, by the modules that they begin with. What several chunks need goes with the first of
 * them. Without this list the bundler makes a file for each set of chunks that share a module.
 */
export const CHUNKS: readonly Rolldown.CodeSplittingGroup[] = [
  // The entry keeps its name in every version, so nothing but imports of hashed files may be in it.
  { name: 'element', test: /src\/index\.ts$/ },
  {
    name: 'drawing',
    test: /src\/(core\/assemble\/(index|overrides)|controllers\/read-tracker|view\/policy)\.ts$/,
  },
  { name: 'reading', test: /src\/core\/parse\/markdown\/index\.ts$/ },
  { name: 'extras', test: /src\/core\/parse\/markdown\/extensions\/index\.ts$/ },
  { name: 'html', test: /src\/browser\/html\/index\.ts$/ },
  { name: 'json', test: /src\/core\/parse\/json\/index\.ts$/ },
  {
    name: 'comparison',
    test: /src\/(core\/diff\/index|view\/changes\/index)\.ts$/,
  },
];

/** Turns the exports of a module into getters, as the bundler's own runtime does. */
const NAMESPACE =
  'all=>Object.defineProperties({},Object.fromEntries(Object.entries(all).map(([name,get])=>[name,{get}])))';

/** Puts the bundler's runtime, a few lines, into the chunks that use it: a request costs more. */
export function inlineRuntime(): Plugin {
  return {
    name: 'inline-runtime',
    renderChunk(code) {
      const text = new MagicString(code);
      text.replace(
        /^import \{ \w+ as (\w+) \} from "\.\/rolldown-runtime.*$/m,
        (_, name) => `const ${name}=${NAMESPACE};`,
      );
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
    generateBundle(_options, files) {
      const chunks = Object.values(files).filter((file) => file.type === 'chunk');
      const runtime = chunks.find(({ name }) => name === 'rolldown-runtime');
      if (!runtime) return;
      if (chunks.some(({ code }) => code.includes(runtime.fileName)))
        this.error(
          'A chunk imports the bundler’s runtime in a way that this plugin does not know.',
        );
      delete files[runtime.fileName];
    },
  };
}
