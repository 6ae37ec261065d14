// `npm run bench`: runs the benchmarks in this folder, one after the other. Arguments select some
// of them, as in `npm run bench -- rendering`. Benchmarks of the element need the built files.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const chosen = process.argv.slice(2);
const benches = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .filter((name) => chosen.length === 0 || chosen.some((part) => name.startsWith(part)));

if (!existsSync('dist/browser/privacy-policy.js')) {
  console.error('There are no built files. Run `npm run build` first.');
  process.exit(1);
}

for (const name of benches) {
  console.log(`\n${name.replace('.bench.mjs', '')}`);
  const { status } = spawnSync(process.execPath, [folder + name], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
