// Serves a module that imports all tests of the core, so that browsers load one page for all of
// them. The core has no state that one of its tests could leave behind for the next one.

import { readdirSync } from 'node:fs';

const FOLDER = 'test/core';

/** Random tests. They take a minute and check algorithms, so they run only in Node. */
const ONLY_IN_NODE = ['fuzz.test.ts', 'growth.test.ts', 'diff/lossless.test.ts'];

/** Middleware that serves the module at /__core-tests.js. */
export function coreTests(context, next) {
  if (context.path !== '/__core-tests.js') return next();
  const files = readdirSync(FOLDER, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && !ONLY_IN_NODE.includes(name));
  context.type = 'js';
  context.body = files.map((name) => `import '/${FOLDER}/${name}';`).join('\n');
  return undefined;
}
