// Bundles the command line into dist/cli: users install neither Lit's renderer nor the feed library.

import { chmodSync } from 'node:fs';
import { build } from 'esbuild';

const OUT = 'dist/cli';

/** Imports translations from the package's own files, so that they are published once. */
const publishedLocales = {
  name: 'published-locales',
  setup({ onResolve }) {
    onResolve({ filter: /\/locales\/[\w-]+\.ts$/ }, ({ path }) => ({
      path: `../../i18n/locales/${path.split('/').at(-1).replace(/ts$/, 'js')}`,
      external: true,
    }));
  },
};

/** Writes the program and its chunks. */
export async function buildCommandLine() {
  await build({
    entryPoints: { 'privacy-policy': 'src/cli/index.ts' },
    outdir: OUT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // The source is TypeScript with decorators that Lit reads as TypeScript compiles them.
    tsconfig: 'tsconfig.json',
    conditions: ['node', 'import'],
    external: ['jsdom'],
    plugins: [publishedLocales],
    charset: 'utf8',
    chunkNames: 'chunks/[name]-[hash]',
    // Half of the package's size otherwise, most of it of the libraries inside.
    minify: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
  chmodSync(`${OUT}/privacy-policy.js`, 0o755);
}
