// The largest that the built files may be.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MODULE = 'dist/browser/privacy-policy.js';

/** A module and all that it imports statically, which a browser loads before it runs any of it. */
function firstLoad(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, path] of code.matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)) {
    firstLoad(join(dirname(file), path), found);
  }
  return found;
}

export default [
  { name: 'one file', path: 'dist/privacy-policy.min.js', limit: '102 kB', gzip: true },
  { name: 'module, first load', path: [...firstLoad(MODULE)], limit: '31 kB', gzip: true },
];
