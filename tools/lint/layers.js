// Checks imports between the folders of src/: a layer may only import layers below it.

import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { sourceFiles } from './source-files.js';

/** Files directly in src/, which are entries of the package. They may import everything. */
const ENTRIES = 'index privacy-policy properties events server framework-types link'.split(' ');

/** The folders, modules and packages that each folder may import, besides itself. */
const LAYERS = {
  'core/model': ['core/tasks'],
  'core/vocabulary': ['core/model', 'core/dates/months'],
  'core/dates': ['core/model', 'core/tasks', 'core/vocabulary'],
  'core/parse': ['core/model', 'core/dates', 'core/tasks', 'marked'],
  'core/assemble': [
    'core/model',
    'core/dates',
    'core/parse/types',
    'core/tasks',
    'core/vocabulary',
  ],
  'core/diff': ['core/model', 'core/tasks'],
  'core/storage': ['core/dates/calendar', 'core/model', 'core/parse/types', 'core/tasks'],
  core: ['core', 'marked'],
  styles: ['lit'],
  i18n: ['core'],
  browser: ['core'],
  view: ['core', 'i18n', 'styles', 'lit'],
  controllers: ['core', 'browser', 'events', 'lit'],
  element: [
    'core',
    'browser',
    'i18n',
    'styles',
    'view',
    'controllers',
    'properties',
    'events',
    'lit',
  ],
  link: ['core', 'browser', 'i18n', 'events'],
  cli: [
    'core',
    'browser/html',
    'browser/decode-text',
    'server',
    'node',
    'feed',
    'jsdom',
    'lit',
    '@lit-labs',
  ],
};

/** Matches each static or dynamic import of a module or package. */
const IMPORTS = /\b(?:from|import)\s*\(?\s*['"]([\w@.:/-]+)['"]/g;

/** Returns the innermost layer of a path below src/, or null for a file directly in src/. */
export function layerOf(path) {
  const matching = Object.keys(LAYERS).filter((layer) => path.startsWith(`${layer}/`));
  return matching.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** Whether a module may import another module below src/, or a package. */
export function mayImport(path, imported) {
  const layer = layerOf(path);
  if (layer === null) return true;
  const allowed = [layer, ...LAYERS[layer]];
  return allowed.some(
    (name) => imported === name || imported === `${name}.ts` || imported.startsWith(`${name}/`),
  );
}

/** Whether a file below src/ is an entry, in a layer, or a declaration file for a framework. */
export function hasPlace(path) {
  if (path.includes('/')) return layerOf(path) !== null || path.startsWith('types/');
  return ENTRIES.includes(path.replace(/\.ts$/, ''));
}

/**
 * Returns a message for each import that its layer does not allow, and for each file outside the
 * layers that is not an entry.
 */
export function layerFaults() {
  return sourceFiles('src').flatMap((file) => {
    const path = file.slice('src/'.length);
    if (!hasPlace(path)) return [`${file}: neither an entry of the package nor in a layer`];
    return [...readFileSync(file, 'utf8').matchAll(IMPORTS)]
      .map(([, imported]) =>
        imported.startsWith('.')
          ? posix.join(posix.dirname(path), imported)
          : imported.replace(/^node:.*/, 'node').replace(/^@lit\/.*/, 'lit'),
      )
      .filter((imported) => !mayImport(path, imported))
      .map((imported) => `${file}: ${layerOf(path)} may not import ${imported}`);
  });
}
