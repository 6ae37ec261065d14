// `npm run build`: everything that is published, in dist/. The steps write different files, so they
// run at the same time.

import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { buildCommandLine } from './command-line.js';

const STEPS = {
  modules: () => command('npx', ['tsc']),
  'module build': () => build({ mode: 'module' }),
  'one file': () => build({ mode: 'script' }),
  'command line': buildCommandLine,
  manifest: () => command('npx', ['cem', 'analyze', '--quiet']),
};

/** Builds all or some steps into an empty dist/, and rejects with the output of one that fails. */
export async function buildPackage({ only = Object.keys(STEPS) } = {}) {
  rmSync('dist', { recursive: true, force: true });
  await Promise.all(only.map((name) => STEPS[name]()));
}

function command(name, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      // On Windows npx is a script of the shell.
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output))));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await buildPackage();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
