// Runs the tests of `src/core`, `build` and `tools` in plain Node. This proves that the core needs
// no DOM. Also runs the tests of other folders that need no page.

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import Mocha from 'mocha';

/** Folders of the tests that need no browser. */
const FOLDERS = ['test/core', 'test/build', 'test/tools'];

/** Folders of tests of which some need no browser. */
const MIXED_FOLDERS = ['test/controllers', 'test/element', 'test/view'];

/** Folder for bundled tests. It is inside the project, so that the tests find its packages. */
const OUT = 'node_modules/.cache/core-tests';
const TEST_TIMEOUT_MS = 20_000;

/** Runs all tests, or those whose path matches `files`. Returns `{ passes, failures, pending }`. */
export async function runCoreTests(reporter = 'dot', options = {}) {
  return runNodeTests('core-tests', [...FOLDERS, ...MIXED_FOLDERS], reporter, options);
}

/** Returns the tests in mixed folders that need no page: those that import Chai alone. */
export function testsWithoutPage() {
  return MIXED_FOLDERS.flatMap(testFiles);
}

/** Bundles the tests in `folders` into the folder `cache`, and runs them in this process. */
export async function runNodeTests(cache, folders, reporter, { files = /./, timeout } = {}) {
  const out = join(OUT, cache);
  rmSync(out, { recursive: true, force: true });
  await build({
    entryPoints: folders.flatMap(testFiles).filter((name) => files.test(name)),
    outbase: 'test',
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
  });
  return runMocha(
    readdirSync(out, { recursive: true })
      .filter((name) => name.endsWith('.test.js'))
      .map((name) => join(out, name)),
    reporter,
    timeout,
  );
}

/** Runs test files with Mocha in this process. */
async function runMocha(files, reporter, timeout = TEST_TIMEOUT_MS) {
  const mocha = new Mocha({ reporter, timeout });
  files.toSorted().forEach((file) => mocha.addFile(file));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
}

/** Returns the test files in a folder, except those that need a page. */
function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .filter((name) => !readFileSync(name, 'utf8').includes("from '@open-wc/testing'"));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failures } = await runCoreTests('spec');
  process.exitCode = failures > 0 ? 1 : 0;
}
