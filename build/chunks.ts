/**
 * Divides the sources into chunks by the needs of a visit.
 *
 * Otherwise the bundler would create a file for each set of entries that share a module: about
 * forty.
 */

import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Rolldown } from 'vite';
import { PRELOADED } from './snippet.js';

interface Chunk {
  readonly name: string;
  /**
   * Modules that start the chunk. Their imports belong to it too, unless an earlier chunk has them.
   */
  readonly modules: readonly string[];
}

/** The chunks, in the order in which they claim modules. */
export const CHUNKS: readonly Chunk[] = [
  { name: 'hash', modules: ['core/storage/hash-text'] },
  // Not `index`, so that files which share code with the element do not define it.
  { name: 'element', modules: ['privacy-policy', 'events', 'core/model/errors', 'i18n/index'] },
  { name: 'rendering', modules: ['view/policy', 'core/assemble/index', 'core/tasks'] },
  { name: 'memory', modules: ['controllers/read-tracker'] },
  { name: 'vocabulary', modules: ['core/vocabulary/all'] },
  // Shared by HTML and by markup in Markdown, neither of which needs the other.
  { name: 'markup', modules: ['core/parse/html-inlines', 'core/parse/rewritten-text'] },
  { name: 'markdown', modules: ['core/parse/markdown/index'] },
  // Shared by JSON and by the front matter of Markdown.
  { name: 'metadata', modules: ['core/parse/metadata'] },
  { name: 'extensions', modules: ['core/parse/markdown/extensions/index'] },
  { name: 'html', modules: ['browser/html/index'] },
  { name: 'json', modules: ['core/parse/json/index'] },
  { name: 'comparison', modules: ['core/diff/index', 'view/changes/index'] },
  { name: 'footer-link', modules: ['link/privacy-policy-link'] },
  { name: 'footer-link-words', modules: ['link/updated-words'] },
  { name: 'footer-link-changes', modules: ['link/compare-reading', 'link/change-view'] },
];

const LOCALES = readdirSync('src/i18n/locales').map(
  (file) => `i18n/locales/${basename(file, '.ts')}`,
);

/** Modules that applications import by name, by their path in the package. */
export const PACKAGE_ENTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  ['index', 'link', 'privacy-policy', 'core/index', 'server', 'framework-types', ...LOCALES].map(
    (name) => [name, `src/${name}.ts`],
  ),
);

/**
 * Returns the file name pattern of a chunk. Those that are not preloaded by name get a hash, so
 * that caches cannot mix versions.
 */
export function chunkFileName({ name }: { name: string }): string {
  return PRELOADED.includes(name) ? '[name].js' : '[name]-[hash].js';
}

/** Returns the bundler option that creates these chunks. */
export function chunkSplitting(): Rolldown.CodeSplittingOptions {
  const paths = (modules: readonly string[]): string[] =>
    modules.map((module) => resolve(`src/${module}.ts`));
  return {
    groups: CHUNKS.map(({ name, modules }) => ({
      name,
      test: (id) => paths(modules).includes(id),
    })),
  };
}

/**
 * Divides the sources in the same way for applications with their own bundler. Modules of the core
 * stay separate files, so that programs which only import the core load nothing else.
 */
export function packageSplitting(): Rolldown.CodeSplittingOptions {
  let plan: ReadonlyMap<string, string> | undefined;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'chunks of the package',
        name: (module, context) => {
          // Modules with side effects, which package.json lists by file name.
          if (module === resolve('src/index.ts')) return 'define';
          if (module === resolve('src/link.ts')) return 'define-link';
          plan ??= planChunks((path) => context.getModuleInfo(path)?.importedIds ?? []);
          const chunk = plan.get(module);
          if (chunk === undefined) return null;
          return /\/src\/core\//.test(module) ? `core-${chunk}` : chunk;
        },
      },
    ],
  };
}

/** Assigns each module, by its path, to a chunk. Entries of the package are in no chunk. */
export function planChunks(importsOf: (path: string) => readonly string[]): Map<string, string> {
  const entries = new Set(Object.values(PACKAGE_ENTRIES).map((path) => resolve(path)));
  const plan = new Map<string, string>();
  for (const { name, modules } of CHUNKS) {
    const pending = modules.map((module) => resolve(`src/${module}.ts`));
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      if (plan.has(path) || !path.startsWith(resolve('src'))) continue;
      if (!entries.has(path)) plan.set(path, name);
      pending.push(...importsOf(path));
    }
  }
  return plan;
}
