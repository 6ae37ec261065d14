// Runs the tests of the core in plain Node: what has no DOM must not need one.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import Mocha from 'mocha';

/** Inside the project, so that the bundled tests find its packages. */
const OUT = 'node_modules/.cache/core-tests';
const TEST_TIMEOUT_MS = 20_000;

/** Runs the tests, or those with names like `files`, and counts them: `{ passes, failures, pending }`. */
export async function runCoreTests(reporter = 'dot', { files = /./, timeout } = {}) {
  rmSync(OUT, { recursive: true, force: true });
  await build({
    entryPoints: testFiles('test/core').filter((name) => files.test(name)),
    outbase: 'test/core',
    outdir: OUT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
  });
  return runMocha(
    readdirSync(OUT, { recursive: true })
      .filter((name) => name.endsWith('.test.js'))
      .map((name) => join(OUT, name)),
    reporter,
    timeout,
  );
}

/** Runs files of tests by Mocha in this process. */
async function runMocha(files, reporter, timeout = TEST_TIMEOUT_MS) {
  const mocha = new Mocha({ reporter, timeout });
  files.toSorted().forEach((file) => mocha.addFile(file));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
}

function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failures } = await runCoreTests('spec');
  process.exitCode = failures > 0 ? 1 : 0;
}
