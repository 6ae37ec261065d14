// Bundles the test files for `npm test`, so that each page parses fewer modules. Runs of chosen files
// do without, because `--watch` has to notice changes of every module.

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

/** Folder of the modules that test files share. Their names contain a hash of their contents. */
const SHARED = '/test/shared-modules/';

/** Folders of tests that run in Node alone. */
const ONLY_IN_NODE = /^(?:build|cli|tools)\b/;

let bundles;

/** Middleware that serves the test files as bundles. The runs of all engines use the same ones. */
export async function bundledTests(context, next) {
  bundles ??= bundle();
  const text = (await bundles).get(context.path.replace(/\.ts$/, '.js'));
  if (text === undefined) return next();
  context.type = context.path.endsWith('.map') ? 'json' : 'js';
  context.body = text;
  if (context.path.startsWith(SHARED)) context.set('cache-control', 'max-age=3600, immutable');
  return undefined;
}

/** Bundles the test files, and returns the text of each output file by its path on the server. */
async function bundle() {
  const names = readdirSync('test', { recursive: true });
  const { outputFiles } = await build({
    entryPoints: names
      .filter((name) => name.endsWith('.test.ts') && !ONLY_IN_NODE.test(name))
      .map((name) => join('test', name)),
    outbase: '.',
    outdir: '.',
    chunkNames: `${SHARED.slice(1)}[name]-[hash]`,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['development'],
    // The test runner serves this module itself.
    external: ['/__web-dev-server__web-socket.js'],
    sourcemap: true,
    logLevel: 'error',
  });
  return new Map(
    outputFiles.map(({ path, text }) => [`/${relative('.', path).replaceAll('\\', '/')}`, text]),
  );
}
