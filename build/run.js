// `npm run build`: builds everything that is published into dist/. The steps write different files,
// so they run in parallel.

import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { writeDeclarations } from './declarations.js';
import { run } from './run-command.js';

const STEPS = {
  async modules() {
    await build({ mode: 'module' });
    // Imports translations of the module build.
    await build({ mode: 'package' });
  },
  'one file': () => build({ mode: 'script' }),
  declarations: writeDeclarations,
  libraries: () => build({ mode: 'libraries' }),
  manifest: () => run('node', ['build/manifest.js']),
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
