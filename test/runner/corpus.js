// Serves real policies from a folder beside the project. Tests load them through `test/corpus.ts`,
// and skip themselves if the folder is missing.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of real policies, or undefined if it is missing. */
export const CORPUS = [fileURLToPath(new URL('../../../shared/policies', import.meta.url))].find(
  (folder) => existsSync(folder),
);

const TYPES = {
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
};

/** Middleware that serves the folder at /__corpus/. */
export async function corpus(context, next) {
  if (!context.path.startsWith('/__corpus/')) return next();
  const path =
    CORPUS && resolve(CORPUS, decodeURIComponent(context.path.slice('/__corpus/'.length)));
  if (!path?.startsWith(CORPUS + sep) || !existsSync(path)) return undefined;
  context.type = TYPES[extname(path)] ?? 'text/plain; charset=utf-8';
  context.body = await readFile(path);
}
