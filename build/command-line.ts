/** Plugins and settings that build the command line and its libraries. */

import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Source file of the program, by path in the package. */
export const PROGRAM = { 'cli/privacy-policy': 'src/cli/index.ts' } as const;

/**
 * Libraries that only the command line uses, by import. They are bundled into `dist/cli`, so that
 * users need not install them.
 */
const LIBRARIES: Readonly<Record<string, { readonly name: string; readonly file: string }>> = {
  '@lit-labs/ssr': { name: 'ssr', file: '@lit-labs/ssr/index.js' },
  '@lit-labs/ssr/lib/render-result.js': {
    name: 'render-result',
    file: '@lit-labs/ssr/lib/render-result.js',
  },
  feed: { name: 'feed', file: 'feed/lib/feed.js' },
};

/** Source files of the libraries, by path in `dist`. */
export const LIBRARY_ENTRIES = Object.fromEntries(
  Object.values(LIBRARIES).map(({ name, file }) => [
    `cli/libraries/${name}`,
    join('node_modules', file),
  ]),
);

/** Returns the path by which a file in `dist/cli` imports a library, or else the import itself. */
export function libraryPath(id: string): string {
  const library = LIBRARIES[id];
  return library ? `./libraries/${library.name}.js` : id;
}

/** Makes the program executable. */
export function makeExecutable(): Plugin {
  return {
    name: 'make-executable',
    writeBundle({ dir }) {
      for (const path of Object.keys(PROGRAM)) chmodSync(join(dir!, `${path}.js`), 0o755);
    },
  };
}

/** Leaves out the XML parser of xml-js, because the feed library only writes XML. */
export function writeXmlOnly(): Plugin {
  const WRITER = 'virtual:xml-js-writer';
  return {
    name: 'write-xml-only',
    enforce: 'pre',
    resolveId: (id) => (id === 'xml-js' || id === WRITER ? WRITER : undefined),
    load: (id) =>
      id === WRITER ? `export { default as js2xml } from 'xml-js/lib/js2xml.js';` : undefined,
  };
}

/**
 * Bundles one copy of parse5. npm installs the same version twice: for Lit's server renderer, and
 * for the tools that the renderer uses.
 */
export function shareParse5(): Plugin {
  return {
    name: 'share-parse5',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id !== 'parse5' || !importer?.includes('/@parse5/tools/')) return undefined;
      return this.resolve(id, resolve('node_modules/@lit-labs/ssr/index.js'), { skipSelf: true });
    },
  };
}

/** Writes the licences of all packages whose code is in the bundle. */
export function bundledLicenses(fileName: string): Plugin {
  return {
    name: 'bundled-licenses',
    generateBundle(_options, files) {
      const modules = Object.values(files).flatMap((file) =>
        file.type === 'chunk' ? file.moduleIds : [],
      );
      const folders = modules.map(
        (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0],
      );
      const texts = [...new Set(folders)].flatMap((folder) => (folder ? license(folder) : []));
      this.emitFile({ type: 'asset', fileName, source: [...new Set(texts)].join('\n\n') });
    },
  };
}

/** Returns the name of a package with its licence: the text, or the name if there is no text. */
function license(folder: string): string {
  const { name, license: stated } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { name: string; license: string };
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return `${name}\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : stated}`;
}
