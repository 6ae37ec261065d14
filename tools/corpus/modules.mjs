// Compiles the sources and loads single modules in Node.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const OUT = '.cache/modules';

/**
 * Returns a function that imports a module of a project by its path. The function resolves to
 * undefined if the module does not exist. If the project is this one, its sources are compiled
 * first. Another project, such as an older version, must already be compiled to `dist/`.
 */
export function moduleLoader(project) {
  const isOwn = resolve(project) === resolve('.');
  if (isOwn) spawnSync('npx', ['tsc', '--outDir', OUT], { shell: process.platform === 'win32' });
  const folder = isOwn ? resolve(OUT) : join(project, 'dist');
  return async (path) => {
    const file = join(folder, path);
    return existsSync(file) ? import(pathToFileURL(file).href) : undefined;
  };
}
