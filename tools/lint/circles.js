// Finds circular imports. Unlike the linter's own rule, it includes imports of types. Dynamic
// imports are ignored, because they separate a module from the chunk that loads it.

import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { sourceFiles } from './source-files.js';

/** Matches the relative paths from which a module imports or re-exports. */
const IMPORTS = /\b(?:from|import)\s*['"](\.{1,2}\/[\w./-]+)['"]/g;

/**
 * Finds the strongly connected components of files (Tarjan's algorithm). Returns a list for each
 * set of files that import each other, directly or through others.
 */
export function findCircles(files, importsOf) {
  const circles = [];
  const stack = [];
  const numbers = new Map();
  const lowest = new Map();

  function visit(file) {
    numbers.set(file, numbers.size);
    lowest.set(file, numbers.get(file));
    stack.push(file);
    for (const imported of importsOf(file)) {
      if (!numbers.has(imported)) visit(imported);
      if (stack.includes(imported))
        lowest.set(file, Math.min(lowest.get(file), lowest.get(imported)));
    }
    if (lowest.get(file) !== numbers.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle);
  }

  for (const file of files) if (!numbers.has(file)) visit(file);
  return circles;
}

/** Returns the import circles below a folder. */
export function importCircles(folder) {
  const files = sourceFiles(folder);
  const imports = new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(IMPORTS)]
        .map(([, path]) => posix.join(posix.dirname(file), path))
        .filter((path) => files.includes(path)),
    ]),
  );
  return findCircles(files, (file) => imports.get(file));
}
