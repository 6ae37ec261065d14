/** Plugins for the module build, which browsers load without a bundler. */

import { readFileSync } from 'node:fs';
import MagicString from 'magic-string';
import type { Plugin } from 'vite';
import { NOTICE, TAG } from './constants.ts';

/** A short equivalent of the bundler's helper that turns the exports of a module into getters. */
const NAMESPACE =
  'all=>Object.defineProperties({},Object.fromEntries(Object.entries(all).map(([name,get])=>[name,{get}])))';

/**
 * Inlines the bundler's runtime into the chunks that use it. It is only a few lines long, so a
 * separate request for it would cost more.
 */
export function inlineRuntime(): Plugin {
  return {
    name: 'inline-runtime',
    renderChunk(code) {
      if (!code.includes('rolldown-runtime')) return undefined;
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
        this.error('A chunk imports the bundler’s runtime in an unexpected way.');
      delete files[runtime.fileName];
    },
  };
}

/**
 * Imports a chunk. After a failure, the next call requests the file at another address, because
 * Chromium never requests a module again that failed to load. The chunk's own imports keep their
 * addresses, so no other module is loaded twice.
 */
const IMPORT_CHUNK = `const failures = {};
const importChunk = (path) => {
  const count = failures[path] ?? 0;
  return import(count ? path + "?retry=" + count : path).catch((error) => {
    failures[path] = count + 1;
    throw error;
  });
};
`;

/**
 * Requests a chunk again on the next call if it could not be loaded. Leaves out the entries, which
 * import a chunk only once, and the footer link, which tries again on the next page.
 */
export function retryChunks(): Plugin {
  return {
    name: 'retry-chunks',
    renderChunk(code, { name, isEntry }) {
      if (isEntry || name === 'footer-link') return undefined;
      const text = new MagicString(code);
      text.replace(/\bimport(?=\("\.\/)/g, 'importChunk');
      if (!text.hasChanged()) return undefined;
      text.prepend(IMPORT_CHUNK);
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

/** A classic script that imports the module build next to it. */
export const LOADER = `${NOTICE}
customElements.get("${TAG}")||import(new URL("${TAG}.js",document.currentScript.src).href);
`;

/** Writes the loader and the page's style sheet next to the modules. */
export function loaderScript(): Plugin {
  return {
    name: 'loader-script',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'loader.js', source: LOADER });
      // The style sheet is copied next to the modules, so that a page needs only this folder.
      const styles = readFileSync('src/styles/privacy-policy.css');
      this.emitFile({ type: 'asset', fileName: 'privacy-policy.css', source: styles });
    },
  };
}
