// Bundles the command line into dist/cli. The bundle includes Lit's renderer and the feed library,
// so that users need not install them.

import { chmodSync } from 'node:fs';
import { build } from 'esbuild';

const OUT = 'dist/cli';

/** Imports translations from the package's files instead of bundling them a second time. */
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
    // Lit's decorators need the code that TypeScript generates for them.
    tsconfig: 'tsconfig.json',
    conditions: ['node', 'import'],
    external: ['jsdom'],
    plugins: [publishedLocales],
    charset: 'utf8',
    chunkNames: 'chunks/[name]-[hash]',
    // Without minification, the command line with its libraries would be half of the package.
    minify: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
  chmodSync(`${OUT}/privacy-policy.js`, 0o755);
}
