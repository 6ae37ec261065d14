// Lists the files that the checks in this folder read.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the paths of all scripts below a folder, with forward slashes. */
export function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.(?:ts|js|mjs)$/.test(path) && !/node_modules|fixtures/.test(path))
    .toSorted();
}
