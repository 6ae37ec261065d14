// Writes the type declarations of the package's public modules and of the modules they import.

import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run-command.js';

const OUT = 'dist';

/** Matches the declaration files of public modules. */
const PUBLIC =
  /^(?:index|privacy-policy|server|framework-types|core\/index|link|i18n\/locales\/.*)\.d\.ts$/;

const IMPORTS = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)\.[jt]s['"]/g;

/** Writes all declarations, and removes those that no public module needs. */
export async function writeDeclarations() {
  await run('npx', ['tsc', '--emitDeclarationOnly']);
  const all = readdirSync(OUT, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.d.ts') && !name.startsWith('types/'));
  const kept = new Set();
  const pending = all.filter((name) => PUBLIC.test(name));
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (kept.has(name)) continue;
    kept.add(name);
    for (const [, path] of readFileSync(join(OUT, name), 'utf8').matchAll(IMPORTS))
      pending.push(join(dirname(name), `${path}.d.ts`).replaceAll('\\', '/'));
  }
  for (const name of all) if (!kept.has(name)) rmSync(join(OUT, name));
  removeEmptyFolders(OUT);
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
