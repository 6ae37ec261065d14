// Lists the files that the checks of this folder read.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The scripts below a folder, with forward slashes. */
export function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.(?:ts|js|mjs)$/.test(path) && !/node_modules|fixtures/.test(path))
    .toSorted();
}
