// `npm run build`: builds everything that is published into dist/. The steps write different files,
// so they run in parallel.

import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { buildCommandLine } from './command-line.js';
import { writeDeclarations } from './declarations.js';
import { run } from './run-command.js';

const STEPS = {
  package: () => build({ mode: 'package' }),
  modules: () => build({ mode: 'module' }),
  'one file': () => build({ mode: 'script' }),
  declarations: writeDeclarations,
  'command line': buildCommandLine,
  manifest: () => run('npx', ['cem', 'analyze', '--quiet']),
};

/**
 * Empties dist/, and then runs the steps named in `only`, by default all. If a step fails, rejects
 * with its output.
 */
export async function buildPackage({ only = Object.keys(STEPS) } = {}) {
  rmSync('dist', { recursive: true, force: true });
  await Promise.all(only.map((name) => STEPS[name]()));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await buildPackage();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
